import { impossible, type Diagnosis } from './diagnosis.ts';
import type { Numbers } from './numbers.ts';
import type { Problem, Wish } from './problem.ts';

/** Whether the problem says what it means: ids that exist once, positions of slots that exist, sensible numbers. O(size). */
export function* malformations(problem: Problem, numbers: Numbers): Generator<Diagnosis> {
  if (problem.slots.length === 0) yield impossible('no_slots');
  for (const [at, slot] of problem.slots.entries())
    if (!(slot.endsAt > slot.startsAt)) yield impossible('slot_ends_before_start', [], [at]);
  yield* twice([...problem.people, ...problem.interpreters]);
  if (numbers.wish.size < problem.wishes.length) yield* twice(problem.wishes);
  yield* invalidNumbers(problem);
  for (const wish of problem.wishes) if (!plain(wish, numbers.person)) yield* sides(wish, numbers.person);
  yield* positions(problem);
  yield* references(problem, numbers);
}

function* twice(things: readonly { readonly id: string }[]): Generator<Diagnosis> {
  const seen = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id)) yield impossible('duplicate_id', [id]);
    seen.add(id);
  }
}

function* invalidNumbers({ people, interpreters, wishes, slots, unsocialMinutes }: Problem): Generator<Diagnosis> {
  const whole = (value: number | null): boolean => value === null || (Number.isInteger(value) && value >= 0);
  for (const { id, maximum, perDay, gapMinutes } of people)
    if (!whole(maximum) || !whole(perDay) || !(gapMinutes >= 0)) yield impossible('invalid_number', [id]);
  for (const { id, maximum, perDay, rest } of interpreters)
    if (
      !whole(maximum) ||
      !whole(perDay) ||
      (rest && !(rest.afterMeetings > 0 && whole(rest.afterMeetings) && rest.minutes >= 0))
    )
      yield impossible('invalid_number', [id]);
  for (const { id, weight } of wishes) if (!whole(weight)) yield impossible('invalid_number', [id]);
  for (const [at, { rooms }] of slots.entries()) if (!whole(rooms)) yield impossible('invalid_number', [], [at]);
  for (const [zone, minutes] of Object.entries(unsocialMinutes))
    if (minutes.length !== slots.length || !minutes.every((count) => count >= 0 && count < Infinity))
      yield impossible('invalid_number', [zone]);
}

/** One known person each on two sides, as most wishes are: nothing can be wrong with them. */
function plain({ sides }: Wish, known: ReadonlyMap<string, number>): boolean {
  if (sides.length !== 2) return false;
  const [one, other] = [sides[0]!.people, sides[1]!.people];
  return one.length === 1 && other.length === 1 && one[0] !== other[0] && known.has(one[0]!) && known.has(other[0]!);
}

function* sides(wish: Wish, known: ReadonlyMap<string, number>): Generator<Diagnosis> {
  if (wish.sides.length < 2) yield impossible('too_few_sides', [wish.id]);
  const seen: string[] = [];
  for (const { organisationId, people } of wish.sides) {
    if (people.length === 0) yield impossible('empty_side', [wish.id, organisationId]);
    for (const id of people) {
      if (!known.has(id)) yield impossible('unknown_id', [wish.id, id]);
      if (seen.includes(id)) yield impossible('person_twice_in_wish', [wish.id, id]);
      seen.push(id);
    }
  }
}

function* positions({ slots, people, interpreters, wishes, fixed }: Problem): Generator<Diagnosis> {
  const unknown = (all: readonly number[]): number | undefined => all.find((at) => slots[at] === undefined);
  for (const { id, free } of [...people, ...interpreters]) {
    const at = unknown(free);
    if (at !== undefined) yield impossible('unknown_slot', [id], [at]);
  }
  for (const { id, promised = [] } of people) {
    const at = unknown(promised);
    if (at !== undefined) yield impossible('unknown_slot', [id], [at]);
  }
  for (const { id, slots: allowed } of wishes) {
    const at = allowed ? unknown(allowed) : undefined;
    if (at !== undefined) yield impossible('unknown_slot', [id], [at]);
  }
  for (const { wishId, slot } of fixed)
    if (slots[slot] === undefined) yield impossible('unknown_slot', [wishId], [slot]);
}

function* references(problem: Problem, { person: people, wish: wishes }: Numbers): Generator<Diagnosis> {
  const interpreters = new Set(problem.interpreters.map(({ id }) => id));
  for (const { wishId, people: who = [], interpreterId } of problem.fixed) {
    const unknown = [
      ...[wishId].filter((id) => !wishes.has(id)),
      ...who.filter((id) => !people.has(id)),
      ...(interpreterId === undefined || interpreters.has(interpreterId) ? [] : [interpreterId]),
    ];
    for (const id of unknown) yield impossible('unknown_id', [wishId, id]);
  }
  for (const id of problem.precedences.flat()) if (!wishes.has(id)) yield impossible('unknown_id', [id]);
}
