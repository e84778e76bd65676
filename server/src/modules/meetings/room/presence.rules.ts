import { intersect, totalMinutes, type Interval, type IntervalSet } from '@musubi/time';
import { opensBeforeMinutes, type Verdict } from '../booked/meeting.rules.js';

/** A side was there when somebody of it was in the room for this long, in minutes. */
export const thereMinutes = 1;
/** A meeting was held when both sides were there together for this long, in minutes. */
export const togetherMinutes = 5;

/** Who was in the room when, by side; a colleague counts for the side. */
export type PresenceBySide = readonly [IntervalSet, IntervalSet];

/** The time that counts: from the opening of the room to the end of the meeting. */
export function countedTime({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Interval {
  return {
    start: startsAt.toTemporalInstant().subtract({ minutes: opensBeforeMinutes }),
    end: endsAt.toTemporalInstant(),
  };
}

/** What presence says of a meeting: nobody there is nobody's fault, one missing is a no-show, too short is cut short. */
export function verdictOf(meeting: { startsAt: Date; endsAt: Date }, presence: PresenceBySide): Verdict {
  const counted = [countedTime(meeting)];
  const [one, other] = [intersect(presence[0], counted), intersect(presence[1], counted)];
  const there = [one, other].filter((side) => totalMinutes(side) >= thereMinutes).length;
  if (there === 0) return 'not_held';
  if (there === 1) return 'no_show';
  return totalMinutes(intersect(one, other)) >= togetherMinutes ? 'held' : 'cut_short';
}

/** Whole seconds inside the counted time. */
export function attendedSeconds(meeting: { startsAt: Date; endsAt: Date }, presence: IntervalSet): number {
  return Math.round(totalMinutes(intersect(presence, [countedTime(meeting)])) * 60);
}
