import type { InterpreterId, MeetingId, ParticipantId, PlanDifference } from '@musubi/contracts';
import type { PlannedRow } from '../plan/stored/plan-rows.js';

/** A meeting of a plan with when it is. */
export type Timed = Pick<PlannedRow, 'wishId' | 'slotId' | 'people' | 'interpreterId' | 'meetingId'> & {
  startsAt: Date;
};

/** What one person gained and lost. */
export interface Change {
  before: number;
  after: number;
  gained: number;
  lost: number;
  moved: number;
}

export interface Compared {
  differences: PlanDifference[];
  /** By participant; those for whom something is different. */
  people: Map<string, Change>;
  same: number;
}

/** What a later plan has otherwise, by wishes, which are the same in every run. O(meetings). */
export function compare(before: readonly Timed[], after: readonly Timed[]): Compared {
  const wishOf = lifelong([...before, ...after]);
  const [earlier, later] = [before, after].map((plan) => new Map(plan.map((one) => [wishOf(one), one])));
  const wishes = [...new Set([...earlier!.keys(), ...later!.keys()])];
  const differences = wishes.flatMap((id) => difference(earlier!.get(id), later!.get(id)));
  const people = new Map<string, Change>();
  const of = (id: string): Change => {
    const known = people.get(id) ?? {
      before: count(before, id),
      after: count(after, id),
      gained: 0,
      lost: 0,
      moved: 0,
    };
    people.set(id, known);
    return known;
  };
  for (const { before: was, after: is } of differences) {
    const [old, now] = [was?.people ?? [], is?.people ?? []] as [string[], string[]];
    for (const id of old) if (!now.includes(id)) of(id).lost++;
    for (const id of now) if (!old.includes(id)) of(id).gained++;
    for (const id of now) if (old.includes(id) && was!.startsAt !== is!.startsAt) of(id).moved++;
  }
  return { differences: differences.sort(byTime), people, same: wishes.length - differences.length };
}

/** A meeting that one run made and another found standing is of the wish that it was made for. */
function lifelong(rows: readonly Timed[]): (one: Timed) => string {
  const made = new Map(
    rows.flatMap(({ wishId, meetingId }) => (meetingId !== null && meetingId !== wishId ? [[meetingId, wishId]] : [])),
  );
  return ({ wishId }) => made.get(wishId) ?? wishId;
}

function difference(was: Timed | undefined, is: Timed | undefined): PlanDifference[] {
  const change = kindOf(was, is);
  if (!change) return [];
  return [
    {
      change,
      people: (is ?? was)!.people as ParticipantId[],
      before: was ? sideOf(was) : null,
      after: is ? sideOf(is) : null,
      meetingId: (is?.meetingId ?? was?.meetingId ?? null) as MeetingId | null,
    },
  ];
}

function kindOf(was: Timed | undefined, is: Timed | undefined): PlanDifference['change'] | null {
  if (!was) return 'added';
  if (!is) return 'dropped';
  if (was.slotId !== is.slotId) return 'moved';
  if (was.people.join() !== is.people.join()) return 'reassigned';
  return was.interpreterId === is.interpreterId ? null : 'interpreter';
}

const sideOf = ({ startsAt, people, interpreterId }: Timed) => ({
  startsAt: startsAt.toISOString(),
  people: people as ParticipantId[],
  interpreterId: interpreterId as InterpreterId | null,
});
const count = (plan: readonly Timed[], id: string): number => plan.filter(({ people }) => people.includes(id)).length;
const timeOf = ({ before, after }: PlanDifference): string => (after ?? before)!.startsAt;
const byTime = (a: PlanDifference, b: PlanDifference): number =>
  timeOf(a).localeCompare(timeOf(b)) || a.people.join().localeCompare(b.people.join());
