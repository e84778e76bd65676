import { organisationPairs, pairKey } from '../problem/lookup.ts';
import type { Numbers } from '../problem/numbers.ts';
import type { Problem, Wish } from '../problem/problem.ts';
import { setBit } from './bits.ts';
import type { Model } from './model.ts';

type Base = Pick<Model, 'slots' | 'words' | 'people' | 'actors' | 'free' | 'rooms'>;
type WishTables = Pick<
  Model,
  'weight' | 'needStart' | 'need' | 'choices' | 'possible' | 'fixedSlot' | 'named' | 'wishStart' | 'wishesOf'
>;

/** The tables about wishes. Written place by place, without lists of their own: there may be hundreds of thousands. */
export function compileWishes(problem: Problem, base: Base, { person, wish: number }: Numbers): WishTables {
  const { wishes } = problem;
  const interpreter = new Map(problem.interpreters.map(({ id }, at) => [id, base.people + at]));
  const able = interpretersOf(problem, base.people);
  /** Wishes by those who could interpret them, who are many to each. */
  const interpreted = new Map<Int32Array, number[]>();
  const choices: (Int32Array[] | null)[] = new Array<null>(wishes.length).fill(null);
  const needStart = new Int32Array(wishes.length + 1);
  for (let wish = 0; wish < wishes.length; wish++) {
    let needed = 0;
    for (const { need, people } of wishes[wish]!.sides)
      if (need === 'all' || people.length === 1) needed += people.length;
    needStart[wish + 1] = needStart[wish]! + needed;
  }
  const need = new Int32Array(needStart[wishes.length]!);
  for (let wish = 0, at = 0; wish < wishes.length; wish++) {
    const { sides, interpreting } = wishes[wish]!;
    for (const side of sides) {
      if (side.need === 'all' || side.people.length === 1) for (const id of side.people) need[at++] = person.get(id)!;
      else (choices[wish] ??= []).push(Int32Array.from(side.people, (id) => person.get(id)!));
    }
    if (interpreting === null) continue;
    const who = able(interpreting);
    (choices[wish] ??= []).push(who);
    const same = interpreted.get(who);
    if (same) same.push(wish);
    else interpreted.set(who, [wish]);
  }
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
    weight: weightsOf(wishes),
    needStart,
    need,
    choices,
    possible: possibleSlots(problem, base, needStart, need, choices),
    fixedSlot,
    named,
    ...wishesByActor(base, { needStart, need, choices, interpreted }),
  };
}

/** Who knows one of the pairs; the same list for the same pairs. */
function interpretersOf({ interpreters }: Problem, people: number): (pairs: readonly string[]) => Int32Array {
  const known = new Map<string, Int32Array>();
  return (pairs) => {
    const key = pairs.join(' ');
    const found =
      known.get(key) ??
      Int32Array.from(
        interpreters.flatMap(({ pairs: own }, at) => (pairs.some((pair) => own.includes(pair)) ? [people + at] : [])),
      );
    known.set(key, found);
    return found;
  };
}

function weightsOf(wishes: readonly Wish[]): Float64Array {
  const weights = new Float64Array(wishes.length);
  for (let wish = 0; wish < wishes.length; wish++) weights[wish] = wishes[wish]!.weight;
  return weights;
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
  for (let wish = 0; wish < problem.wishes.length; wish++) {
    const one = problem.wishes[wish]!;
    const anyOf = choices[wish];
    if (refused.size > 0 && organisationPairs(one).some((pair) => refused.has(pair))) continue;
    const allowed = allowedSlots(one, words) ?? withRooms;
    for (let word = 0; word < words; word++) {
      let set = allowed[word]! & withRooms[word]!;
      for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) set &= free[need[at]! * words + word]!;
      if (anyOf)
        for (const choice of anyOf) {
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

interface Takers extends Pick<WishTables, 'needStart' | 'need' | 'choices'> {
  readonly interpreted: ReadonlyMap<Int32Array, readonly number[]>;
}

function wishesByActor(
  { actors, people }: Base,
  { needStart, need, choices, interpreted }: Takers,
): Pick<Model, 'wishStart' | 'wishesOf'> {
  const wishStart = new Int32Array(actors + 1);
  for (const actor of need) wishStart[actor + 1]!++;
  const eachOfSides = (visit: (actor: number, wish: number) => void): void => {
    for (let wish = 0; wish < choices.length; wish++)
      for (const choice of choices[wish] ?? [])
        if (choice.length > 0 && choice[0]! < people) for (const actor of choice) visit(actor, wish);
  };
  eachOfSides((actor) => wishStart[actor + 1]!++);
  for (const [able, wishes] of interpreted) for (const actor of able) wishStart[actor + 1]! += wishes.length;
  for (let actor = 0; actor < actors; actor++) wishStart[actor + 1]! += wishStart[actor]!;
  const next = wishStart.slice();
  const wishesOf = new Int32Array(wishStart[actors]!);
  for (let wish = 0; wish < choices.length; wish++)
    for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) wishesOf[next[need[at]!]!++] = wish;
  eachOfSides((actor, wish) => (wishesOf[next[actor]!++] = wish));
  for (const [able, wishes] of interpreted)
    for (const actor of able) {
      wishesOf.set(wishes, next[actor]!);
      next[actor]! += wishes.length;
    }
  return { wishStart, wishesOf };
}
