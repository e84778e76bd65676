import { bitsOf } from '../model/bits.ts';
import { unlimited, type Model } from '../model/model.ts';
import { mostMeetings, mostRested } from '../problem/clashes.ts';

/**
 * What is left of a problem when slots are forgotten: "of these wishes at most so many". A person is such a constraint with
 * min(maximum, free slots that any of their wishes can use, gaps kept); a pair that meets once has 1, all rooms their number.
 * Interpreters who speak the same are one with what they can take together, which loses nothing: any number up to that can be dealt
 * out among them. Wish w always counts in the constraints from `startOf[w]` to `startOf[w + 1]` of `ofWish`, and in one of each of its
 * choices.
 */
export interface Constraints {
  readonly model: Model;
  /** Actors first, in the model's order (of interpreters the first of those who speak the same stands for all of them). */
  readonly capacity: Float64Array;
  /** Per wish: its choices of one constraint each; `null` for none. */
  readonly choices: readonly (readonly Int32Array[] | null)[];
  readonly startOf: Int32Array;
  readonly ofWish: Int32Array;
  /** Wishes that may count in constraint c, from `start[c]` to `start[c + 1]`, each with the choice by which, or -1 for always. */
  readonly start: Int32Array;
  readonly members: Int32Array;
  readonly byChoice: Int32Array;
  /** The constraints of choice k, from `choiceStart[k]` to `choiceStart[k + 1]`: `choices` laid out flat. */
  readonly choiceStart: Int32Array;
  readonly ofChoice: Int32Array;
  /** Whether the wish can be held at all and is worth something. */
  readonly candidate: Uint8Array;
}

/** O(wishes × slots / 32 + actors × slots log slots). */
export function constraintsOf(model: Model): Constraints {
  const { wishes, needStart, need, pairs, possible, words, weight, actors, pairCount } = model;
  const total = model.rooms.reduce((sum, rooms) => Math.min(unlimited, sum + rooms), 0);
  const limited = total < unlimited;
  const capacity = new Float64Array(actors + pairCount + (limited ? 1 : 0)).fill(1);
  const alike = alikeTo(model);
  capacity.set(mostTogether(mostByActor(model), alike));
  const choices = withoutAlike(model, alike);
  if (limited) capacity[actors + pairCount] = total;
  const candidate = new Uint8Array(wishes);
  const startOf = new Int32Array(wishes + 1);
  const ofWish: number[] = [];
  for (let wish = 0; wish < wishes; wish++) {
    let any = 0;
    for (let word = 0; word < words; word++) any |= possible[wish * words + word]!;
    if (any !== 0 && weight[wish]! > 0) {
      candidate[wish] = 1;
      for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) ofWish.push(need[at]!);
      for (const pair of pairs[wish] ?? []) ofWish.push(actors + pair);
      if (limited) ofWish.push(actors + pairCount);
    }
    startOf[wish + 1] = ofWish.length;
  }
  const plain = { startOf, ofWish: Int32Array.from(ofWish) };
  return { model, capacity, choices, candidate, ...plain, ...turned(plain, candidate, choices, capacity.length) };
}

/** For each actor the most meetings that slots, gaps and maxima leave, by day where there is a limit per day. */
function mostByActor(model: Model): Int32Array {
  const { actors, words, wishStart, wishesOf, possible, maximum, perDay, problem } = model;
  const useful = new Uint32Array(words);
  return Int32Array.from({ length: actors }, (_, actor) => {
    useful.fill(0);
    for (let at = wishStart[actor]!; at < wishStart[actor + 1]!; at++)
      for (let word = 0; word < words; word++) useful[word]! |= possible[wishesOf[at]! * words + word]!;
    for (let word = 0; word < words; word++) useful[word]! &= model.free[actor * words + word]!;
    const count = useful.reduce((sum, word) => sum + bitsOf(word), 0);
    const gap = problem.people[actor]?.gapMinutes ?? 0;
    const rest = problem.interpreters[actor - model.people]?.rest ?? null;
    if (gap === 0 && rest === null && perDay[actor] === unlimited && !overlaps(model))
      return Math.min(maximum[actor]!, count);
    const slots: number[] = [];
    for (let slot = 0; slot < model.slots; slot++) if ((useful[slot >>> 5]! >>> (slot & 31)) & 1) slots.push(slot);
    let sum = 0;
    for (const day of Map.groupBy(slots, (slot) => model.dayOf[slot]!).values())
      sum += Math.min(perDay[actor]!, mostMeetings(problem.slots, day, gap));
    return Math.min(maximum[actor]!, sum, rest === null ? sum : mostRested(problem.slots, slots, rest));
  });
}

