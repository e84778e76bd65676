import type { MeetingState, VerdictSource } from '@musubi/contracts';
import { intersect, totalMinutes, union, type Interval, type IntervalSet } from '@musubi/time';
import { DomainError } from '../../../platform/index.js';
import { opensBeforeMinutes, type Verdict } from '../booked/meeting.rules.js';

/** A side was there when somebody of it was in the room for this long, in minutes. */
export const thereMinutes = 1;
/** A meeting was held when both sides were there together for this long, in minutes. */
export const togetherMinutes = 5;
/** How long a verdict is provisional, in hours of domain time. */
export const provisionalHours = 48;

/** When each person of a side was in the room; a colleague counts for the side. */
export type SidePresence = readonly IntervalSet[];

/** What became of a meeting, and how one knows. */
export interface Finding {
  state: Verdict;
  source: VerdictSource;
  /** Sides of which nobody was there, by their number; empty where an outage excuses everybody. */
  absent: readonly number[];
  /** The technology failed in that time: the meeting counts for nobody and against nobody. */
  excluded: boolean;
}

/** The time that counts: from the opening of the room to the end of the meeting. */
export function countedTime({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Interval {
  return {
    start: startsAt.toTemporalInstant().subtract({ minutes: opensBeforeMinutes }),
    end: endsAt.toTemporalInstant(),
  };
}

/**
 * What presence says of a meeting: nobody there is nobody's fault, one missing is a no-show, too short is cut short.
 * @param sides by the number of the side; the first two agreed on the meeting, and it depends on them
 * @param outages when the technology did not work; what was held in spite of it was held
 */
export function findingOf(
  meeting: { startsAt: Date; endsAt: Date },
  sides: readonly SidePresence[],
  outages: IntervalSet = [],
): Finding {
  const counted = [countedTime(meeting)];
  const inTime = sides.map((side) => side.map((person) => intersect(person, counted)));
  const there = inTime.map((side) => side.some((person) => totalMinutes(person) >= thereMinutes));
  const together = intersect(union(...inTime[0]!), union(...inTime[1]!));
  const held = there[0]! && there[1]! && totalMinutes(together) >= togetherMinutes;
  const failed = !held && intersect(outages, counted).length > 0;
  const state = (): Verdict => {
    if (held) return 'held';
    if (failed || (!there[0] && !there[1])) return 'not_held';
    return there[0] && there[1] ? 'cut_short' : 'no_show';
  };
  const absent = failed ? [] : there.flatMap((is, side) => (is ? [] : [side]));
  return { state: state(), source: 'presence', absent, excluded: failed };
}

/** Of a meeting that took place elsewhere the room can say that it was held, but not that somebody was missing: both sides declare it. */
export function unseen(finding: Finding): Finding {
  return finding.state === 'held' ? finding : { ...finding, state: 'not_held', absent: [] };
}

/** Whole seconds inside the counted time. */
export function attendedSeconds(meeting: { startsAt: Date; endsAt: Date }, presence: IntervalSet): number {
  return Math.round(totalMinutes(intersect(presence, [countedTime(meeting)])) * 60);
}

/** A meeting's verdict as it stands. */
export interface Standing extends Finding {
  /** 1 for the first; every change is an entry of its own. */
  place: number;
  /** When the first verdict was told. */
  firstAt: Date;
  /** Somebody disputes it, and nobody has decided yet. */
  disputed: boolean;
  /** An organiser changed or upheld it, and has not taken that back. */
  decided: boolean;
}

/** Until when it may be disputed, and both sides may declare that they met. */
export function finalAt({ firstAt }: Pick<Standing, 'firstAt'>): Date {
  return new Date(firstAt.getTime() + provisionalHours * 3_600_000);
}

/**
 * Counted apart, and told so to everybody alike: a dispute waits for the organisers, or the time has not run out. What they have
 * decided stands, unless somebody asks them to look at it again.
 */
export function isProvisional(standing: Pick<Standing, 'firstAt' | 'disputed' | 'decided'>, now: Date): boolean {
  return standing.disputed || (!standing.decided && now < finalAt(standing));
}

/**
 * The two that met say that it was otherwise.
 * @throws DomainError `verdict.final` when the time for it is over
 */
export function assertOpen(standing: Pick<Standing, 'firstAt'>, now: Date): void {
  if (now >= finalAt(standing)) throw new DomainError('verdict.final', { finalAt: finalAt(standing).toISOString() });
}

/**
 * Both sides say that they met, by phone or in another room: held, and counted apart from what was measured.
 * @returns null where it is held anyway, and where an organiser has decided: what is said then is evidence
 */
export function declared(standing: Standing): Finding | null {
  if (standing.state === 'held' || standing.decided) return null;
  return { state: 'held', source: 'declaration', absent: [], excluded: false };
}

/** Both sides have said that they met, and it stands: neither takes it back alone, who thinks otherwise asks the organisers. */
export function isAgreed({ state, source }: Pick<Standing, 'state' | 'source'>): boolean {
  return state === 'held' && source === 'declaration';
}

/** An entry of a record; one that takes another back restores what stood before that. */
interface Entry {
  byUserId: string | null;
  undoes: number | null;
}

/**
 * Whether what stands is an organiser's decision, by which a taken-back one does not count.
 * @param history by place, without a gap
 */
export function isDecided(history: readonly Entry[]): boolean {
  const last = history.at(-1);
  if (!last) return false;
  return last.undoes === null ? last.byUserId !== null : isDecided(history.slice(0, last.undoes - 1));
}

/** What an organiser says it was. */
export interface Decision {
  state: Verdict;
  /** Which of the two sides was missing, for a no-show. */
  absentSide: 0 | 1 | null;
  /** The technology was at fault: it was not held, and counts for nobody. */
  excluded: boolean;
}

/**
 * What stands once an organiser has decided; the same as before where the verdict is upheld, and then also known as before.
 * @throws DomainError `meeting.wrong_state` before the first verdict and for a meeting that was cancelled
 */
export function decided(state: MeetingState, standing: Standing | null, decision: Decision): Finding {
  if (!standing || state === 'cancelled') throw new DomainError('meeting.wrong_state', { state });
  const { state: to, absentSide, excluded } = decision;
  const finding = { state: to, source: 'organiser', absent: to === 'no_show' ? [absentSide!] : [], excluded } as const;
  return isSame(finding, standing) ? standing : finding;
}

/** Whether two findings say the same of the two sides, however it is known. */
export function isSame(one: Finding, other: Finding): boolean {
  if (one.state !== other.state || one.excluded !== other.excluded) return false;
  // Who was missing matters for a no-show alone; further sides do not matter at all.
  return one.state !== 'no_show' || principal(one.absent) === principal(other.absent);
}

const principal = (absent: readonly number[]): number | undefined => absent.find((side) => side < 2);

/** Only what an organiser decided is taken back, and nobody takes back what takes back: who thinks otherwise decides anew. */
export function isUndoable({ byUserId, undoes }: { byUserId: string | null; undoes: number | null }): boolean {
  return byUserId !== null && undoes === null;
}
