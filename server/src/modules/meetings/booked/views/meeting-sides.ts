import type { SideRow } from './meeting-rows.js';

/** The two sides between which a meeting was booked; what becomes of it depends on them. */
const principalSides = [0, 1] as const;

type Seated = Pick<SideRow, 'userId' | 'side' | 'part'>;

/** Observers look on: their presence and their word count for nobody. */
export const counts = ({ part }: Pick<SideRow, 'part'>): boolean => part !== 'observer';

/** Without whoever is needed a meeting is not booked, and not moved; the others come where they can. */
export const isNeeded = ({ part }: Pick<SideRow, 'part'>): boolean => part === 'required';

/** People by side, the two that agreed on it first; a side without anybody is there all the same. Observers are left out. */
export function countedSides<P extends Seated>(people: readonly P[]): P[][] {
  const bySide = Map.groupBy(people.filter(counts), ({ side }) => side);
  const further = [...bySide.keys()].filter((side) => side > 1).sort((a, b) => a - b);
  return [...principalSides, ...further].map((side) => bySide.get(side) ?? []);
}

/** Whether of each of the two that agreed on it somebody fulfils this; a colleague counts for the side. */
export function bothSides<P extends Seated>(people: readonly P[], fulfils: (person: P) => boolean): boolean {
  return countedSides(people)
    .slice(0, principalSides.length)
    .every((side) => side.some(fulfils));
}

/** The people of the other sides, whom this one meets: the nearest side first, observers last. */
export function othersOf<P extends Seated>(people: readonly P[], userId: string): P[] {
  const mine = people.find((person) => person.userId === userId)?.side;
  return people.filter(({ side }) => side !== mine).sort((a, b) => Number(counts(b)) - Number(counts(a)));
}

/** Whether this person may change or cancel the meeting: those of the two sides that agreed on it, guests may not. */
export function decides(people: readonly Seated[], userId: string): boolean {
  return people.some((person) => person.userId === userId && person.side < 2 && isNeeded(person));
}
