/** Somebody who could come, and what speaks for them. */
export interface Candidate {
  readonly participantId: string;
  readonly free: boolean;
  /** Meetings that they have already. */
  readonly meetings: number;
  readonly languages: readonly string[];
  readonly sortName: string;
}

export interface Wish {
  /** Whom the other side has asked for. */
  readonly contactId: string;
  /** In which the meeting is held. */
  readonly language: string;
}

/**
 * Who comes: the wanted contact where they are free; else, of those who are, whoever has the fewest meetings, then whoever
 * speaks the meeting's language, then by name. The same candidates give the same answer in whatever order they stand.
 * @returns null where nobody is free. O(n log n)
 */
export function assignee<C extends Candidate>(candidates: readonly C[], wish: Wish): C | null {
  return inOrderOfChoice(candidates, wish)[0] ?? null;
}

/** Everybody who is free, the first choice first. */
export function inOrderOfChoice<C extends Candidate>(
  candidates: readonly C[],
  { contactId, language }: Wish,
): readonly C[] {
  const wanted = (one: C) => Number(one.participantId !== contactId);
  const foreign = (one: C) => Number(!one.languages.includes(language));
  return candidates
    .filter(({ free }) => free)
    .toSorted(
      (a, b) =>
        wanted(a) - wanted(b) ||
        a.meetings - b.meetings ||
        foreign(a) - foreign(b) ||
        compare(a.sortName, b.sortName) ||
        compare(a.participantId, b.participantId),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
