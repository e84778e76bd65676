import type { Wish } from '../problem/problem.ts';

/** Whether a meeting brings both organisations of the pair together. */
export const joins = ({ sides }: Wish, [one, other]: readonly [string, string]): boolean =>
  one !== other && [one, other].every((id) => sides.some(({ organisationId }) => organisationId === id));
