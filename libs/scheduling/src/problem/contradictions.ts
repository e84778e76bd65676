import { clash } from './clashes.ts';
import { cycleIn } from './cycle.ts';
import { impossible, type Diagnosis } from './diagnosis.ts';
import { lookup, organisationPairs, pairKey, type Lookup } from './lookup.ts';
import type { FixedMeeting, Person, Problem, Wish } from './problem.ts';

/** Fixed meetings and precedences of a well-formed problem that cannot all be kept. O(fixed² of each person + precedences). */
export function* contradictions(problem: Problem): Generator<Diagnosis> {
  if (problem.fixed.length === 0 && problem.precedences.length === 0) return;
  const known = lookup(problem);
  const cycle = cycleIn(problem.precedences);
  if (cycle) yield impossible('precedence_cycle', cycle);
  yield* fixedTwice(problem);
  yield* fixedBesideEachOther(problem, known);
  yield* fixedInRooms(problem);
  const refused = new Set(problem.noThanks.map(([one, other]) => pairKey(one, other)));
  for (const one of problem.fixed) yield* fixedByItself(problem, one, known, refused);
  const slotOf = new Map(problem.fixed.map(({ wishId, slot }) => [wishId, slot]));
  for (const [before, after] of problem.precedences) {
    const [first, second] = [slotOf.get(before), slotOf.get(after)];
    if (first === undefined || second === undefined) continue;
    if (problem.slots[first]!.endsAt > problem.slots[second]!.startsAt)
      yield impossible('fixed_against_precedence', [before, after], [first, second]);
  }
}

function* fixedTwice({ fixed }: Problem): Generator<Diagnosis> {
  for (const [wishId, group] of Map.groupBy(fixed, (one) => one.wishId))
    if (group.length > 1)
      yield impossible(
        'fixed_twice',
        [wishId],
        group.map(({ slot }) => slot),
      );
}

/** Everybody who certainly takes part. */
function certain({ wishId, people }: FixedMeeting, { wishes }: Lookup): readonly string[] {
  const { sides } = wishes.get(wishId)!;
  return [
    ...new Set([
      ...sides.flatMap((side) => (side.need === 'all' || side.people.length === 1 ? side.people : [])),
      ...(people ?? []),
    ]),
  ];
}

function* fixedBesideEachOther(problem: Problem, known: Lookup): Generator<Diagnosis> {
  const held = new Map<string, FixedMeeting[]>();
  for (const one of problem.fixed)
    for (const id of [...certain(one, known), ...(one.interpreterId === undefined ? [] : [one.interpreterId])])
      held.set(id, [...(held.get(id) ?? []), one]);
  for (const [id, own] of held) {
    const person = known.people.get(id) ?? known.interpreters.get(id)!;
    const gap = known.people.get(id)?.gapMinutes ?? 0;
    for (const [at, one] of own.entries())
      for (const other of own.slice(at + 1))
        if (one.wishId !== other.wishId && clash(problem.slots[one.slot]!, problem.slots[other.slot]!, gap))
          yield impossible('fixed_clash', [id, one.wishId, other.wishId], [one.slot, other.slot]);
    if (own.length > (person.maximum ?? Infinity)) yield impossible('fixed_over_maximum', [id]);
    for (const day of Map.groupBy(own, ({ slot }) => problem.slots[slot]!.day).values())
      if (day.length > (person.perDay ?? Infinity)) yield impossible('fixed_over_maximum', [id]);
  }
}

function* fixedInRooms({ slots, fixed }: Problem): Generator<Diagnosis> {
  for (const [slot, group] of Map.groupBy(fixed, (one) => one.slot))
    if (group.length > (slots[slot]!.rooms ?? Infinity))
      yield impossible(
        'fixed_over_rooms',
        group.map(({ wishId }) => wishId),
        [slot],
      );
}

function* fixedByItself(
  problem: Problem,
  one: FixedMeeting,
  known: Lookup,
  refused: ReadonlySet<string>,
): Generator<Diagnosis> {
  const { wishId, slot, interpreterId } = one;
  const wish = known.wishes.get(wishId)!;
  const absent = (who: readonly string[]): readonly string[] =>
    who.filter((id) => !(known.people.get(id) as Person).free.includes(slot));
  for (const id of absent(certain(one, known))) yield impossible('fixed_unavailable', [wishId, id], [slot]);
  for (const side of wish.sides)
    if (side.need === 'one' && absent(side.people).length === side.people.length && side.people.length > 1)
      yield impossible('fixed_unavailable', [wishId, side.organisationId], [slot]);
  if (wish.slots !== null && !wish.slots.includes(slot)) yield impossible('fixed_not_possible', [wishId], [slot]);
  const named = interpreterId === undefined ? undefined : known.interpreters.get(interpreterId)!;
  if (named && !named.free.includes(slot)) yield impossible('fixed_unavailable', [wishId, named.id], [slot]);
  if (wish.interpreting !== null && !canInterpret(problem, wish, slot, interpreterId))
    yield impossible('fixed_not_possible', [wishId], [slot]);
  if (refused.size > 0 && organisationPairs(wish).some((pair) => refused.has(pair)))
    yield impossible('fixed_refused', [wishId]);
}

function canInterpret({ interpreters }: Problem, wish: Wish, slot: number, only: string | undefined): boolean {
  return interpreters.some(
    ({ id, pairs, free }) =>
      (only === undefined || only === id) &&
      wish.interpreting!.some((pair) => pairs.includes(pair)) &&
      free.includes(slot),
  );
}
