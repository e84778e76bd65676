import { Injectable } from '@nestjs/common';
import type { DelegationPut, DelegationRow, DelegationView } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Actor, Audit, type Command, DomainError, Transactions } from '../../../../platform/index.js';
import { Affiliations, Organisations } from '../../../organisations/index.js';
import { Participants } from '../../../registration/index.js';
import { DelegationViews } from './delegation-views.js';
import { Members } from './members.js';

/** How an organisation's people share what comes in: kept by its administrators, and by organisers in their place. */
@Injectable()
export class Delegations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly members: Members,
    private readonly affiliations: Affiliations,
    private readonly organisations: Organisations,
    private readonly participants: Participants,
    private readonly views: DelegationViews,
  ) {}

  /** One's own organisation's. @throws DomainError `registration.required` */
  async mine(actor: Actor, eventId: string): Promise<DelegationView> {
    const { organisationId } = await this.participants.require(actor, eventId);
    return this.views.of({ eventId, organisationId, viewerUserId: actor.userId, organiser: false });
  }

  /** @throws DomainError `registration.required`, `delegation.not_keeper` for anybody but an administrator, `delegation.unknown_member` */
  async keepMine(command: Command, eventId: string, input: DelegationPut): Promise<DelegationView> {
    const { userId } = command.actor;
    const { organisationId } = await this.participants.require(command.actor, eventId);
    if ((await this.affiliations.roleIn(userId, organisationId)) !== 'admin')
      throw new DomainError('delegation.not_keeper');
    await this.put(command, eventId, organisationId, input, false);
    return this.mine(command.actor, eventId);
  }

  /** Every delegation of an event for its organisers, those with meetings that lack somebody first. The same number of queries for any number. */
  async ofEvent(eventId: string): Promise<DelegationRow[]> {
    const rows = (await this.dataSource.query(
      `SELECT member.organisation_id AS "organisationId", member.mode, count(*)::int AS members, coalesce(vacant.meetings, 0) AS unassigned
       FROM delegation_member member LEFT JOIN (
         SELECT vacancy.organisation_id, count(*)::int AS meetings FROM meeting_vacancy vacancy
         JOIN meeting ON meeting.id = vacancy.meeting_id AND meeting.state = 'confirmed'
         JOIN meeting_slot slot ON slot.id = meeting.slot_id AND slot.ends_at > domain_now()
         WHERE vacancy.event_id = $1 GROUP BY 1) vacant ON vacant.organisation_id = member.organisation_id
       WHERE member.event_id = $1 GROUP BY 1, 2, 4 ORDER BY unassigned DESC, members DESC, 1`,
      [eventId],
    )) as (Omit<DelegationRow, 'organisation'> & { organisationId: string })[];
    const cards = await this.organisations.cards(rows.map(({ organisationId }) => organisationId));
    return rows.map(({ organisationId, ...row }) => ({ organisation: cards.get(organisationId)!, ...row }));
  }

  /** One delegation, as organisers see it. @throws DomainError `not_found` */
  async view(actor: Actor, eventId: string, organisationId: string): Promise<DelegationView> {
    if (!(await this.organisations.get(organisationId))) throw new DomainError('not_found');
    return this.views.of({ eventId, organisationId, viewerUserId: actor.userId, organiser: true });
  }

  /** In the organisation's place: logged, and its people are told. @throws DomainError `not_found`, `delegation.unknown_member` */
  async keepFor(
    command: Command,
    eventId: string,
    organisationId: string,
    input: DelegationPut,
  ): Promise<DelegationView> {
    if (!(await this.organisations.get(organisationId))) throw new DomainError('not_found');
    await this.put(command, eventId, organisationId, input, true);
    return this.view(command.actor, eventId, organisationId);
  }

  private async put(
    command: Command,
    eventId: string,
    organisationId: string,
    { mode, parts }: DelegationPut,
    organiser: boolean,
  ): Promise<void> {
    const { userId } = command.actor;
    await this.transactions.command(command, async (tx) => {
      const role = organiser ? null : await this.affiliations.holdRole(tx, userId, organisationId);
      if (!organiser && role !== 'admin') throw new DomainError('delegation.not_keeper');
      const members = await this.members.of(eventId, organisationId, tx.em);
      const known = new Set(members.map(({ participantId }) => participantId));
      const unknown = parts.find(({ participantId }) => !known.has(participantId));
      if (unknown) throw new DomainError('delegation.unknown_member', { participantId: unknown.participantId });
      await tx.em.query(
        `INSERT INTO delegation (event_id, organisation_id, mode, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT delegation_pk DO UPDATE
           SET mode = excluded.mode, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
        [eventId, organisationId, mode, tx.now, userId],
      );
      await tx.em.query(
        `INSERT INTO delegation_part (participant_id, part)
         SELECT * FROM unnest($1::uuid[], $2::text[]) AS given (id, part) ORDER BY id
         ON CONFLICT ON CONSTRAINT delegation_part_pk DO UPDATE SET part = excluded.part`,
        [parts.map(({ participantId }) => participantId), parts.map(({ part }) => part)],
      );
      if (organiser) {
        const after = { mode, parts: parts.map(({ participantId, part }) => `${participantId} ${part}`) };
        const on = { kind: 'organisation', id: organisationId };
        await this.audit.record(tx, { by: userId, did: 'delegation.changed', on, eventId, after });
      }
      tx.tell(
        members.map((member) => member.userId),
        'delegation.changed',
        { eventId },
      );
      tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
      await tx.fact({ name: 'delegation.changed', eventId, organisationId, byUserId: userId, organiser });
      return {};
    });
  }
}
