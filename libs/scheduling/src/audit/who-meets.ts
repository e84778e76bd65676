import type { Wish } from '../problem/problem.ts';

/** Whether a meeting brings both organisations of the pair together. */
export const joins = ({ sides }: Wish, [one, other]: readonly [string, string]): boolean =>
  one !== other && [one, other].every((id) => sides.some(({ organisationId }) => organisationId === id));

/** All pairs of organisations that a meeting brings together, each once, their names in order. */
export function pairsIn({ sides }: Wish): readonly (readonly [string, string])[] {
  const all = [...new Set(sides.map(({ organisationId }) => organisationId))].sort();
  return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
}
