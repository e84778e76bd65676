import type { Plan, Problem } from '../problem/problem.ts';

/** Problem B with numbers for names. Slots stand in the order of time and do not overlap. */
export interface IdleModel {
  readonly problem: Problem;
  readonly slots: number;
  readonly people: number;
  /** Per meeting: its people, and the slots that it could have. */
  readonly peopleOf: readonly (readonly number[])[];
  readonly domain: readonly (readonly number[])[];
  /** Per person: their meetings. */
  readonly meetingsOf: readonly (readonly number[])[];
  /** Per slot: meetings that it holds at most. */
  readonly rooms: readonly number[];
  /** The first meeting lies in an earlier slot than the second one. */
  readonly precedences: readonly (readonly [number, number])[];
  /** Most idle periods that one person may have more than another; `null` for any. */
  readonly spread: number | null;
}

/** Lays the problem out, and takes out of the domains what precedences exclude at once. O(meetings × slots × precedences). */
export function idleModel(problem: Problem): IdleModel {
  const { slots, people, wishes, fixed, goal } = problem;
  const number = new Map(people.map(({ id }, at) => [id, at]));
  const wishNumber = new Map(wishes.map(({ id }, at) => [id, at]));
  const peopleOf = wishes.map(({ sides }) => sides.flatMap((side) => side.people.map((id) => number.get(id)!)));
  const free = people.map((person) => new Set(person.free));
  const fixedSlot = new Map(fixed.map(({ wishId, slot }) => [wishNumber.get(wishId)!, slot]));
  const domain = wishes.map((wish, meeting) =>
    slots.flatMap((slot, at) => {
      const possible =
        slot.rooms !== 0 &&
        (wish.slots === null || wish.slots.includes(at)) &&
        (fixedSlot.get(meeting) ?? at) === at &&
        peopleOf[meeting]!.every((person) => free[person]!.has(at));
      return possible ? [at] : [];
    }),
  );
  const precedences = problem.precedences.map(
    ([before, after]) => [wishNumber.get(before)!, wishNumber.get(after)!] as const,
  );
  narrow(domain, precedences);
  const meetingsOf: number[][] = people.map(() => []);
  for (const [meeting, own] of peopleOf.entries()) for (const person of own) meetingsOf[person]!.push(meeting);
  return {
    problem,
    slots: slots.length,
    people: people.length,
    peopleOf,
    domain,
    meetingsOf,
    rooms: slots.map(({ rooms }) => Math.min(rooms ?? Infinity, wishes.length)),
    precedences,
    spread: goal.kind === 'idle' ? goal.spread : null,
  };
}

function narrow(domain: number[][], precedences: readonly (readonly [number, number])[]): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const [before, after] of precedences) {
      const [first, second] = [domain[before]!, domain[after]!];
      const earliest = first[0] ?? Infinity;
      const latest = second.at(-1) ?? -Infinity;
      const left = first.filter((slot) => slot < latest);
      const right = second.filter((slot) => slot > earliest);
      if (left.length === first.length && right.length === second.length) continue;
      domain[before] = left;
      domain[after] = right;
      changed = true;
    }
  }
}

/** The plan in the problem's words, from the slot of each meeting. */
export function planFrom({ problem }: IdleModel, slotOf: ArrayLike<number>): Plan {
  const meetings = problem.wishes.map(({ id, sides }, at) => ({
    wishId: id,
    slot: slotOf[at]!,
    people: sides.flatMap(({ people }) => people),
    interpreterId: null,
  }));
  return { meetings: meetings.sort((a, b) => a.slot - b.slot || (a.wishId < b.wishId ? -1 : 1)) };
}
