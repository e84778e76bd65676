import type { LanguagePair } from '@musubi/contracts';

export interface Stint {
  startsAt: Date;
  endsAt: Date;
}

export interface Candidate {
  userId: string;
  inARow: number;
  breakMinutes: number;
  /** What the interpreter has at this event, in minutes. */
  minutes: number;
  /** All meetings that the interpreter has, of any event. */
  stints: readonly Stint[];
}

/** The pair whichever is named first: people interpret in both directions. */
export const pairKey = ([one, other]: LanguagePair): string => [one, other].sort().join('-');
/** Whether the same is wanted, in whatever order; null wants no interpreter. */
export const isSame = (one: LanguagePair | null, other: LanguagePair | null): boolean =>
  (one && pairKey(one)) === (other && pairKey(other));
export const pairOf = (key: string): LanguagePair => key.split('-') as LanguagePair;

/** Whether no more meetings follow each other without a break, with this one among them, than the interpreter takes on. */
export function rests({ stints, inARow, breakMinutes }: Omit<Candidate, 'userId' | 'minutes'>, next: Stint): boolean {
  const all = [...stints, next].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  let row = 0;
  let until = -Infinity;
  let longest = 0;
  let holdsNext = false;
  for (const stint of all) {
    if (stint.startsAt.getTime() - until >= breakMinutes * 60_000) {
      row = 0;
      holdsNext = false;
    }
    row++;
    holdsNext ||= stint === next;
    if (holdsNext) longest = Math.max(longest, row);
    until = Math.max(until, stint.endsAt.getTime());
  }
  return longest <= inARow;
}

/**
 * Who is asked for a meeting, in turn: whoever had it before, then whoever has the fewest minutes at this event. The same
 * people and meetings give the same order.
 */
export function fairOrder(candidates: readonly Candidate[], meeting: Stint, before: string | null = null): string[] {
  return candidates
    .filter((candidate) => rests(candidate, meeting))
    .sort(
      (a, b) =>
        Number(b.userId === before) - Number(a.userId === before) ||
        a.minutes - b.minutes ||
        (a.userId < b.userId ? -1 : 1),
    )
    .map(({ userId }) => userId);
}
