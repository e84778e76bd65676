import type { Candidate } from '@musubi/matching';
import { agreementPartnersOf } from '@musubi/reference/agreements';
import { regionName, sideOf } from '@musubi/reference';
import { inventPerson } from '../people.ts';
import { rng, type Rng } from '../rng.ts';
import { inventNeeds, publishedOf, type Needs, type Publishing } from './needs.ts';
import { inventTaste, usefulness, type Taste } from './taste.ts';

/** How an invented conference is made. */
export interface MatchingWorldOptions extends Publishing {
  /** Participants, each of an organisation of their own. */
  readonly size: number;
  /** Share of all others that a person would gladly meet, from 0 to 1. */
  readonly pickiness: number;
  /** What nobody publishes and nobody can know, in standard deviations of what can be known. */
  readonly unknowable: number;
  /** Slots of the event, of which each person is free in about half. */
  readonly slots: number;
}

export const usualWorld: MatchingWorldOptions = {
  size: 240,
  pickiness: 0.12,
  unknowable: 1,
  slots: 12,
  published: 0.7,
  mistaken: 0.1,
  vague: 0.15,
};

/** Who takes part in an invented conference: what a recommender may know of them, and what is true. */
export interface MatchingWorld {
  /** As published; in order of their ids. */
  readonly candidates: readonly Candidate[];
  /** Whether the person would gladly meet the other. Known to the simulation alone. */
  wants(personId: string, otherId: string): boolean;
  /** Whether both would gladly meet and have a common free slot. Symmetric. */
  fits(oneId: string, otherId: string): boolean;
  /**
   * How likely the two fit to somebody who knew every need and taste, published or not, and lacked only the whims, from 0 to 1: what
   * the best possible recommender would go by. Symmetric.
   */
  likelihood(oneId: string, otherId: string): number;
}

interface Inhabitant {
  readonly candidate: Candidate;
  readonly needs: Needs;
  readonly taste: Taste;
}

/** Regions and prefectures that take part; some are joined by agreements. */
const eu = ['DE1', 'DEA', 'DE2', 'ITC4', 'ES21', 'ES30', 'FRK', 'FR1', 'NL3', 'PL2', 'SE1', 'FI1', 'CZ0', 'AT1', 'PT1'];
const jp = ['JP-01', 'JP-07', 'JP-13', 'JP-14', 'JP-21', 'JP-23', 'JP-24', 'JP-26', 'JP-27', 'JP-28', 'JP-40'];

/**
 * Invents a conference whose people know what they want and publish some of it, partly vaguely or wrongly; half of them on each
 * side. Whom a person would gladly meet is decided by needs, wishes and tastes of their own, weighed differently by each, and not
 * by the formula of a recommender. The same seed gives the same world. O(size²) in time and memory.
 */
export function matchingWorld(seed: string | number, options: MatchingWorldOptions = usualWorld): MatchingWorld {
  const random = rng(`matching ${seed}`);
  const people = Array.from({ length: options.size }, (_, n) => inhabitant(random.fork(`person ${n}`), n, options));
  const position = new Map(people.map(({ candidate }, n) => [candidate.id, n]));
  const useful = people.map((person) => standardised(people.map((other) => usefulness(person, other))));
  const wanted = useful.map((values, n) => wishesOf(n, values, random.fork(`whims ${n}`), options));
  const wants = (personId: string, otherId: string): boolean =>
    wanted[position.get(personId)!]!.has(position.get(otherId)!);
  const chance = (personId: string, otherId: string): number =>
    chanceOf(useful[position.get(personId)!]![position.get(otherId)!]!, options);
  const free = new Map(people.map(({ candidate }) => [candidate.id, candidate.freeSlots]));
  const haveTime = (one: string, other: string): boolean =>
    free.get(one)!.some((slot) => free.get(other)!.includes(slot));
  return {
    candidates: people.map(({ candidate }) => candidate),
    wants,
    fits: (one, other) => wants(one, other) && wants(other, one) && haveTime(one, other),
    likelihood: (one, other) => (haveTime(one, other) ? chance(one, other) * chance(other, one) : 0),
  };
}

function inhabitant(random: Rng, n: number, options: MatchingWorldOptions): Inhabitant {
  const region = random.pick(n % 2 === 0 ? eu : jp);
  const side = sideOf(region);
  const needs = inventNeeds(random.fork('needs'), side === 'jp' ? eu : jp);
  const id = `p${String(n).padStart(4, '0')}`;
  return {
    needs,
    taste: inventTaste(random.fork('taste')),
    candidate: {
      id,
      organisationId: `organisation of ${id} in ${regionName(region, 'en')}`,
      side,
      region,
      languages: inventPerson(random.fork('languages'), region).workingLanguages,
      opportunities: publishedOf(random.fork('published'), id, needs, options),
      freeSlots: Array.from({ length: options.slots }, (_, slot) => `slot ${slot}`).filter(() => random.chance(0.5)),
      ties: agreementPartnersOf(region),
    },
  };
}

/** Positions of those whom a person would gladly meet: the most useful of all, with what nobody can know. */
function wishesOf(
  person: number,
  useful: readonly number[],
  whims: Rng,
  { pickiness, unknowable }: MatchingWorldOptions,
): ReadonlySet<number> {
  const felt = useful.map((value, n) => ({ n, value: value + unknowable * bell(whims) }));
  return new Set(
    felt
      .filter(({ n }) => n !== person)
      .sort((a, b) => b.value - a.value || a.n - b.n)
      .slice(0, Math.round(pickiness * (useful.length - 1)))
      .map(({ n }) => n),
  );
}

/** How likely a usefulness is among the wished ones once whims are added: a logistic curve near enough to the normal one. */
function chanceOf(useful: number, { pickiness, unknowable }: MatchingWorldOptions): number {
  const logit = (share: number): number => Math.log(share / (1 - share)) / 1.702;
  const threshold = logit(1 - pickiness) * Math.hypot(1, unknowable);
  return 1 / (1 + Math.exp((-1.702 * (useful - threshold)) / Math.max(unknowable, 0.01)));
}

/** About 0 with deviation 1. */
function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / (deviation || 1));
}

/** Normally distributed about 0 with deviation 1, near enough: twelve even draws. */
function bell(random: Rng): number {
  return Array.from({ length: 12 }, () => random.next()).reduce((sum, one) => sum + one, -6);
}
