import type {
  OpportunityCard,
  OpportunityId,
  OpportunityInput,
  OpportunityView,
  OrganisationId,
} from '@musubi/contracts';
import type { OpportunityEntity } from './opportunity.entity.js';

/** As others see it: nothing of what is being changed, or why it was sent back. */
export function viewOf(opportunity: OpportunityEntity): OpportunityView {
  const { state, version } = opportunity;
  return {
    opportunityId: opportunity.id as OpportunityId,
    organisationId: opportunity.organisationId as OrganisationId,
    ...contentOf(opportunity),
    state,
    publishedAt: opportunity.publishedAt?.toISOString() ?? null,
    expiresAt: opportunity.expiresAt?.toISOString() ?? null,
    version,
    revision: null,
    sentBack: null,
  };
}

/** As its own people see it. */
export function ownViewOf(opportunity: OpportunityEntity): OpportunityView {
  const { revision, revisionState, sentBackAt, sentBackBecause } = opportunity;
  return {
    ...viewOf(opportunity),
    revision: revision && revisionState ? { state: revisionState, content: revision } : null,
    sentBack: sentBackAt && sentBackBecause ? { because: sentBackBecause, at: sentBackAt.toISOString() } : null,
  };
}

/** What its people write. */
export function contentOf(opportunity: OpportunityEntity): OpportunityInput {
  const { kind, title, summary, dimension, topic, form, stage, novelty, deadline } = opportunity;
  const { targetRegions, thirdCountries, agreementId, agreementName, frameworks } = opportunity;
  return {
    ...{ kind, title, summary, dimension, topic, form, targetRegions, thirdCountries },
    ...{ stage, novelty, agreementId, agreementName, frameworks, deadline },
  };
}

export function cardOf({ id, kind, title, dimension, topic }: OpportunityEntity): OpportunityCard {
  return { opportunityId: id as OpportunityId, kind, title, dimension, topic };
}
