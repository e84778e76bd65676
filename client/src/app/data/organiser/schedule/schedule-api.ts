import { inject, Injectable } from '@angular/core';
import type {
  AdjustPlan,
  AskedResult,
  AskingView,
  EventId,
  PlanAdjusted,
  PlanCheck,
  PlanComparison,
  PlanView,
  PreferenceCounts,
  PublishResult,
  RollBackResult,
  ScheduleDiagnosis,
  ScheduleRunId,
  ScheduleRunInput,
  ScheduleRunView,
  ScheduleSettingsPut,
  ScheduleView,
  UnmetView,
} from '@musubi/contracts';
import { Api } from '../../../core/api/api';

/** The organisers' plan: settings, runs, their plans. */
@Injectable({ providedIn: 'root' })
export class ScheduleApi {
  private readonly api = inject(Api);

  view(eventId: EventId): Promise<ScheduleView> {
    return this.api.get(base(eventId), {}, { fresh: true });
  }

  /** How far the asking is. */
  preferences(eventId: EventId): Promise<PreferenceCounts> {
    return this.api.get(`${base(eventId)}/preferences`, {}, { fresh: true });
  }

  /** Whom a letter that asks for wishes would reach, and what it says. */
  asking(eventId: EventId): Promise<AskingView> {
    return this.api.get(`${base(eventId)}/asking`, {}, { fresh: true });
  }

  ask(eventId: EventId): Promise<AskedResult> {
    return this.api.post(`${base(eventId)}/asking`);
  }

  set(eventId: EventId, settings: ScheduleSettingsPut): Promise<ScheduleView> {
    return this.api.put(`${base(eventId)}/settings`, settings);
  }

  diagnose(eventId: EventId, input: ScheduleRunInput): Promise<ScheduleDiagnosis> {
    return this.api.post(`${base(eventId)}/diagnosis`, input);
  }

  start(eventId: EventId, input: ScheduleRunInput): Promise<ScheduleRunView> {
    return this.api.post(`${base(eventId)}/runs`, input);
  }

  run(eventId: EventId, runId: ScheduleRunId): Promise<ScheduleRunView> {
    return this.api.get(run(eventId, runId), {}, { fresh: true });
  }

  stop(eventId: EventId, runId: ScheduleRunId): Promise<ScheduleRunView> {
    return this.api.post(`${run(eventId, runId)}/stop`);
  }

  plan(eventId: EventId, runId: ScheduleRunId): Promise<PlanView> {
    return this.api.get(`${run(eventId, runId)}/plan`, {}, { fresh: true });
  }

  unmet(eventId: EventId, runId: ScheduleRunId): Promise<UnmetView> {
    return this.api.get(`${run(eventId, runId)}/unmet`, {}, { fresh: true });
  }

  adjust(eventId: EventId, runId: ScheduleRunId, change: AdjustPlan): Promise<PlanAdjusted> {
    return this.api.post(`${run(eventId, runId)}/adjustments`, change);
  }

  /** Whether a change could be made; nothing is changed. */
  check(eventId: EventId, runId: ScheduleRunId, change: AdjustPlan): Promise<PlanCheck> {
    return this.api.post(`${run(eventId, runId)}/adjustments/check`, change);
  }

  publish(eventId: EventId, runId: ScheduleRunId, version: number): Promise<PublishResult> {
    return this.api.post(`${run(eventId, runId)}/publish`, { version });
  }

  rollBack(eventId: EventId, runId: ScheduleRunId): Promise<RollBackResult> {
    return this.api.post(`${run(eventId, runId)}/roll-back`);
  }

  compare(eventId: EventId, runId: ScheduleRunId, before: ScheduleRunId): Promise<PlanComparison> {
    return this.api.get(`${run(eventId, runId)}/comparison`, { with: before }, { fresh: true });
  }
}

const base = (eventId: EventId): string => `/organise/events/${eventId}/schedule`;
const run = (eventId: EventId, runId: ScheduleRunId): string => `${base(eventId)}/runs/${runId}`;
