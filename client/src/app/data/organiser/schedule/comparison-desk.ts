import { inject, Injectable, signal, untracked } from '@angular/core';
import type { EventId, PlanComparison, ScheduleRunId } from '@musubi/contracts';
import { Reading } from '../../reading';
import { ScheduleApi } from './schedule-api';

interface Named {
  readonly eventId: EventId;
  readonly runId: ScheduleRunId;
  readonly before: ScheduleRunId;
}

/** Two runs of one event beside each other. */
@Injectable({ providedIn: 'root' })
export class ComparisonDesk {
  private readonly api = inject(ScheduleApi);
  private readonly named = signal<Named | null>(null);
  private readonly read = new Reading<PlanComparison>(() => {
    const { eventId, runId, before } = this.named()!;
    return this.api.compare(eventId, runId, before);
  });

  readonly comparison = this.read.value;
  readonly failed = this.read.failed;

  open(eventId: EventId, runId: ScheduleRunId, before: ScheduleRunId): Promise<void> {
    const was = untracked(this.named);
    if (was?.runId !== runId || was.before !== before) {
      this.read.reset();
      this.named.set({ eventId, runId, before });
    }
    return this.read.refresh();
  }

  refresh(): Promise<void> {
    return this.read.refresh();
  }
}
