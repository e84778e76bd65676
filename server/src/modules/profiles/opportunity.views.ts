import type { OpportunityCard, OpportunityId, OpportunityView, OrganisationId } from '@musubi/contracts';
import type { OpportunityEntity } from './opportunity.entity.js';

export function viewOf(opportunity: OpportunityEntity): OpportunityView {
  const { kind, title, summary, dimension, topic, form, targetRegions, stage, novelty, deadline, state } = opportunity;
  return {
    opportunityId: opportunity.id as OpportunityId,
    organisationId: opportunity.organisationId as OrganisationId,
    kind,
    title,
    summary,
    dimension,
    topic,
    form,
    targetRegions,
    stage,
    novelty,
    deadline,
    state,
    publishedAt: opportunity.publishedAt?.toISOString() ?? null,
    expiresAt: opportunity.expiresAt?.toISOString() ?? null,
  };
}

export function cardOf({ id, kind, title, dimension, topic }: OpportunityEntity): OpportunityCard {
  return { opportunityId: id as OpportunityId, kind, title, dimension, topic };
}
