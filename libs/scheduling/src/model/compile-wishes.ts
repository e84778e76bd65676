import { organisationPairs, pairKey } from '../problem/lookup.ts';
import type { Problem, Wish } from '../problem/problem.ts';
import { setBit } from './bits.ts';
import type { Model } from './model.ts';

type Base = Pick<Model, 'slots' | 'words' | 'people' | 'actors' | 'free' | 'rooms'>;
type WishTables = Pick<
  Model,
  'weight' | 'needStart' | 'need' | 'choices' | 'possible' | 'fixedSlot' | 'named' | 'wishStart' | 'wishesOf'
>;

/** The tables about wishes. */
export function compileWishes(problem: Problem, base: Base): WishTables {
  const { wishes } = problem;
  const person = new Map(problem.people.map(({ id }, at) => [id, at]));
  const interpreter = new Map(problem.interpreters.map(({ id }, at) => [id, base.people + at]));
  const speaking = interpretersByPair(problem, base.people);
  const nobody = new Int32Array(0);
  const needs: number[][] = [];
  const choices: (Int32Array[] | null)[] = [];
  for (const { sides, interpreting } of wishes) {
    const need: number[] = [];
    let choice: Int32Array[] | null = null;
    for (const side of sides) {
      if (side.need === 'all' || side.people.length === 1) for (const id of side.people) need.push(person.get(id)!);
      else (choice ??= []).push(Int32Array.from(side.people, (id) => person.get(id)!));
    }
    if (interpreting !== null) (choice ??= []).push(speaking.get(interpreting) ?? nobody);
    needs.push(need);
    choices.push(choice);
  }
  const needStart = startsOf(needs.map(({ length }) => length));
  const need = new Int32Array(needStart[needs.length]!);
  for (const [wish, own] of needs.entries()) need.set(own, needStart[wish]!);
  const number = new Map(problem.fixed.length > 0 ? wishes.map(({ id }, at) => [id, at]) : []);
  const fixedSlot = new Int32Array(wishes.length).fill(-1);
  const named = new Map<number, readonly number[]>();
  for (const { wishId, slot, people, interpreterId } of problem.fixed) {
    const wish = number.get(wishId)!;
    fixedSlot[wish] = slot;
    const wanted = new Set([
      ...(people ?? []).map((id) => person.get(id)!),
      ...(interpreterId === undefined ? [] : [interpreter.get(interpreterId)!]),
    ]);
    if (choices[wish])
      named.set(
        wish,
        choices[wish].map((choice) => choice.find((actor) => wanted.has(actor)) ?? -1),
      );
  }
  return {
    weight: Float64Array.from(wishes, ({ weight }) => weight),
    needStart,
    need,
    choices,
    possible: possibleSlots(problem, base, needStart, need, choices),
    fixedSlot,
    named,
    ...wishesByActor(base.actors, needs, choices),
  };
}

function interpretersByPair({ interpreters }: Problem, people: number): ReadonlyMap<string, Int32Array> {
  const pairs = new Set(interpreters.flatMap(({ pairs: own }) => own));
  const able = (pair: string): number[] =>
    interpreters.flatMap(({ pairs: own }, at) => (own.includes(pair) ? [people + at] : []));
  return new Map([...pairs].map((pair) => [pair, Int32Array.from(able(pair))]));
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = starts[at]! + length;
  return starts;
}

function possibleSlots(
  problem: Problem,
  { words, free, rooms }: Base,
  needStart: Int32Array,
  need: Int32Array,
  choices: readonly (readonly Int32Array[] | null)[],
): Uint32Array {
  const possible = new Uint32Array(problem.wishes.length * words);
  const withRooms = new Uint32Array(words);
  for (const [slot, count] of rooms.entries()) if (count > 0) setBit(withRooms, 0, slot);
  const refused = new Set(problem.noThanks.map(([one, other]) => pairKey(one, other)));
  for (const [wish, one] of problem.wishes.entries()) {
    if (refused.size > 0 && organisationPairs(one).some((pair) => refused.has(pair))) continue;
    const allowed = allowedSlots(one, words) ?? withRooms;
    for (let word = 0; word < words; word++) {
      let set = allowed[word]! & withRooms[word]!;
      for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) set &= free[need[at]! * words + word]!;
      for (const choice of choices[wish] ?? []) {
        let any = 0;
        for (const actor of choice) any |= free[actor * words + word]!;
        set &= any;
      }
      possible[wish * words + word] = set;
    }
  }
  return possible;
}

function allowedSlots({ slots }: Wish, words: number): Uint32Array | null {
  if (slots === null) return null;
  const set = new Uint32Array(words);
  for (const slot of slots) setBit(set, 0, slot);
  return set;
}

function wishesByActor(
  actors: number,
  needs: readonly (readonly number[])[],
  choices: readonly (readonly Int32Array[] | null)[],
): Pick<Model, 'wishStart' | 'wishesOf'> {
  const lengths = new Array<number>(actors).fill(0);
  const each = (visit: (actor: number, wish: number) => void): void => {
    for (const [wish, need] of needs.entries()) {
      for (const actor of need) visit(actor, wish);
      for (const choice of choices[wish] ?? []) for (const actor of choice) visit(actor, wish);
    }
  };
  each((actor) => lengths[actor]!++);
  const wishStart = startsOf(lengths);
  const next = wishStart.slice();
  const wishesOf = new Int32Array(wishStart[actors]!);
  each((actor, wish) => (wishesOf[next[actor]!++] = wish));
  return { wishStart, wishesOf };
}
