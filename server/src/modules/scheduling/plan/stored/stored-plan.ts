import type { ParticipantCard } from '@musubi/contracts';
import type { Plan } from '@musubi/scheduling';
import type { EntityManager } from 'typeorm';
import type { Participants } from '../../../registration/index.js';
import type { ScheduleRunEntity } from '../../runs/schedule-run.entity.js';
import type { PlannedRow } from './plan-rows.js';
import type { RunInput } from './recent-inputs.js';

/** A run's plan with what it was made from. */
export interface StoredPlan extends RunInput {
  run: ScheduleRunEntity;
  rows: readonly PlannedRow[];
  plan: Plan;
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
