import type { MatchOpportunity } from '@musubi/matching';
import { topics, type Topic } from '@musubi/reference';
import type { Rng } from '../rng.ts';

/** How much of what people need is published, and how well; shares from 0 to 1. */
export interface Publishing {
  /** Of what is sought or given, this much is published. */
  readonly published: number;
  /** Of what is published, this much stands under another topic of its dimension. */
  readonly mistaken: number;
  /** Of what is published, this much names the dimension alone. */
  readonly vague: number;
}

/** What an organisation really looks for and can give, published or not: topic code → intensity, 0 to 1. */
export interface Needs {
  readonly seeks: ReadonlyMap<string, number>;
  readonly gives: ReadonlyMap<string, number>;
  /** Where a partner would be most welcome; empty for anywhere on the other side. */
  readonly places: readonly string[];
  readonly novelty: 'new' | 'expands';
}

/** Topics that are not a whole dimension. */
const subjects: readonly Topic[] = topics.filter(({ code, dimension }) => code !== dimension);

/** @param places where the other side lives */
export function inventNeeds(random: Rng, places: readonly string[]): Needs {
  const some = (): Map<string, number> =>
    new Map(random.sample(subjects, random.int(1, 3)).map(({ code }) => [code, 0.4 + 0.6 * random.next()]));
  return {
    seeks: some(),
    gives: some(),
    places: random.chance(0.4) ? [] : random.sample(places, random.int(1, 3)),
    novelty: random.chance(0.75) ? 'new' : 'expands',
  };
}

/** What of it stands on the organisation's page. */
export function publishedOf(random: Rng, id: string, needs: Needs, publishing: Publishing): MatchOpportunity[] {
  const of = (kind: 'offer' | 'request', wanted: ReadonlyMap<string, number>): MatchOpportunity[] =>
    [...wanted.keys()]
      .filter(() => random.chance(publishing.published))
      .map((topic) => ({
        id: `${id} ${kind} ${topic}`,
        kind,
        ...asWritten(random, topic, publishing),
        targetRegions: random.chance(publishing.published) ? needs.places : [],
        thirdCountries: [],
        novelty: needs.novelty,
        agreement: null,
      }));
  return [...of('request', needs.seeks), ...of('offer', needs.gives)];
}

function asWritten(
  random: Rng,
  topic: string,
  { mistaken, vague }: Publishing,
): Pick<MatchOpportunity, 'dimension' | 'topic'> {
  const { dimension } = subjects.find(({ code }) => code === topic)!;
  if (random.chance(vague)) return { dimension, topic: dimension };
  if (!random.chance(mistaken)) return { dimension, topic };
  return { dimension, topic: random.pick(subjects.filter((one) => one.dimension === dimension)).code };
}
