import { describe, expect, it } from '@jest/globals';
import { matchingWorld, usualWorld } from './matching-world.ts';

const small = { ...usualWorld, size: 40 };

describe('an invented conference', () => {
  it('is the same for the same seed, and another for another', () => {
    const told = (seed: number) => {
      const { candidates, wants } = matchingWorld(seed, small);
      return [candidates, candidates.map(({ id }) => candidates.map((other) => wants(id, other.id)))];
    };
    expect(told(1)).toEqual(told(1));
    expect(told(1)).not.toEqual(told(2));
  });

  it('has half of its people on each side, each of whom wants as many as the rest', () => {
    const { candidates, wants } = matchingWorld(1, small);
    expect(candidates.filter(({ side }) => side === 'jp')).toHaveLength(20);
    const wanted = candidates.map(({ id }) => candidates.filter((other) => wants(id, other.id)).length);
    expect(new Set(wanted)).toEqual(new Set([Math.round(0.12 * 39)]));
    expect(candidates.filter(({ id }) => wants(id, id))).toEqual([]);
  });

  it('lets two fit only if both want it and have time', () => {
    const { candidates, wants, fits } = matchingWorld(1, small);
    for (const one of candidates) {
      for (const other of candidates) {
        const time = one.freeSlots.some((slot) => other.freeSlots.includes(slot));
        expect(fits(one.id, other.id)).toBe(wants(one.id, other.id) && wants(other.id, one.id) && time);
      }
    }
  });

  it('knows who is likely to fit', () => {
    const { candidates, fits, likelihood } = matchingWorld(1, { ...small, unknowable: 0.2 });
    const pairs = candidates.flatMap((one) => candidates.filter((other) => other !== one).map((other) => [one, other]));
    const mean = (some: typeof pairs) =>
      some.reduce((sum, [one, other]) => sum + likelihood(one!.id, other!.id), 0) / some.length;
    const [fitting, rest] = [true, false].map((is) => pairs.filter(([one, other]) => fits(one!.id, other!.id) === is));
    expect(mean(fitting!)).toBeGreaterThan(5 * mean(rest!));
    for (const [one, other] of pairs) {
      expect(likelihood(one!.id, other!.id)).toBe(likelihood(other!.id, one!.id));
    }
  });

  it('publishes less than all of what is needed', () => {
    const published = (share: number): number =>
      matchingWorld(1, { ...small, published: share }).candidates.flatMap(({ opportunities }) => opportunities).length;
    expect(published(0)).toBe(0);
    expect(published(0.5)).toBeLessThan(published(1));
  });
});
