import type { Wish } from '@musubi/scheduling';

/** Pairs of organisations that wishes are between, each once; those that meet more than once already are left as they are. */
export function pairsOnce(wishes: readonly Wish[], standing: readonly Wish[]): (readonly [string, string])[] {
  const counts = new Map<string, number>();
  for (const pair of standing.flatMap(pairsOf)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return [...new Set(wishes.flatMap(pairsOf))]
    .filter((pair) => (counts.get(pair) ?? 0) < 2)
    .sort()
    .map((pair) => pair.split(' ') as [string, string]);
}

const pairsOf = ({ sides }: Wish): string[] =>
  sides.flatMap(({ organisationId: one }, at) =>
    sides
      .slice(at + 1)
      .filter(({ organisationId: other }) => other !== one)
      .map(({ organisationId: other }) => [one, other].sort().join(' ')),
  );
