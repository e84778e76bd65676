import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { AuditEntry, AuditPage, AuditQuery, EventId } from '@musubi/contracts';
import { Words } from '../../core/i18n/words';
import { ProblemWords } from '../../core/problem/problem-words';
import { EventsStore } from '../../data/events/events-store';
import { MeetingWords } from '../../data/meetings/meeting-words';
import { RecordsApi } from '../../data/organiser/records/records-api';
import { Reading } from '../../data/reading';
import { Empty } from '../../ui/feedback/empty';
import { Failure } from '../../ui/feedback/failure';
import { Skeleton } from '../../ui/feedback/skeleton';
import { Icon } from '../../ui/icon/icon';
import { AuditCheck } from './audit-check';

/** What people in charge did, the latest first; for owners. Nothing here can be changed. */
@Component({
  selector: 'musubi-audit',
  imports: [AuditCheck, Empty, Failure, Icon, Skeleton],
  templateUrl: './audit.html',
  styleUrl: './audit.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Audit {
  private readonly api = inject(RecordsApi);
  private readonly events = inject(EventsStore);
  protected readonly problems = inject(ProblemWords);
  protected readonly say = inject(MeetingWords);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;

  protected readonly query = signal<AuditQuery>({});
  /** Entries of the pages before, when one reads on. */
  private readonly earlier = signal<readonly AuditEntry[]>([]);
  protected readonly read = new Reading<AuditPage>(() => this.api.audit(this.query()));
  protected readonly entries = computed(() => [...this.earlier(), ...(this.read.value()?.entries ?? [])]);
  protected readonly more = computed(() => this.read.value()?.earlier ?? false);
  protected readonly kinds = computed(() => this.read.value()?.kinds ?? []);
  protected readonly offered = computed(() =>
    (this.events.all() ?? []).map(({ eventId, title }) => ({ eventId, title: this.words.text(title) })),
  );
  protected readonly file = computed(() => {
    const { before: _, ...query } = this.query();
    return this.api.auditFile(query);
  });
  protected readonly failed = computed(() => {
    const refusal = this.read.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    void this.events.list().catch(() => []);
    void this.read.refresh();
  }

  protected narrow(field: 'eventId' | 'did', change: Event): void {
    const { value } = change.target as HTMLSelectElement;
    const { before: _, [field]: __, ...rest } = this.query();
    this.query.set(value ? { ...rest, [field]: value as EventId } : rest);
    this.earlier.set([]);
    void this.read.refresh();
  }

  protected readOn(): void {
    this.earlier.set(this.entries());
    const before = this.entries().at(-1)!.entryId;
    this.query.update((query) => ({ ...query, before }));
    this.read.change((page) => ({ ...page, entries: [] }));
    void this.read.refresh();
  }

  /** `Verdict changed`; the name of the act itself where there are no words for it yet. */
  protected did(did: string): string {
    const key = `records.did.${did.replace('.', '_')}`;
    const words = this.t(key);
    return words === key ? did : words;
  }

  /** What was and what is, each as `name: value`. */
  protected change({ before, after }: AuditEntry): { key: string; was: string | null; is: string | null }[] {
    const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
    const text = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));
    return keys
      .map((key) => ({
        key,
        was: before && key in before ? text(before[key]) : null,
        is: after && key in after ? text(after[key]) : null,
      }))
      .filter(({ was, is }) => was !== is);
  }
}
