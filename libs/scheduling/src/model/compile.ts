import { clashesOf } from '../problem/clashes.ts';
import { organisationPairs, pairKey } from '../problem/lookup.ts';
import { type Numbers, numbersOf } from '../problem/numbers.ts';
import type { Problem } from '../problem/problem.ts';
import { setBit, wordsFor } from './bits.ts';
import { unlimited, type Model } from './model.ts';
import { compileWishes } from './compile-wishes.ts';

/** Lays out a well-formed problem. O(people × slots + wishes × slots / 32). */
export function compile(problem: Problem, numbers: Numbers = numbersOf(problem)): Model {
  const slots = problem.slots.length;
  const words = wordsFor(slots);
  const all = [...problem.people, ...problem.interpreters];
  const days = [...new Set(problem.slots.map(({ day }) => day))];
  const gaps = [...new Set([0, ...problem.people.map(({ gapMinutes }) => gapMinutes)])];
  const organisations = new Map<string, number>();
  for (const { organisationId } of problem.people)
    if (!organisations.has(organisationId)) organisations.set(organisationId, organisations.size);
  const free = new Uint32Array(all.length * words);
  for (let actor = 0; actor < all.length; actor++)
    for (const slot of all[actor]!.free) setBit(free, actor * words, slot);
  const limits = {
    maximum: Int32Array.from(all, ({ maximum }) => maximum ?? unlimited),
    perDay: Int32Array.from(all, ({ perDay }) => perDay ?? unlimited),
    rooms: Int32Array.from(problem.slots, ({ rooms }) => rooms ?? unlimited),
  };
  const base = { problem, slots, words, people: problem.people.length, actors: all.length, free, ...limits };
  return {
    ...base,
    wishes: problem.wishes.length,
    days: days.length,
    organisationOf: Int32Array.from(problem.people, ({ organisationId }) => organisations.get(organisationId)!),
    organisations: organisations.size,
    dayOf: Int32Array.from(problem.slots, ({ day }) => days.indexOf(day)),
    ...orderOf(problem),
    clashKind: Uint16Array.from(all, (actor) => ('gapMinutes' in actor ? gaps.indexOf(actor.gapMinutes) : 0)),
    clashes: gaps.map((gap) => clashesOf(problem.slots, gap)),
    rests: Uint8Array.from(all, (actor) => ('rest' in actor && actor.rest !== null ? 1 : 0)),
    unsocial: unsocialOf(problem, all.length),
    promised: promisedOf(problem, all.length),
    ...compileWishes(problem, base, numbers),
    wishNumber: numbers.wish,
    ...relationsOf(problem, numbers.wish),
  };
}

function orderOf({ slots }: Problem): Pick<Model, 'byStart' | 'placeOf'> {
  const byStart = Int32Array.from(slots.keys()).sort((a, b) => slots[a]!.startsAt - slots[b]!.startsAt || a - b);
  const placeOf = new Int32Array(slots.length);
  for (const [place, slot] of byStart.entries()) placeOf[slot] = place;
  return { byStart, placeOf };
}

function unsocialOf({ slots, people, unsocialMinutes }: Problem, actors: number): Float64Array | null {
  if (!people.some(({ zone }) => zone !== null && unsocialMinutes[zone]?.some((minutes) => minutes > 0))) return null;
  const table = new Float64Array(actors * slots.length);
  for (let actor = 0; actor < people.length; actor++) {
    const { zone } = people[actor]!;
    const minutes = zone === null ? undefined : unsocialMinutes[zone];
    if (minutes) for (let slot = 0; slot < minutes.length; slot++) table[actor * slots.length + slot] = minutes[slot]!;
  }
  return table;
}

function promisedOf({ slots, people }: Problem, actors: number): Uint8Array | null {
  if (!people.some(({ promised }) => promised?.length)) return null;
  const table = new Uint8Array(actors * slots.length);
  for (const [actor, { promised = [] }] of people.entries())
    for (const slot of promised) table[actor * slots.length + slot] = 1;
  return table;
}

function relationsOf(
  problem: Problem,
  number: ReadonlyMap<string, number>,
): Pick<Model, 'pairs' | 'pairCount' | 'before' | 'after'> {
  const before: (number[] | null)[] = new Array<null>(problem.wishes.length).fill(null);
  const after = before.slice();
  for (const [first, second] of problem.precedences) {
    (after[number.get(first)!] ??= []).push(number.get(second)!);
    (before[number.get(second)!] ??= []).push(number.get(first)!);
  }
  const once = new Map(problem.pairsOnce.map(([one, other], at) => [pairKey(one, other), at]));
  const pairsOf = (wish: number): readonly number[] | null => {
    const found = organisationPairs(problem.wishes[wish]!).flatMap((pair) => once.get(pair) ?? []);
    return found.length > 0 ? [...new Set(found)] : null;
  };
  const none = new Array<null>(problem.wishes.length).fill(null);
  const pairs = once.size === 0 ? none : problem.wishes.map((_, wish) => pairsOf(wish));
  return { pairs, pairCount: problem.pairsOnce.length, before, after };
}
