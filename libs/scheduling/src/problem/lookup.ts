import type { Interpreter, Person, Problem, Wish } from './problem.ts';

/** The things of a problem by their ids. */
export interface Lookup {
  readonly people: ReadonlyMap<string, Person>;
  readonly interpreters: ReadonlyMap<string, Interpreter>;
  readonly wishes: ReadonlyMap<string, Wish>;
}

export function lookup(problem: Problem): Lookup {
  return {
    people: byId(problem.people),
    interpreters: byId(problem.interpreters),
    wishes: byId(problem.wishes),
  };
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

/** The same key for a pair of organisations in either order. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one}\u0000${other}` : `${other}\u0000${one}`;

/** Keys of all pairs of organisations that would meet. */
export function organisationPairs(wish: Wish): readonly string[] {
  const all = wish.sides.map(({ organisationId }) => organisationId);
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => pairKey(one, other)));
}
