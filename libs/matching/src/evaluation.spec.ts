import { describe, expect, it } from '@jest/globals';
import { rng } from '@musubi/testing';
import { matchingWorld, usualWorld, type MatchingWorld } from '@musubi/testing/matching';
import type { Candidate } from './candidate.ts';
import { recommend } from './recommend.ts';
import { score } from './score.ts';

type Show = (me: Candidate, others: readonly Candidate[]) => readonly string[];

const shown = 10;
const worlds = [1, 2, 3, 4].map((seed) => matchingWorld(seed, { ...usualWorld, size: 160 }));

/** Of ten shown to everybody, the share that both would gladly meet, in a slot free for both. */
function precision({ candidates, fits }: MatchingWorld, show: Show): number {
  const hits = candidates.flatMap((me) =>
    show(
      me,
      candidates.filter((other) => other !== me),
    ).filter((id) => fits(me.id, id)),
  );
  return hits.length / (shown * candidates.length);
}

const mean = (show: Show): number => worlds.reduce((sum, world) => sum + precision(world, show), 0) / worlds.length;

/** The full figures, with what they do not show, are in the README: `npm run bench -- matching`. */
describe('in invented conferences in which it is known who would gladly meet whom', () => {
  it('the score finds more that fit both ways than chance, and than looking in one direction', () => {
    const chance = mean((me, others) =>
      rng(me.id)
        .sample(others, shown)
        .map(({ id }) => id),
    );
    const oneSided = mean((me, others) =>
      others
        .map((other) => ({ id: other.id, mine: score(me, other).mine }))
        .sort((a, b) => b.mine - a.mine || (a.id < b.id ? -1 : 1))
        .slice(0, shown)
        .map(({ id }) => id),
    );
    const reciprocal = mean((me, others) =>
      recommend(me, others, { excluded: new Set(), limit: shown }).map(({ candidateId }) => candidateId),
    );
    expect(reciprocal).toBeGreaterThan(3 * chance);
    expect(reciprocal).toBeGreaterThan(oneSided);
  });
});
