import type { Problem } from './problem.ts';

/** The numbers by which the solver knows things instead of by their ids: their places in the problem. */
export interface Numbers {
  readonly person: ReadonlyMap<string, number>;
  readonly wish: ReadonlyMap<string, number>;
}

/** Of an id that is there twice, the last place. O(people + wishes). */
export const numbersOf = ({ people, wishes }: Pick<Problem, 'people' | 'wishes'>): Numbers => ({
  person: placesOf(people),
  wish: placesOf(wishes),
});

function placesOf(things: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = 0; at < things.length; at++) places.set(things[at]!.id, at);
  return places;
}
