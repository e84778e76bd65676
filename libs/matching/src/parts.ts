import {
  countriesOfBoth,
  isAcross,
  isWithin,
  tieBetween,
  widenedByBoth,
  type Candidate,
  type MatchOpportunity,
} from './candidate.ts';
import { closeness, worthToMe, worthToThem, type OpportunityPair } from './pairs.ts';

export type PartKey = 'complement' | 'dimension' | 'topic' | 'region' | 'language' | 'slots' | 'novelty';
export type Strength = 'strong' | 'some' | 'none';

/** Points that each part can give; together 100. */
export const weights: Readonly<Record<PartKey, number>> = {
  complement: 30,
  dimension: 8,
  topic: 16,
  region: 16,
  language: 10,
  slots: 12,
  novelty: 8,
};

/** Why a part has its strength: a code that has words in each language, and what the words need. */
export interface Because {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** One part as both sides see it: how far it meets what I want, and what they want, each from 0 to 1. */
export interface Finding {
  readonly mine: number;
  readonly theirs: number;
  readonly strength: Strength;
  readonly because: Because;
}

/** What a part looks at. */
export interface Encounter {
  readonly me: Candidate;
  readonly other: Candidate;
  readonly pairs: readonly OpportunityPair[];
}

/** The parts in the order in which they are told. Each is symmetric: seen from the other side, `mine` and `theirs` change places. */
export const findings: Readonly<Record<PartKey, (encounter: Encounter) => Finding>> = {
  complement,
  dimension,
  topic,
  region,
  language,
  slots,
  novelty,
};

export const partKeys = Object.keys(weights) as readonly PartKey[];

/** Offer and request: the best pair for each side. */
function complement({ pairs }: Encounter): Finding {
  const mine = Math.max(0, ...pairs.map(worthToMe));
  const theirs = Math.max(0, ...pairs.map(worthToThem));
  const answers = pairs.filter(({ kind }) => kind !== 'shared');
  const best = answers[0] ?? pairs[0];
  if (!best) return { mine, theirs, strength: 'none', because: { code: 'complement.none', data: {} } };
  const kinds = new Set(answers.map(({ kind }) => kind));
  const code =
    best.kind !== 'shared' && best.closeness < 0.6
      ? 'near'
      : kinds.size === 2
        ? 'both_ways'
        : best.kind === 'offer'
          ? 'my_offer'
          : best.kind === 'request'
            ? 'their_offer'
            : 'shared';
  return {
    mine,
    theirs,
    strength: best.kind !== 'shared' && best.closeness >= 0.6 ? 'strong' : 'some',
    because: {
      code: `complement.${code}`,
      data: { mine: best.myOpportunityId, theirs: best.theirOpportunityId, pairs: pairs.length },
    },
  };
}

/** Common dimensions, as a share of the shorter list. */
function dimension({ me, other }: Encounter): Finding {
  const [a, b] = [me, other].map(({ opportunities }) => new Set(opportunities.map((one) => one.dimension)));
  const common = [...a!].filter((one) => b!.has(one)).sort();
  const share = common.length / Math.max(1, Math.min(a!.size, b!.size));
  return {
    ...both(share),
    strength: share >= 0.5 ? 'strong' : share > 0 ? 'some' : 'none',
    because: common.length
      ? { code: 'dimension.common', data: { dimensions: common.join(','), count: common.length } }
      : { code: 'dimension.none', data: {} },
  };
}

/** The closest subject of all, whoever offers or requests it. Two topics of one dimension are its part's matter, not this one's. */
function topic({ me, other }: Encounter): Finding {
  let best = 0;
  const topics = new Set<string>();
  for (const mine of me.opportunities) {
    for (const theirs of other.opportunities) {
      const close = closeness(mine, theirs);
      if (close > best) topics.clear();
      best = Math.max(best, close);
      // Of a whole and its part, the part says more.
      if (close === best && close > 0.5) topics.add(mine.topic === mine.dimension ? theirs.topic : mine.topic);
    }
  }
  return {
    ...both(best > 0.5 ? best : 0),
    strength: best === 1 ? 'strong' : best > 0.5 ? 'some' : 'none',
    because: topics.size
      ? { code: 'topic.common', data: { topics: [...topics].sort().join(','), count: topics.size } }
      : { code: 'topic.none', data: {} },
  };
}

/**
 * Whether each lies where the other wishes, or both wish to work in the same third country. A wish for "anywhere on the other side" is
 * met in part by all who are there.
 */
function region({ me, other }: Encounter): Finding {
  const abroad = countriesOfBoth(me, other);
  if (abroad.length > 0) {
    const data = { places: abroad.join(','), count: abroad.length };
    return { ...both(1), strength: 'strong', because: { code: 'region.third_country', data } };
  }
  const [mine, theirs] = [regionWish(me, other), regionWish(other, me)];
  const code =
    mine.named && theirs.named
      ? 'both_named'
      : theirs.named
        ? 'they_named'
        : mine.named
          ? 'i_named'
          : isAcross(me, other)
            ? 'other_side'
            : 'same_side';
  return {
    mine: mine.met,
    theirs: theirs.met,
    strength: mine.named || theirs.named ? 'strong' : isAcross(me, other) ? 'some' : 'none',
    because: { code: `region.${code}`, data: { place: theirs.named ?? mine.named ?? other.region } },
  };
}

function regionWish(wisher: Candidate, at: Candidate): { met: number; named: string | null } {
  const wishes = wisher.opportunities.map(({ targetRegions }) => targetRegions);
  const abroad = wisher.opportunities.flatMap(({ thirdCountries }) => thirdCountries);
  // The narrowest wish that is met says most: "Osaka" rather than "Japan".
  const named = wishes
    .flat()
    .concat(abroad)
    .filter((place) => isWithin(at.region, place))
    .sort((a, b) => b.length - a.length)[0];
  if (named) return { met: 1, named };
  const isOpen = wishes.length === 0 || wishes.some((places) => places.length === 0);
  return { met: isAcross(wisher, at) ? (isOpen ? 0.6 : 0.3) : 0, named: null };
}

/** Whether they can talk without an interpreter, best in a language that is each one's own. */
function language({ me, other }: Encounter): Finding {
  const common = me.languages.filter((one) => other.languages.includes(one)).sort();
  const own = common.length > 0 && me.languages[0] === other.languages[0];
  return {
    ...both(own ? 1 : common.length ? 0.75 : 0),
    strength: own ? 'strong' : common.length ? 'some' : 'none',
    because: common.length
      ? { code: 'language.common', data: { languages: [...new Set(common)].join(','), count: common.length } }
      : { code: 'language.interpreter', data: {} },
  };
}

/** What so many common slots are worth: the first makes a meeting possible, each further one leaves a little more to choose from. */
const worthOfSlots: readonly number[] = [0, 0.6, 0.8, 0.9, 1];

/** Slots in which both are free. */
function slots({ me, other }: Encounter): Finding {
  const free = new Set(other.freeSlots);
  const count = new Set(me.freeSlots.filter((slot) => free.has(slot))).size;
  return {
    ...both(worthOfSlots[Math.min(count, worthOfSlots.length - 1)]!),
    strength: count >= 3 ? 'strong' : count > 0 ? 'some' : 'none',
    because: count ? { code: 'slots.shared', data: { count } } : { code: 'slots.none', data: {} },
  };
}

/** Whether each finds what it looks for: a new contact, or more from an agreement that exists. */
function novelty({ me, other }: Encounter): Finding {
  const tie = tieBetween(me, other);
  const wanted = tie ? 'expands' : 'new';
  const common = widenedByBoth(me, other);
  const met = ({ opportunities }: Candidate, at: Candidate): number =>
    opportunities.length === 0
      ? 0.5
      : opportunities.some((one) => one.novelty === wanted && isAbout(one, common, at))
        ? 1
        : 0;
  const [mine, theirs] = [met(me, other), met(other, me)];
  return {
    mine,
    theirs,
    strength: mine + theirs === 2 ? 'strong' : mine + theirs > 0 ? 'some' : 'none',
    because: common.length
      ? { code: 'novelty.agreement', data: { agreements: common.join(','), count: common.length } }
      : tie
        ? {
            code: 'novelty.expands',
            data: { ...(tie.mine && { myPlace: tie.mine }), ...(tie.theirs && { theirPlace: tie.theirs }) },
          }
        : { code: 'novelty.new', data: {} },
  };
}

/** Who names the agreement looks for its other party alone. */
function isAbout({ agreement }: MatchOpportunity, common: readonly string[], at: Candidate): boolean {
  if (agreement === null || common.includes(agreement.id)) return true;
  return agreement.partner !== null && isWithin(at.region, agreement.partner);
}

function both(value: number): { mine: number; theirs: number } {
  return { mine: value, theirs: value };
}
