import { Injectable } from '@nestjs/common';
import type { CaseId, CaseView, EventId, MeetingId, OrganisationCard } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { Organisations } from '../../organisations/index.js';
import type { CaseRow } from './case-rows.js';

/** Cases as their parties and organisers see them; one query for any number. */
@Injectable()
export class CaseViews {
  constructor(private readonly organisations: Organisations) {}

  /** @param viewerOrganisationIds for whom the viewer speaks; nobody for an organiser */
  async of(
    cases: readonly CaseRow[],
    viewerOrganisationIds: readonly string[],
    em?: EntityManager,
  ): Promise<CaseView[]> {
    if (cases.length === 0) return [];
    const cards = await this.organisations.cards(
      cases.flatMap((one) => one.organisationIds),
      em,
    );
    return cases.map((one) => viewOf(one, viewerOrganisationIds, cards));
  }
}

function viewOf(one: CaseRow, viewers: readonly string[], cards: ReadonlyMap<string, OrganisationCard>): CaseView {
  const ofParty = one.organisationIds.some((id) => viewers.includes(id));
  const ofClaimant = one.claimedBy !== null && viewers.includes(one.claimedBy);
  return {
    caseId: one.id as CaseId,
    eventId: one.eventId as EventId,
    status: one.status,
    kind: one.kind,
    title: one.title,
    parties: one.organisationIds.map((id) => cards.get(id)!),
    level: one.level,
    nextStep: one.nextStep,
    nextStepDue: one.nextStepDue,
    initiatedOn: one.initiatedOn,
    meetingIds: one.meetingIds as MeetingId[],
    disputed: one.disputed,
    mayConfirm: one.claimedBy !== null && one.level === 'claimed' && ofParty && !ofClaimant,
  };
}
