import type { OpportunityCard, OpportunityView, ParticipantCard, RecommendationView } from '@musubi/contracts';
import { recommend, type Candidate, type MatchRecommendation } from '@musubi/matching';
import type { CommonSlots } from '../../meetings/index.js';
import { agreementPartnersOf } from '@musubi/reference/agreements';
import { partnerIn } from '@musubi/reference/named-agreements';

/** As many as anybody reads. */
export const recommendationsAtMost = 60;

/** What is known of one participant. */
export interface Known {
  card: ParticipantCard;
  opportunities: readonly OpportunityView[];
  /** Those of the slots ahead that suit this person and the seeker; the seeker's own: any. */
  common: CommonSlots;
}

export interface Seeker extends Known {
  /** Participants with whom a request is open or a meeting exists. */
  inTouch: ReadonlySet<string>;
}

/** How many open requests wait for an answer of each participant. */
export type Waiting = ReadonlyMap<string, number>;

const nobody: ReadonlySet<string> = new Set();

/** Who of the others fits this person, best first, each with the reasons. Who was dismissed is not among them. */
export function recommendations(me: Seeker, others: readonly Known[], waiting: Waiting): RecommendationView[] {
  const known = new Map(others.map((other) => [other.card.participantId as string, other]));
  const found = recommend(candidateOf(me), others.map(candidateOf), {
    excluded: nobody,
    waiting,
    limit: recommendationsAtMost,
  });
  return found.map((one) => viewOf(one, me, known.get(one.candidateId)!));
}

/** As the matching knows a participant. */
export function candidateOf({ card, opportunities, common }: Known): Candidate {
  return {
    id: card.participantId,
    organisationId: card.organisation.organisationId,
    side: card.organisation.side,
    region: card.organisation.regionCode,
    languages: card.workingLanguages,
    opportunities: opportunities.map(
      ({ opportunityId: id, kind, dimension, topic, targetRegions, thirdCountries, novelty, agreementId }) => ({
        ...{ id, kind, dimension, topic, targetRegions, thirdCountries, novelty },
        agreement:
          agreementId === null
            ? null
            : { id: agreementId, partner: partnerIn(agreementId, card.organisation.regionCode) },
      }),
    ),
    freeSlots: common.slotIds,
    ties: agreementPartnersOf(card.organisation.regionCode),
  };
}

function viewOf({ score }: MatchRecommendation, me: Seeker, other: Known): RecommendationView {
  const mine = cardsOf(me.opportunities);
  const theirs = cardsOf(other.opportunities);
  return {
    participant: other.card,
    score: Math.round(score.total),
    reasons: score.parts.map(({ key, strength, because }) => ({
      part: key,
      strength,
      data: { code: because.code, ...because.data },
    })),
    pairs: score.pairs.map((pair) => ({
      mine: mine.get(pair.myOpportunityId)!,
      theirs: theirs.get(pair.theirOpportunityId)!,
    })),
    sharedSlots: other.common.slotIds.length,
    sharedOfficeSlots: other.common.inOfficeHours,
    inTouch: me.inTouch.has(other.card.participantId),
  };
}

function cardsOf(opportunities: readonly OpportunityView[]): Map<string, OpportunityCard> {
  return new Map(
    opportunities.map(({ opportunityId, kind, title, dimension, topic }) => [
      opportunityId as string,
      { opportunityId, kind, title, dimension, topic },
    ]),
  );
}
