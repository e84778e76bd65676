import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../../platform/index.js';
import { ScheduleInputEntity } from '../../runs/schedule-input.entity.js';
import type { ScheduleRunEntity } from '../../runs/schedule-run.entity.js';
import { planFrom, plannedOf } from './plan-rows.js';
import { RecentInputs, type RunInput } from './recent-inputs.js';
import type { StoredPlan } from './stored-plan.js';

/** Plans as they are kept: their meetings read anew each time, what they were made from only once while they are looked at. */
@Injectable()
export class StoredPlans {
  private readonly recent = new RecentInputs();

  /** @throws DomainError `schedule.no_plan` while there is none */
  async of(em: EntityManager, run: ScheduleRunEntity): Promise<StoredPlan> {
    if (!run.hasPlan) throw new DomainError('schedule.no_plan', { runId: run.id });
    const input = this.recent.get(run.id) ?? (await this.read(em, run.id));
    const rows = await plannedOf(em, run.id);
    return { run, ...input, rows, plan: planFrom(rows, input.position) };
  }

  private async read(em: EntityManager, runId: string): Promise<RunInput> {
    const { problem, slotIds, origins } = await em.findOneByOrFail(ScheduleInputEntity, { runId });
    const input = {
      problem,
      slotIds,
      position: new Map(slotIds.map((id, at) => [id, at])),
      origins: new Map(origins.map((origin) => [origin.wishId, origin])),
    };
    this.recent.keep(runId, input);
    return input;
  }
}
