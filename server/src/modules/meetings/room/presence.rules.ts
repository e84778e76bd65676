import { intersect, totalMinutes, type Interval, type IntervalSet } from '@musubi/time';
import { opensBeforeMinutes, type Verdict } from '../booked/meeting.rules.js';

/** A side was there when somebody of it was in the room for this long, in minutes. */
export const thereMinutes = 1;
/** A meeting was held when both sides were there together for this long, in minutes. */
export const togetherMinutes = 5;

/** Who was in the room when, by side, first the two that agreed on the meeting; a colleague counts for the side. */
export type PresenceBySide = readonly [IntervalSet, IntervalSet, ...IntervalSet[]];

/** The time that counts: from the opening of the room to the end of the meeting. */
export function countedTime({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Interval {
  return {
    start: startsAt.toTemporalInstant().subtract({ minutes: opensBeforeMinutes }),
    end: endsAt.toTemporalInstant(),
  };
}

/**
 * What presence says of a meeting: nobody there is nobody's fault, one of the two that agreed on it missing is a no-show, too
 * short is cut short. Further sides that stay away leave it as it is.
 */
export function verdictOf(meeting: { startsAt: Date; endsAt: Date }, presence: PresenceBySide): Verdict {
  const counted = [countedTime(meeting)];
  const sides = presence.map((side) => intersect(side, counted));
  const isThere = sides.map((side) => totalMinutes(side) >= thereMinutes);
  if (!isThere.includes(true)) return 'not_held';
  if (!isThere[0] || !isThere[1]) return 'no_show';
  const [one, other] = [sides[0]!, sides[1]!];
  return totalMinutes(intersect(one, other)) >= togetherMinutes ? 'held' : 'cut_short';
}

/** Whole seconds inside the counted time. */
export function attendedSeconds(meeting: { startsAt: Date; endsAt: Date }, presence: IntervalSet): number {
  return Math.round(totalMinutes(intersect(presence, [countedTime(meeting)])) * 60);
}
