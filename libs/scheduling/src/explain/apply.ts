import type { PlannedMeeting, Plan, Problem } from '../problem/problem.ts';
import type { UnmetWish } from './explain.ts';
import type { Remedy } from './remedy.ts';

/**
 * The problem as it would be with the remedies, and the plan without what they give up: the wish then fits into the slot. For previews,
 * and for trying whether explanations are true. O(size of the problem).
 */
export function withRemedies(
  problem: Problem,
  plan: Plan,
  { wishId, possibleWith }: UnmetWish,
): { problem: Problem; plan: Plan } {
  if (possibleWith === null) return { problem, plan };
  return possibleWith.remedies.reduce((so, remedy) => applied(so.problem, so.plan, remedy, wishId), { problem, plan });
}

function applied(problem: Problem, plan: Plan, remedy: Remedy, wishId: string): { problem: Problem; plan: Plan } {
  switch (remedy.kind) {
    case 'give_up': {
      const stays = ({ wishId: id }: PlannedMeeting): boolean => id !== remedy.wishId;
      return { problem, plan: { meetings: plan.meetings.filter(stays) } };
    }
    case 'raise_maximum':
      return {
        plan,
        problem: withActor(problem, remedy.actorId, (one) => ({ ...one, maximum: (one.maximum ?? 0) + 1 })),
      };
    case 'raise_day_maximum':
      return {
        plan,
        problem: withActor(problem, remedy.actorId, (one) => ({ ...one, perDay: (one.perDay ?? 0) + 1 })),
      };
    case 'make_free':
      return {
        plan,
        problem: withActor(problem, remedy.actorId, (one) => ({
          ...one,
          free: [...new Set([...one.free, remedy.slot])],
        })),
      };
    case 'shorten_gap':
      return {
        plan,
        problem: withActor(problem, remedy.actorId, (one) => ('gapMinutes' in one ? { ...one, gapMinutes: 0 } : one)),
      };
    case 'skip_rest':
      return {
        plan,
        problem: withActor(problem, remedy.actorId, (one) => ('rest' in one ? { ...one, rest: null } : one)),
      };
    case 'add_room':
      return {
        plan,
        problem: {
          ...problem,
          slots: problem.slots.map((slot, at) =>
            at === remedy.slot ? { ...slot, rooms: (slot.rooms ?? 0) + 1 } : slot,
          ),
        },
      };
    case 'add_interpreter': {
      const extra = {
        id: 'one more interpreter',
        pairs: [remedy.pair],
        free: [remedy.slot],
        maximum: 1,
        perDay: null,
        rest: null,
      };
      return { plan, problem: { ...problem, interpreters: [...problem.interpreters, extra] } };
    }
    case 'allow_slot':
      return {
        plan,
        problem: {
          ...problem,
          wishes: problem.wishes.map((wish) =>
            wish.id === wishId ? { ...wish, slots: [...(wish.slots ?? []), remedy.slot] } : wish,
          ),
        },
      };
  }
}

function withActor(
  problem: Problem,
  id: string,
  change: <T extends Problem['people'][number] | Problem['interpreters'][number]>(one: T) => T,
): Problem {
  return {
    ...problem,
    people: problem.people.map((one) => (one.id === id ? change(one) : one)),
    interpreters: problem.interpreters.map((one) => (one.id === id ? change(one) : one)),
  };
}
