import { Injectable } from '@nestjs/common';
import type { CaseView } from '@musubi/contracts';
import { dateAt } from '@musubi/time';
import { DataSource } from 'typeorm';
import {
  type Actor,
  type Command,
  DomainError,
  PolicyRegistry,
  Transactions,
  type Tx,
} from '../../../platform/index.js';
import { Meetings } from '../../meetings/index.js';
import { Affiliations, Organisations } from '../../organisations/index.js';
import { outcomesOf } from '../outcomes/outcome-rows.js';
import { CaseMeetingEntity, CasePartyEntity, CaseStatementEntity, CooperationCaseEntity } from './case.entity.js';
import { caseBetween, caseById, casesOfEvents, casesOfMeetings, type CaseRow } from './case-rows.js';
import { assertMayConfirm, assertMayVerify, isClaim, judgeCase, type CaseJudgement } from './case.rules.js';
import { CaseViews } from './case-views.js';

/** A title is as long as a line of a list. */
const titleAtMost = 120;
/** What later steps have made of a case is not judged from outcomes any more. */
const beyondJudgement: readonly string[] = ['drafted', 'signed', 'dormant', 'ended'];

/** Cooperation cases: opened by a claim, judged anew with every statement. */
@Injectable()
export class Cases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly policies: PolicyRegistry,
    private readonly organisations: Organisations,
    private readonly affiliations: Affiliations,
    private readonly meetings: Meetings,
    private readonly views: CaseViews,
  ) {}

  /** For an organiser, by the day they were opened. */
  async ofEvents(eventIds: readonly string[]): Promise<CaseView[]> {
    return this.views.of(await casesOfEvents(this.dataSource.manager, eventIds), []);
  }

  /** The case that each of the meetings belongs to, as this person sees it. */
  async ofMeetings(meetingIds: readonly string[], actor: Actor): Promise<Map<string, CaseView>> {
    const cases = await casesOfMeetings(this.dataSource.manager, meetingIds);
    const unique = [...new Map([...cases.values()].map((one) => [one.id, one])).values()];
    const views = await this.views.of(unique, await this.organisationsOf(actor));
    const byId = new Map(views.map((view) => [view.caseId as string, view]));
    return new Map([...cases].map(([meetingId, one]) => [meetingId, byId.get(one.id)!]));
  }

  /** By another party, outside of the meeting's form. */
  async confirm(command: Command, caseId: string): Promise<CaseView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const known = await this.held(tx, caseId);
      const speaksFor = await this.organisationsOf(actor, tx);
      const partyOf = known.organisationIds.filter((id) => speaksFor.includes(id));
      if (partyOf.length === 0) throw new DomainError('not_found');
      assertMayConfirm(await this.judgement(tx, known), partyOf);
      if (!partyOf.every((id) => known.confirmedBy.includes(id))) {
        await this.say(tx, known, { says: 'confirms', byUserId: actor.userId, organisationId: partyOf[0]! });
      }
      return this.judged(tx, caseId, speaksFor);
    });
  }

  /** By an organiser, once another party has confirmed it. */
  async verify(command: Command, caseId: string): Promise<CaseView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const known = await this.held(tx, caseId);
      this.policies.assertCan(actor, 'event.organise', { eventId: known.eventId });
      assertMayVerify(await this.judgement(tx, known));
      if (!known.verified)
        await this.say(tx, known, { says: 'verifies', byUserId: actor.userId, organisationId: null });
      return this.judged(tx, caseId, []);
    });
  }

  /** After somebody spoke of a meeting: its case is opened by a claim, and judged anew. */
  async consider(tx: Tx, meeting: { id: string; eventId: string }, organisationIds: readonly string[]): Promise<void> {
    const known =
      (await casesOfMeetings(tx.em, [meeting.id])).get(meeting.id) ??
      (await this.openIfClaimed(tx, meeting, organisationIds));
    if (known) await this.judge(tx, await this.held(tx, known.id));
  }

  private async openIfClaimed(
    tx: Tx,
    meeting: { id: string; eventId: string },
    among: readonly string[],
  ): Promise<CaseRow | null> {
    const organisationIds = [...new Set(among)].sort();
    const spoken = (await outcomesOf(tx.em, [meeting.id])).get(meeting.id) ?? [];
    if (organisationIds.length < 2 || !spoken.some(isClaim)) return null;
    await this.open(tx, meeting.eventId, organisationIds);
    const { id: caseId } = (await caseBetween(tx.em, meeting.eventId, organisationIds))!;
    await tx.em.insert(CaseMeetingEntity, { caseId, meetingId: meeting.id });
    return caseById(tx.em, caseId);
  }

  /** Where it is not open yet: of two at once the second waits at the constraint, and finds what the first opened. */
  private async open(tx: Tx, eventId: string, organisationIds: readonly string[]): Promise<void> {
    const { raw } = await tx.em
      .createQueryBuilder()
      .insert()
      .into(CooperationCaseEntity)
      .values({
        eventId,
        partiesKey: [...organisationIds],
        status: 'contact',
        title: '',
        level: 'claimed',
        disputed: false,
        openedAt: tx.now,
      })
      .orIgnore()
      .returning('id')
      .execute();
    const [opened] = raw as { id: string }[];
    if (!opened) return;
    await tx.em.insert(
      CasePartyEntity,
      organisationIds.map((organisationId) => ({ caseId: opened.id, organisationId })),
    );
  }

  private async say(
    tx: Tx,
    { id: caseId }: CaseRow,
    statement: Pick<CaseStatementEntity, 'says' | 'byUserId' | 'organisationId'>,
  ) {
    await tx.em.insert(CaseStatementEntity, { caseId, ...statement, at: tx.now });
  }

  private async judged(tx: Tx, caseId: string, viewerOrganisationIds: readonly string[]): Promise<CaseView> {
    await this.judge(tx, (await caseById(tx.em, caseId))!);
    return (await this.views.of([(await caseById(tx.em, caseId))!], viewerOrganisationIds, tx.em))[0]!;
  }

  private async judge(tx: Tx, known: CaseRow): Promise<void> {
    const { level, disputed, kind, nextStep, nextStepDue, claimedBy, ...judged } = await this.judgement(tx, known);
    const status = beyondJudgement.includes(known.status) ? known.status : judged.status;
    const initiatedOn = judged.status === 'initiated' ? (known.initiatedOn ?? tokyoDate(tx.now)) : null;
    const title = nextStep?.slice(0, titleAtMost) ?? known.title;
    await tx.em.update(
      CooperationCaseEntity,
      { id: known.id },
      { status, level, disputed, kind, nextStep, nextStepDue, claimedBy, title, initiatedOn },
    );
    const people = await this.meetings.byIds(known.meetingIds, tx.em);
    const userIds = [...people.values()].flatMap((meeting) => meeting.sides.map((side) => side.userId));
    tx.tell(userIds, 'case.changed', { caseId: known.id });
    await tx.fact({ name: 'case.changed', caseId: known.id, eventId: known.eventId });
  }

  private async judgement(tx: Tx, known: CaseRow): Promise<CaseJudgement> {
    const outcomes = await outcomesOf(tx.em, known.meetingIds);
    const cards = await this.organisations.cards(known.organisationIds, tx.em);
    return judgeCase({
      parties: [...cards.values()],
      statements: [...outcomes.values()].flat(),
      confirmedBy: known.confirmedBy,
      verified: known.verified,
    });
  }

  private async held(tx: Tx, caseId: string): Promise<CaseRow> {
    await tx.em.query('SELECT id FROM cooperation_case WHERE id = $1 FOR NO KEY UPDATE', [caseId]);
    const known = await caseById(tx.em, caseId);
    if (!known) throw new DomainError('not_found');
    return known;
  }

  private async organisationsOf({ userId }: Actor, tx?: Tx): Promise<string[]> {
    const affiliations = (await this.affiliations.of([userId], tx?.em)).get(userId) ?? [];
    return affiliations.map((one) => one.organisationId);
  }
}

/** The fiscal year goes by Tokyo's date. */
const tokyoDate = (at: Date): string => dateAt(at.toTemporalInstant(), 'Asia/Tokyo');