const overlaps = ({ clashes }: Model): boolean => clashes[0]!.some(({ length }) => length > 1);

/** For each actor the first one who can stand in for them in every wish: themselves, or an interpreter of the same languages. */
function alikeTo({ actors, people, problem }: Model): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from({ length: actors }, (_, actor) => {
    if (actor < people) return actor;
    const key = [...problem.interpreters[actor - people]!.pairs].sort().join('\u0000');
    if (!first.has(key)) first.set(key, actor);
    return first.get(key)!;
  });
}

function mostTogether(most: Int32Array, alike: Int32Array): Int32Array {
  const sums = new Int32Array(most.length);
  for (let actor = 0; actor < most.length; actor++)
    sums[alike[actor]!] = Math.min(unlimited, sums[alike[actor]!]! + most[actor]!);
  return sums;
}

/** Choices with one in place of those who are alike; wishes with the same choice share the array. */
function withoutAlike({ choices, people }: Model, alike: Int32Array): Constraints['choices'] {
  const known = new Map<Int32Array, Int32Array>();
  const shorter = (choice: Int32Array): Int32Array => {
    if (choice.length === 0 || choice[0]! < people) return choice;
    const found = known.get(choice) ?? Int32Array.from(new Set(choice.map((actor) => alike[actor]!)));
    known.set(choice, found);
    return found;
  };
  return choices.map((own) => own && own.map(shorter));
}

function turned(
  { startOf, ofWish }: Pick<Constraints, 'startOf' | 'ofWish'>,
  candidate: Uint8Array,
  choices: Constraints['choices'],
  count: number,
): Pick<Constraints, 'start' | 'members' | 'byChoice' | 'choiceStart' | 'ofChoice'> {
  const { numberOf, ...flat } = laidOut(choices);
  const each = (visit: (constraint: number, wish: number, choice: number) => void): void => {
    for (let wish = 0; wish < candidate.length; wish++) {
      if (candidate[wish] === 0) continue;
      for (let at = startOf[wish]!; at < startOf[wish + 1]!; at++) visit(ofWish[at]!, wish, -1);
      for (const choice of choices[wish] ?? []) {
        const number = numberOf.get(choice)!;
        for (const actor of choice) visit(actor, wish, number);
      }
    }
  };
  const start = new Int32Array(count + 1);
  each((constraint) => start[constraint + 1]!++);
  for (let at = 0; at < count; at++) start[at + 1]! += start[at]!;
  const next = start.slice();
  const members = new Int32Array(start[count]!);
  const byChoice = new Int32Array(start[count]!);
  each((constraint, wish, choice) => {
    const at = next[constraint]!++;
    members[at] = wish;
    byChoice[at] = choice;
  });
  return { start, members, byChoice, ...flat };
}

/** Choices one after the other, each that several wishes share once. */
function laidOut(
  choices: Constraints['choices'],
): Pick<Constraints, 'choiceStart' | 'ofChoice'> & { numberOf: ReadonlyMap<Int32Array, number> } {
  const numberOf = new Map<Int32Array, number>();
  const choiceStart = [0];
  const ofChoice: number[] = [];
  for (const own of choices)
    for (const choice of own ?? []) {
      if (numberOf.has(choice)) continue;
      numberOf.set(choice, numberOf.size);
      for (const one of choice) ofChoice.push(one);
      choiceStart.push(ofChoice.length);
    }
  return { numberOf, choiceStart: Int32Array.from(choiceStart), ofChoice: Int32Array.from(ofChoice) };
}
