import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProfileImportError, ProfileImportRow } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { OrganiserProfilesApi } from '../../data/organiser/profiles/organiser-profiles-api';
import { ProfileImportDesk } from '../../data/organiser/profiles/profile-import-desk';
import { Failure } from '../../ui/feedback/failure';
import { State, type StateKind } from '../../ui/feedback/state';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icons';

const looks: Record<ProfileImportRow['will'], { icon: IconName; kind: StateKind }> = {
  new: { icon: 'plus', kind: 'good' },
  update: { icon: 'doc', kind: 'plain' },
  same: { icon: 'dash', kind: 'quiet' },
  error: { icon: 'alert', kind: 'bad' },
};
/** Rows that are shown; the counts tell of all. */
const shownAtMost = 100;

/** Many profiles from one CSV file: what it would do is shown first, row by row; then all of it is done, or nothing. */
@Component({
  selector: 'musubi-profile-import',
  imports: [Failure, Icon, RouterLink, State],
  templateUrl: './profile-import.html',
  styleUrl: './profile-import.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfileImport {
  private readonly api = inject(OrganiserProfilesApi);
  protected readonly problems = inject(ProblemWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly desk = new ProfileImportDesk((file) => this.api.import(file));
  protected readonly looks = looks;
  protected readonly over = signal(false);
  protected readonly refused = computed(() => {
    const refusal = this.desk.refused();
    if (!refusal) return null;
    const problem = this.problems.of(refusal);
    const { why } = refusal.data as { why?: string };
    return why ? { ...problem, text: this.t(`orgprofiles.import.unreadable.${why}`) } : problem;
  });
  /** What is wrong first, then the rest in order. */
  protected readonly rows = computed(() => {
    const all = this.desk.report()?.rows ?? [];
    return all.toSorted((a, b) => Number(b.will === 'error') - Number(a.will === 'error')).slice(0, shownAtMost);
  });
  protected readonly hidden = computed(() => (this.desk.report()?.rows.length ?? 0) - this.rows().length);

  protected template(): string {
    return this.api.templateUrl(this.words.lang());
  }

  protected errorsOf(line: number): ProfileImportError[] {
    return this.desk.report()?.errors.filter((error) => error.line === line) ?? [];
  }

  protected inWords({ column, problem, found }: ProfileImportError): string {
    const text = this.t(`orgprofiles.import.problem.${problem}`, { found: found ?? '' });
    return column ? this.t('orgprofiles.import.in_column', { column, text }) : text;
  }

  protected pick(change: Event): void {
    const input = change.target as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file may be chosen again after it was corrected.
    input.value = '';
    if (file) void this.desk.look(file);
  }

  protected hover(drag: DragEvent, over: boolean): void {
    drag.preventDefault();
    this.over.set(over);
  }

  protected drop(drag: DragEvent): void {
    this.hover(drag, false);
    const [file] = drag.dataTransfer?.files ?? [];
    if (file) void this.desk.look(file);
  }
}
