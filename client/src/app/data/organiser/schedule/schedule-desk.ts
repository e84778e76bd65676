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

/** What the plan of one event is made from, and the runs that made one. */
@Injectable({ providedIn: 'root' })
export class ScheduleDesk {
  private readonly api = inject(ScheduleApi);
  private readonly event = signal<EventId | null>(null);
  private readonly read = new Reading<ScheduleView>(() => this.api.view(this.event()!));

  readonly view = this.read.value;
  readonly loading = this.read.loading;
  readonly failed = this.read.failed;
  /** The run that is under way; at most one. */
  readonly underWay = computed(
    () => this.read.value()?.runs.find(({ state }) => state === 'queued' || state === 'running') ?? null,
  );

  constructor() {
    inject(Realtime).onHint('schedule.changed', ({ eventId }) => {
      if (this.event() && (!eventId || eventId === this.event())) void this.read.refresh();
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
}
