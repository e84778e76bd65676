import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MeetingId, UnassignedMeeting } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { Facts, Jobs, type Tx } from '../../../../platform/index.js';
import { Users } from '../../../identity/index.js';
import { Organisations } from '../../../organisations/index.js';
import { Participants, PersonBlocks } from '../../../registration/index.js';
import { meetingById, meetingsIn, type MeetingRow } from '../../booked/views/meeting-rows.js';
import { othersOf } from '../../booked/views/meeting-sides.js';
import { endContact } from '../../requests/contact.js';
import { inOrderOfChoice } from '../assignment/assignment.rules.js';
import { Loads } from '../members/loads.js';
import { Members } from '../members/members.js';
import { PassingOn } from './passing-on.js';
import { StandIns } from './stand-ins.js';

/** Hours before the start when a side without anybody falls to a backup. */
export const backupHours = 12;
const sweepEverySeconds = 10;
const sweepAtMost = 100;

interface Vacancy {
  meetingId: string;
  side: 0 | 1;
  eventId: string;
  organisationId: string;
  leftUserId: string;
  since: Date;
}

/** Meetings for which a delegation has nobody yet: whose member left, until a colleague or at last a backup comes. */
@Injectable()
export class Vacancies implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: Facts,
    private readonly jobs: Jobs,
    private readonly members: Members,
    private readonly loads: Loads,
    private readonly blocks: PersonBlocks,
    private readonly participants: Participants,
    private readonly users: Users,
    private readonly organisations: Organisations,
    private readonly standIns: StandIns,
    private readonly passingOn: PassingOn,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('delegations ask backups', sweepEverySeconds, (tx) => this.askBackups(tx));
    this.facts.on('affiliation.ended', async ({ userId, organisationId }, tx) => {
      const left = (await tx.em.query(
        `SELECT id FROM registration WHERE user_id = $1 AND organisation_id = $2 AND state = 'complete' ORDER BY id`,
        [userId, organisationId],
      )) as { id: string }[];
      if (left.length === 0) return;
      await endContact(tx.em, userId);
      for (const { id } of left) await this.leave(tx, id);
      for (const { id } of left) await this.passingOn.of(tx, id);
    });
  }

  /**
   * Somebody is no longer of their delegation. Where it shares what comes in, their meetings ahead are its own: the place
   * is empty, and the others are asked. Elsewhere nothing happens here.
   */
  async leave(tx: Tx, participantId: string): Promise<void> {
    const [shared] = (await tx.em.query(
      `SELECT registration.event_id AS "eventId", registration.organisation_id AS "organisationId"
       FROM registration JOIN delegation ON delegation.event_id = registration.event_id
        AND delegation.organisation_id = registration.organisation_id AND delegation.mode = 'pool'
       WHERE registration.id = $1`,
      [participantId],
    )) as { eventId: string; organisationId: string }[];
    if (!shared) return;
    const { eventId, organisationId } = shared;
    const colleagues = (await this.members.of(eventId, organisationId, tx.em)).filter(
      (member) => member.participantId !== participantId,
    );
    if (colleagues.length === 0) return;
    for (const { id } of await meetingsIn(tx.em, { eventId, participantId })) {
      await tx.em.query('SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [id]);
      const meeting = (await meetingById(tx.em, id))!;
      const side = meeting.principalIds.indexOf(participantId);
      const seated = meeting.sides.some((one) => one.participantId === participantId);
      if (meeting.state !== 'confirmed' || meeting.startsAt <= tx.now || !seated || (side !== 0 && side !== 1))
        continue;
      await this.standIns.vacate(tx, meeting, side, organisationId);
      const delegationUserIds = colleagues.map(({ userId }) => userId);
      await tx.fact({ name: 'meeting.unassigned', meetingId: id, eventId, side, delegationUserIds });
    }
  }

  /** Twelve hours before the start: a backup, else whoever is free; where nobody is, the organisers are told, once. */
  async askBackups(tx: Tx): Promise<number> {
    const due = (await tx.em.query(
      `SELECT vacancy.meeting_id AS "meetingId", vacancy.side, vacancy.event_id AS "eventId",
              vacancy.organisation_id AS "organisationId", registration.user_id AS "leftUserId", vacancy.since
       FROM meeting_vacancy vacancy
       JOIN registration ON registration.id = vacancy.left_participant_id
       JOIN meeting ON meeting.id = vacancy.meeting_id AND meeting.state = 'confirmed'
       JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE slot.starts_at > $1 AND slot.starts_at <= $1::timestamptz + $2 * interval '1 hour' AND vacancy.helpdesk_told_at IS NULL
       ORDER BY vacancy.meeting_id, vacancy.side LIMIT ${sweepAtMost}
       FOR NO KEY UPDATE OF meeting SKIP LOCKED`,
      [tx.now, backupHours],
    )) as Vacancy[];
    for (const vacancy of due) {
      if (await this.fill(tx, vacancy)) continue;
      const { meetingId, side, eventId, organisationId } = vacancy;
      await tx.em.query('UPDATE meeting_vacancy SET helpdesk_told_at = $3 WHERE meeting_id = $1 AND side = $2', [
        meetingId,
        side,
        tx.now,
      ]);
      await tx.fact({ name: 'meeting.backup_missing', meetingId, side, eventId, organisationId });
    }
    return due.length;
  }

  /** For organisers, the soonest first. The same number of queries for any number. */
  async ofEvent(eventId: string): Promise<UnassignedMeeting[]> {
    const rows = (await this.dataSource.query(
      `SELECT vacancy.meeting_id AS "meetingId", vacancy.side, vacancy.organisation_id AS "organisationId", vacancy.since,
              registration.user_id AS "leftUserId", slot.starts_at AS "startsAt", slot.ends_at AS "endsAt",
              (SELECT count(*)::int FROM delegation_member member
               WHERE member.event_id = vacancy.event_id AND member.organisation_id = vacancy.organisation_id AND NOT EXISTS (
                 SELECT FROM commitment WHERE commitment.user_id = member.user_id AND commitment.during && slot.during)) AS free
       FROM meeting_vacancy vacancy
       JOIN registration ON registration.id = vacancy.left_participant_id
       JOIN meeting ON meeting.id = vacancy.meeting_id AND meeting.state = 'confirmed'
       JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE vacancy.event_id = $1 AND slot.ends_at > domain_now() ORDER BY slot.starts_at, vacancy.meeting_id`,
      [eventId],
    )) as (Vacancy & { startsAt: Date; endsAt: Date; free: number })[];
    if (rows.length === 0) return [];
    const meetings = new Map(
      (await meetingsIn(this.dataSource.manager, { ids: rows.map(({ meetingId }) => meetingId) })).map((one) => [
        one.id,
        one,
      ]),
    );
    const partners = new Map(
      [...meetings].map(([id, one]) => [
        id,
        one.sides.find(({ side }) => side !== rows.find((row) => row.meetingId === id)!.side),
      ]),
    );
    const cards = await this.participants.cards([...partners.values()].flatMap((one) => one?.participantId ?? []));
    const organisations = await this.organisations.cards(rows.map(({ organisationId }) => organisationId));
    const left = await this.users.cards(rows.map(({ leftUserId }) => leftUserId));
    return rows.map((row) => ({
      meetingId: row.meetingId as MeetingId,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      since: row.since.toISOString(),
      organisation: organisations.get(row.organisationId)!,
      left: left.get(row.leftUserId)!.name!,
      partner: cards.get(partners.get(row.meetingId)?.participantId ?? '') ?? null,
      backupAt: new Date(row.startsAt.getTime() - backupHours * 3_600_000).toISOString(),
      free: row.free,
    }));
  }

  private async fill(tx: Tx, { meetingId, side, eventId, organisationId }: Vacancy): Promise<boolean> {
    const meeting = (await meetingById(tx.em, meetingId))!;
    const candidates = await this.candidates(tx, meeting, eventId, organisationId);
    const wish = { contactId: meeting.principalIds[side], language: meeting.language };
    const backups = inOrderOfChoice(
      candidates.filter(({ part }) => part === 'backup'),
      wish,
    );
    const others = inOrderOfChoice(
      candidates.filter(({ part }) => part !== 'backup'),
      wish,
    );
    for (const next of [...backups, ...others]) {
      const how = { why: 'backup', byUserId: null, forUserId: null } as const;
      if (await this.standIns.replace(tx, meeting, side, next, how)) return true;
    }
    return false;
  }

  private async candidates(tx: Tx, meeting: MeetingRow, eventId: string, organisationId: string) {
    const members = await this.members.of(eventId, organisationId, tx.em);
    const present = othersOf(meeting.sides, '').map(({ userId }) => userId);
    const blocked = await this.blocks.between([...present, ...members.map(({ userId }) => userId)], tx.em);
    const open = members.filter(
      ({ userId }) => !present.includes(userId) && !present.some((other) => blocked.has(userId, other)),
    );
    return this.loads.candidates(eventId, meeting.slotId, open, tx);
  }
}
