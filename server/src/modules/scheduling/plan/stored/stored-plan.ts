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

/** Published, and not taken back since. */
export const isOut = ({ run: { publishedAt, rolledBackAt } }: Pick<StoredPlan, 'run'>): boolean =>
  publishedAt !== null && rolledBackAt === null;

/** Meetings that the plan has booked; those that stood before are people's own. */
export const madeBy = ({ rows, origins }: Pick<StoredPlan, 'rows' | 'origins'>): string[] =>
  rows.flatMap(({ meetingId, wishId }) =>
    meetingId !== null && origins.get(wishId)?.kind !== 'confirmed' ? [meetingId] : [],
  );
