import { computed, inject, Injectable, signal, untracked } from '@angular/core';
import type {
  EventId,
  ScheduleDiagnosis,
  ScheduleRunInput,
  ScheduleRunView,
  ScheduleSettings,
  ScheduleView,
} from '@musubi/contracts';
import { Realtime } from '../../../core/realtime/realtime';
import { Reading } from '../../reading';
import { ScheduleApi } from './schedule-api';

/** Milliseconds in which what people say is counted once. */
const COUNTED_AFTER = 2000;

/** What the plan of one event is made from, and the runs that made one. */
@Injectable({ providedIn: 'root' })
export class ScheduleDesk {
  private readonly api = inject(ScheduleApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<ScheduleView>(() => this.api.view(this.event()!));
  private counting: ReturnType<typeof setTimeout> | undefined;

  readonly view = this.read.value;
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  /** The run that is under way; at most one. */
  readonly underWay = computed(
    () => this.read.value()?.runs.find(({ state }) => state === 'queued' || state === 'running') ?? null,
  );

  constructor() {
    const realtime = inject(Realtime);
    const isMine = (eventId: string | undefined): boolean =>
      Boolean(this.event()) && (!eventId || eventId === this.event());
    realtime.onHint('schedule.changed', ({ eventId }) => {
      if (isMine(eventId)) void this.read.refresh();
    });
    realtime.onHint('preferences.changed', ({ eventId }) => {
      if (isMine(eventId)) this.countSoon();
    });
  }

  open(eventId: EventId): Promise<void> {
    if (untracked(this.event) !== eventId) {
      this.read.reset();
      this.event.set(eventId);
    }
    return this.read.refresh();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }

  async set(settings: ScheduleSettings): Promise<void> {
    const version = untracked(this.view)?.version ?? 0;
    const view = await this.api.set(this.event()!, { ...settings, version });
    this.read.change(() => view);
  }

  diagnose(input: ScheduleRunInput): Promise<ScheduleDiagnosis> {
    return this.api.diagnose(this.event()!, input);
  }

  async start(input: ScheduleRunInput): Promise<ScheduleRunView> {
    const run = await this.api.start(this.event()!, input);
    await this.read.refresh();
    return run;
  }

  /** However many people say something at once. */
  private countSoon(): void {
    this.counting ??= setTimeout(() => {
      this.counting = undefined;
      void this.count();
    }, COUNTED_AFTER);
  }

  /** What was counted of another event meanwhile, or could not be, is left to the next time. */
  private async count(): Promise<void> {
    const eventId = untracked(this.event);
    const preferences = eventId && (await this.api.preferences(eventId).catch(() => null));
    if (preferences && eventId === untracked(this.event)) this.read.change((view) => ({ ...view, preferences }));
  }
}
