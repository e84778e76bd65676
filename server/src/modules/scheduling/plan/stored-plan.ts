import type { ParticipantCard } from '@musubi/contracts';
import type { Plan, Problem } from '@musubi/scheduling';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/index.js';
import type { Participants } from '../../registration/index.js';
import type { Origin } from '../event/origin.js';
import { ScheduleInputEntity } from '../runs/schedule-input.entity.js';
import type { ScheduleRunEntity } from '../runs/schedule-run.entity.js';
import { planFrom, type PlannedRow, plannedOf } from './plan-rows.js';

/** A run's plan with what it was made from. */
export interface StoredPlan {
  run: ScheduleRunEntity;
  problem: Problem;
  slotIds: readonly string[];
  position: ReadonlyMap<string, number>;
  origins: ReadonlyMap<string, Origin>;
  rows: readonly PlannedRow[];
  plan: Plan;
}

/** @throws DomainError `schedule.no_plan` while there is none */
export async function storedPlan(em: EntityManager, run: ScheduleRunEntity): Promise<StoredPlan> {
  if (!run.hasPlan) throw new DomainError('schedule.no_plan', { runId: run.id });
  const { problem, slotIds, origins } = await em.findOneByOrFail(ScheduleInputEntity, { runId: run.id });
  const position = new Map(slotIds.map((id, at) => [id, at]));
  const rows = await plannedOf(em, run.id);
  return {
    run,
    problem,
    slotIds,
    position,
    origins: new Map(origins.map((origin) => [origin.wishId, origin])),
    rows,
    plan: planFrom(rows, position),
  };
}

/** Of everybody in the problem. */
export const cardsOf = async (
  em: EntityManager,
  participants: Participants,
  { problem }: Pick<StoredPlan, 'problem'>,
): Promise<Map<string, ParticipantCard>> =>
  participants.cards(
    problem.people.map(({ id }) => id),
    em,
  );
