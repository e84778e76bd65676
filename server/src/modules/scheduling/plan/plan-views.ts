import type {
  InterpreterId,
  MeetingId,
  ParticipantId,
  PlanActor,
  PlannedMeetingId,
  PlannedMeetingView,
  PlanRemedy,
  UnmetWishView,
  WishId,
  WishOrigin,
} from '@musubi/contracts';
import type { Remedy, UnmetWish, Wish } from '@musubi/scheduling';
import type { Origin } from '../event/wishes/origin.js';
import type { PlannedRow } from './stored/plan-rows.js';
import type { StoredPlan } from './stored/stored-plan.js';

/** Each where it is; one in a slot that the plan was not made for is nowhere on its board. */
export function plannedViews(
  rows: readonly PlannedRow[],
  { position, origins, problem }: Pick<StoredPlan, 'position' | 'origins' | 'problem'>,
): PlannedMeetingView[] {
  const weights = new Map(problem.wishes.map(({ id, weight }) => [id, weight]));
  return rows.flatMap((row): PlannedMeetingView[] => {
    const slot = position.get(row.slotId);
    if (slot === undefined) return [];
    return [
      {
        plannedId: row.id as PlannedMeetingId,
        wishId: row.wishId as WishId,
        slot,
        people: row.people as ParticipantId[],
        interpreterId: row.interpreterId as InterpreterId | null,
        origin: originView(origins.get(row.wishId)),
        weight: weights.get(row.wishId) ?? 0,
        locked: row.locked,
        byHand: row.byHand,
        meetingId: row.meetingId as MeetingId | null,
        conflict: row.conflict,
      },
    ];
  });
}

const originView = (origin: Origin | undefined): WishOrigin => ({
  kind: origin?.kind ?? 'preference',
  said: origin?.said ?? ['none', 'none'],
  by: (origin?.by ?? origin?.contacts ?? null) as WishOrigin['by'],
});

/** Wishes that are not met, the most wanted first, each with what keeps it. */
export function unmetViews(stored: StoredPlan, unmet: readonly UnmetWish[]): UnmetWishView[] {
  const { problem, rows, origins } = stored;
  const wishes = new Map(problem.wishes.map((wish) => [wish.id, wish]));
  const known = new Set(problem.people.map(({ id }) => id));
  const interpreters = new Set(problem.interpreters.map(({ id }) => id));
  const planned = new Map(rows.map(({ id, wishId }) => [wishId, id as PlannedMeetingId]));
  const actor = (id: string): PlanActor =>
    interpreters.has(id)
      ? { kind: 'interpreter', interpreterId: id as InterpreterId }
      : { kind: 'person', participantId: id as ParticipantId };
  const remedy = (one: Remedy): PlanRemedy[] => {
    if (one.kind === 'give_up') {
      const plannedId = planned.get(one.wishId);
      return plannedId ? [{ kind: 'give_up', plannedId }] : [];
    }
    if (!('actorId' in one)) return [one];
    const { actorId, ...rest } = one;
    return [{ ...rest, actor: actor(actorId) } as PlanRemedy];
  };
  const views = unmet.map(({ wishId, reason, ids, possibleWith }): UnmetWishView => {
    const wish: Wish = wishes.get(wishId)!;
    // Of an organisation that shares its meetings, whoever was asked for stands for it.
    const contacts = origins.get(wishId)?.contacts ?? wish.sides.flatMap(({ people }) => people);
    return {
      wishId: wishId as WishId,
      people: contacts.map((id) => id as ParticipantId),
      origin: originView(origins.get(wishId)),
      weight: wish.weight,
      reason,
      actors: ids.filter((id) => known.has(id) || interpreters.has(id)).map(actor),
      instead: ids.flatMap((id) => planned.get(id) ?? []),
      possibleWith: possibleWith && { slot: possibleWith.slot, remedies: possibleWith.remedies.flatMap(remedy) },
    };
  });
  return [...views, ...refusals(stored)].sort((a, b) => b.weight - a.weight || (a.wishId < b.wishId ? -1 : 1));
}

/** Wishes to which the other side said no, and those between people who cannot meet: that tells nobody who blocked whom. */
const refusals = ({ origins }: StoredPlan): UnmetWishView[] =>
  [...origins.values()].flatMap((origin) =>
    origin.refused
      ? {
          wishId: origin.wishId as WishId,
          people: origin.contacts.map((id) => id as ParticipantId),
          origin: originView(origin),
          weight: 0,
          reason: origin.refused,
          actors: [],
          instead: [],
          possibleWith: null,
        }
      : [],
  );
