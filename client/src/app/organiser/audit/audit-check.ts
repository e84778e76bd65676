import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { AuditCheckView } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { RecordsApi } from '../../data/organiser/records/records-api';
import { Reading } from '../../data/reading';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Control, Field } from '../../ui/forms/field';

/** Whether the log is what it was, and the mark by which a later check knows this one. */
@Component({
  selector: 'musubi-audit-check',
  imports: [Control, Failure, Field, Note],
  templateUrl: './audit-check.html',
  styleUrl: './audit-check.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditCheck {
  private readonly api = inject(RecordsApi);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly n = this.words.n;

  /** What was noted of an earlier check. */
  protected readonly mark = signal('');
  protected readonly unreadable = computed(
    () => this.mark().trim() !== '' && !/^[1-9]\d{0,8}:[0-9a-f]{64}$/.test(this.mark().trim()),
  );
  protected readonly read = new Reading<AuditCheckView>(() => this.api.auditCheck(this.mark().trim() || undefined));
  /** Nothing of before stands beside a check that failed. */
  protected readonly found = computed(() => (this.read.refusal() ? null : this.read.value()));
  protected readonly failed = computed(() => {
    const refusal = this.read.refusal();
    return refusal ? this.problems.of(refusal) : null;
  });

  protected check(submit: Event): void {
    submit.preventDefault();
    if (!this.unreadable()) void this.read.refresh();
  }

  protected note(input: Event): void {
    this.mark.set((input.target as HTMLInputElement).value);
  }
}
