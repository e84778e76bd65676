import { recommend, score, type Candidate, type MatchScore } from '@musubi/matching';
import { rng } from '@musubi/testing';
import type { MatchingWorld } from '@musubi/testing/matching';

/** Ids of whom to show to a person, best first. Only the ceiling may look into the world. */
export type Method = (
  me: Candidate,
  others: readonly Candidate[],
  shown: number,
  world: MatchingWorld,
) => readonly string[];

const nobody: ReadonlySet<string> = new Set();

/** Ways to choose whom to show, worst first: what people would get without, and what they get with, a reciprocal score. */
export const methods = {
  /** Anybody of another organisation. */
  random: (me, others, shown) =>
    rng(`shown to ${me.id}`)
      .sample(others, shown)
      .map(({ id }) => id),
  /** Anybody of the other side: what an attendee list sorted by side gives. */
  'random abroad': (me, others, shown) =>
    rng(`shown to ${me.id}`)
      .sample(
        others.filter(({ side }) => side !== me.side),
        shown,
      )
      .map(({ id }) => id),
  /** How well the other meets what I look for, and nothing else: what most products rank by. */
  'one-sided': by(({ mine }) => mine),
  /** How well I meet what the other looks for. */
  'one-sided, theirs': by(({ theirs }) => theirs),
  /** Both directions, a surplus of one making up for a lack of the other. */
  'arithmetic mean': by(({ mine, theirs }) => mine + theirs),
  /** The library as the product uses it: the harmonic mean. */
  reciprocal: (me, others, shown) =>
    recommend(me, others, { excluded: nobody, limit: shown }).map(({ candidateId }) => candidateId),
  /** Nobody can do better: knows every need and taste, published or not, and lacks only the whims. */
  ceiling: (me, others, shown, world) => best(others, shown, ({ id }) => world.likelihood(me.id, id)),
} as const satisfies Readonly<Record<string, Method>>;

export type MethodName = keyof typeof methods;

function by(value: (score: MatchScore) => number): Method {
  return (me, others, shown) => best(others, shown, (other) => value(score(me, other)));
}

function best(others: readonly Candidate[], shown: number, value: (other: Candidate) => number): string[] {
  return others
    .map((other) => ({ id: other.id, value: value(other) }))
    .sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
    .slice(0, shown)
    .map(({ id }) => id);
}
