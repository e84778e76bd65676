import { isWithin, tieBetween, type Candidate } from '@musubi/matching';
import { topics } from '@musubi/reference';
import type { Rng } from '../rng.ts';
import type { Needs } from './needs.ts';

/** What a meeting can be good for. */
const goods = ['supply', 'market', 'ally', 'place', 'language', 'relation', 'abroad'] as const;

/** How much each of the goods counts for one person. */
export type Taste = Readonly<Record<(typeof goods)[number], number>>;

/** How much each counts for most people; the ratios are a guess of their own, not the weights of a recommender. */
const usual: Taste = { supply: 5, market: 3, ally: 2, place: 2, language: 2, relation: 1, abroad: 3 };

/** People differ: each good counts from nothing to several times of what is usual. */
export function inventTaste(random: Rng): Taste {
  const weigh = (good: keyof Taste): number => usual[good] * -Math.log(1 - 0.98 * random.next());
  return {
    supply: weigh('supply'),
    market: weigh('market'),
    ally: weigh('ally'),
    place: weigh('place'),
    language: weigh('language'),
    relation: weigh('relation'),
    abroad: weigh('abroad'),
  };
}

interface Known {
  readonly candidate: Candidate;
  readonly needs: Needs;
}

/** What meeting the other would truly give the person, from 0; published or not. */
export function usefulness(me: Known & { readonly taste: Taste }, other: Known): number {
  const abroad = me.candidate.side === other.candidate.side ? 0 : 1;
  const tied = tieBetween(me.candidate, other.candidate) !== null;
  const { places, novelty } = me.needs;
  const met: Record<keyof Taste, number> = {
    supply: overlap(me.needs.seeks, other.needs.gives),
    market: overlap(me.needs.gives, other.needs.seeks),
    ally: overlap(me.needs.seeks, other.needs.seeks),
    place: places.some((place) => isWithin(other.candidate.region, place)) ? 1 : 0,
    language: me.candidate.languages.some((one) => other.candidate.languages.includes(one)) ? 1 : 0,
    relation: tied === (novelty === 'expands') ? 1 : 0,
    abroad,
  };
  return goods.reduce((sum, good) => sum + me.taste[good] * met[good], 0);
}

const dimensionOf = new Map<string, string>(topics.map(({ code, dimension }) => [code, dimension]));

/** How strongly the best common subject is meant on both sides; a neighbouring topic of the same dimension counts a quarter. */
function overlap(mine: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number {
  let best = 0;
  for (const [topic, wanted] of mine) {
    for (const [other, given] of theirs) {
      const near = topic === other ? 1 : dimensionOf.get(topic) === dimensionOf.get(other) ? 0.25 : 0;
      best = Math.max(best, near * Math.min(wanted, given));
    }
  }
  return best;
}
