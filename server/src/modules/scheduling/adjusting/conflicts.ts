import type {
  InterpreterId,
  MeetingId,
  ParticipantId,
  PlanConflict,
  PlanConflictKind,
  PlannedMeetingId,
} from '@musubi/contracts';
import { audit, type BrokenRule, type Plan, type Problem, type Violation } from '@musubi/scheduling';
import type { PlannedRow } from '../plan/stored/plan-rows.js';
import { around } from './around.js';

const kinds: Partial<Record<BrokenRule, PlanConflictKind>> = {
  unknown_slot: 'unknown_slot',
  slot_not_allowed: 'unknown_slot',
  not_available: 'not_free',
  two_places: 'two_places',
  gap: 'gap',
  over_maximum: 'maximum',
  over_day_maximum: 'day_maximum',
  over_rooms: 'rooms',
  no_interpreter: 'interpreter',
  wrong_interpreter: 'interpreter',
  interpreter_rest: 'interpreter_rest',
  pair_meets_twice: 'pair_meets_twice',
  no_thanks: 'no_thanks',
  fixed_missing: 'locked',
  fixed_moved: 'locked',
};

/**
 * Rules that the later plan breaks and the earlier one does not, with whom they are about. Only what is around the change is looked
 * over, since this is done while somebody waits.
 */
export function newConflicts(whole: Problem, earlier: Plan, later: Plan, rows: readonly PlannedRow[]): PlanConflict[] {
  const { problem, before, after } = around(whole, earlier, later);
  const known = new Set(audit(problem, before).map(keyOf));
  const people = new Set(problem.people.map(({ id }) => id));
  const interpreters = new Set(problem.interpreters.map(({ id }) => id));
  const planned = new Map(rows.map((row) => [row.wishId, row]));
  return audit(problem, after)
    .filter((one) => !known.has(keyOf(one)))
    .map(({ rule, ids, slots }) => ({
      kind: kinds[rule] ?? 'other',
      people: ids.filter((id) => people.has(id)) as ParticipantId[],
      interpreters: ids.filter((id) => interpreters.has(id)) as InterpreterId[],
      planned: ids.flatMap((id) => (planned.get(id)?.id ?? []) as PlannedMeetingId),
      meetings: ids.flatMap((id) => (planned.get(id)?.meetingId ?? []) as MeetingId),
      slots: [...slots],
    }));
}

const keyOf = ({ rule, ids, slots }: Violation): string => JSON.stringify([rule, ids, slots]);

export const conflict = (kind: PlanConflictKind, given: Partial<PlanConflict> = {}): PlanConflict => ({
  kind,
  people: [],
  interpreters: [],
  planned: [],
  meetings: [],
  slots: [],
  ...given,
});
