import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { offeredZones, zoneCity, zoneLabel, formatDateTime } from '@musubi/time';
import type { ImportWarning, ReleaseSummary } from '@musubi/contracts';
import { Clock } from '../../core/clock/clock';
import { Words } from '../../core/i18n/words';
import { Toasts } from '../../core/page/toasts';
import { type ProblemText, ProblemWords } from '../../core/problem/problem-words';
import { CurrentEvent } from '../../data/events/current-event';
import { ImportDesk } from '../../data/organiser/programme/import-desk';
import { ProgrammeDesk } from '../../data/organiser/programme/programme-desk';
import { saysOnly } from '../../data/programme/words/session-words';
import { Failure } from '../../ui/feedback/failure';
import { Note } from '../../ui/feedback/note';
import { Skeleton } from '../../ui/feedback/skeleton';
import { State } from '../../ui/feedback/state';
import { Control, Field } from '../../ui/forms/field';
import { Icon } from '../../ui/icon/icon';
import { OrganiserSpeakers } from './speakers/organiser-speakers';

/** Warnings shown before the reader asks for all. */
const FEW = 8;

/** Bringing in a programme, looking at what it changes, and releasing it. */
@Component({
  selector: 'musubi-organiser-programme',
  imports: [Control, Failure, Field, Icon, Note, OrganiserSpeakers, Skeleton, State],
  templateUrl: './organiser-programme.html',
  styleUrl: './organiser-programme.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OrganiserProgramme {
  private readonly clock = inject(Clock);
  protected readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  protected readonly store = inject(ProgrammeDesk);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly lang = this.words.lang;
  private readonly event = inject(CurrentEvent).event;

  protected readonly desk = new ImportDesk((file) => this.store.import(file));
  protected readonly over = signal(false);
  protected readonly allWarnings = signal(false);
  protected readonly releaseName = signal('');
  protected readonly nameError = signal<string | null>(null);
  protected readonly releasing = signal(false);
  protected readonly problem = signal<ProblemText | null>(null);

  protected readonly refused = computed(() => {
    const refusal = this.desk.refusal();
    return refusal && this.desk.step() === 'refused' ? this.problems.of(refusal) : null;
  });
  protected readonly warnings = computed(() => {
    const all = this.desk.report()?.warnings ?? [];
    return this.allWarnings() ? all : all.slice(0, FEW);
  });
  protected readonly moreWarnings = computed(() => (this.desk.report()?.warnings.length ?? 0) - this.warnings().length);
  protected readonly zones = computed(() =>
    offeredZones.map((zone) => ({
      zone,
      label: `${zoneCity(zone, this.lang())} ${zoneLabel(zone, this.clock.minute())}`,
    })),
  );
  protected readonly sessions = computed(() => this.store.draft()?.sessions.length ?? 0);
  protected readonly suggested = computed(() =>
    this.t('organiser.programme.release_suggested', { number: (this.store.releases()[0]?.number ?? 0) + 1 }),
  );
  protected readonly failed = computed(() => {
    const refusal = this.store.failed();
    return refusal ? this.problems.of(refusal) : null;
  });

  constructor() {
    effect(() => {
      const event = this.event();
      if (event) untracked(() => void this.store.open(event.eventId));
    });
  }

  protected pick(change: Event): void {
    const input = change.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) this.take(file);
    // The same file can be picked again after it was mended.
    input.value = '';
  }

  protected hover(drag: DragEvent, over: boolean): void {
    drag.preventDefault();
    this.over.set(over);
  }

  protected drop(drop: DragEvent): void {
    drop.preventDefault();
    this.over.set(false);
    const file = drop.dataTransfer?.files[0];
    if (file) this.take(file);
  }

  protected useZone(change: Event): void {
    const zone = (change.target as HTMLSelectElement).value;
    if (zone) void this.desk.useZone(zone);
  }

  protected warning({ code, where }: ImportWarning): string {
    return this.t(`organiser.programme.warning.${code}`, { where });
  }

  protected name(typing: Event): void {
    this.releaseName.set((typing.target as HTMLInputElement).value);
    this.nameError.set(null);
  }

  protected async release(submit: Event): Promise<void> {
    submit.preventDefault();
    const name = this.releaseName().trim();
    if (!name) {
      this.nameError.set(this.t('organiser.programme.release_name_missing'));
      return;
    }
    this.releasing.set(true);
    this.problem.set(null);
    try {
      await this.store.release(name);
      this.releaseName.set('');
      this.desk.reset();
      this.toasts.show({ text: this.t('organiser.programme.released', { name }) });
    } catch (refusal) {
      this.problem.set(this.problems.of(refusal));
    } finally {
      this.releasing.set(false);
    }
  }

  /** Its number, and its name where that says more. */
  protected called({ number, name }: ReleaseSummary): string {
    return this.t(`organiser.programme.${saysOnly(name, number) ? 'release_suggested' : 'number'}`, { number, name });
  }

  protected when(at: string): string {
    return formatDateTime(Temporal.Instant.from(at), this.clock.zone(), this.lang(), { month: 'long' });
  }

  protected change({ kind, was, now }: ReleaseSummary['changes'][number]): string {
    return this.t(`organiser.programme.change.${kind}`, { was: this.moment(was), now: this.moment(now) });
  }

  /** What a release says of a time is an instant; other words stay as they are. */
  private moment(text: string | null): string {
    if (!text || !/^\d{4}-\d\d-\d\dT/.test(text)) return text ?? '';
    return formatDateTime(Temporal.Instant.from(text), this.clock.zone(), this.lang(), { month: 'long', year: false });
  }

  private take(file: File): void {
    this.allWarnings.set(false);
    void this.desk.pick(file);
  }
}
