import { Injectable } from '@nestjs/common';
import type { CancelMeeting, MeetingView, RoomTicket } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Actor,
  type Command,
  DomainError,
  PolicyRegistry,
  Transactions,
  type Tx,
} from '../../../platform/index.js';
import { Participants } from '../../registration/index.js';
import { Rooms } from '../../rooms/index.js';
import { MeetingDoor } from '../room/meeting-door.js';
import { MeetingEndings } from './meeting-endings.js';
import { meetingById, meetingsIn, type MeetingRow } from './views/meeting-rows.js';
import { decides } from './views/meeting-sides.js';
import { MeetingViews } from './views/meeting-views.js';

/** Booked meetings: for their people, for organisers, and for the modules that stand on them. */
@Injectable()
export class Meetings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly policies: PolicyRegistry,
    private readonly participants: Participants,
    private readonly rooms: Rooms,
    private readonly door: MeetingDoor,
    private readonly endings: MeetingEndings,
    private readonly views: MeetingViews,
  ) {}

  /** One's own, by start. */
  async mine(actor: Actor, eventId: string): Promise<MeetingView[]> {
    const { participantId } = await this.participants.require(actor, eventId);
    return this.views.of(await this.ofParticipant(eventId, participantId), actor.userId);
  }

  /** All of an event, as an organiser sees them. */
  async ofEvent(eventId: string): Promise<MeetingView[]> {
    return this.views.of(await this.forFollowup([eventId]), null);
  }

  async view(actor: Actor, meetingId: string): Promise<MeetingView> {
    const meeting = await meetingById(this.dataSource.manager, meetingId);
    if (!meeting) throw new DomainError('not_found');
    this.policies.assertCan(actor, 'meeting.see', meeting);
    return this.views.one(meeting, actor.userId);
  }

  async cancel(command: Command, meetingId: string, { reason, note }: CancelMeeting): Promise<MeetingView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      for (;;) {
        const meeting = await this.require(actor, meetingId, tx.em);
        const me = meeting.sides.find((side) => side.userId === actor.userId)!;
        if (!decides(meeting.sides, actor.userId)) throw new DomainError('meeting.guests_leave');
        const done = meeting.state === 'cancelled' && meeting.cancelledBy === me.participantId;
        const cancelled = done
          ? meeting
          : await this.endings.cancel(tx, meeting, { by: me, through: actor.by, reason, note });
        if (cancelled) return this.views.one(cancelled, actor.userId, tx);
      }
    });
  }

  /** @throws DomainError what {@link MeetingDoor.admission} refuses, `video.off` */
  async ticket(actor: Actor, meetingId: string): Promise<RoomTicket> {
    return this.rooms.join({ kind: 'meeting', id: meetingId }, actor.userId, (tx) =>
      this.door.admission(tx, actor, meetingId),
    );
  }

  /** What people of a meeting prepare with: they and its interpreter. @throws DomainError `not_found` for anybody else */
  async readable(actor: Actor, meetingId: string): Promise<MeetingRow> {
    const meeting = await meetingById(this.dataSource.manager, meetingId);
    if (!meeting || !['meeting.attend', 'meeting.interpret'].some((may) => this.policies.can(actor, may, meeting)))
      throw new DomainError('not_found');
    return meeting;
  }

  /** @throws DomainError `not_found` for anybody but its people */
  async require(actor: Actor, meetingId: string, em: EntityManager = this.dataSource.manager): Promise<MeetingRow> {
    const meeting = await meetingById(em, meetingId);
    if (!meeting) throw new DomainError('not_found');
    this.policies.assertCan(actor, 'meeting.attend', meeting);
    return meeting;
  }

  /** As {@link require}, held until the transaction ends: the two answer one after the other. */
  async requireHeld(tx: Tx, actor: Actor, meetingId: string): Promise<MeetingRow> {
    await tx.em.query('SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
    return this.require(actor, meetingId, tx.em);
  }

  async byIds(ids: readonly string[], em: EntityManager = this.dataSource.manager): Promise<Map<string, MeetingRow>> {
    const meetings = ids.length > 0 ? await meetingsIn(em, { ids: [...new Set(ids)] }) : [];
    return new Map(meetings.map((meeting) => [meeting.id, meeting]));
  }

  async ofParticipant(
    eventId: string,
    participantId: string,
    em: EntityManager = this.dataSource.manager,
  ): Promise<MeetingRow[]> {
    return meetingsIn(em, { eventId, participantId });
  }

  /** Every meeting of the events, cancelled ones too, by start. */
  async forFollowup(eventIds: readonly string[], em: EntityManager = this.dataSource.manager): Promise<MeetingRow[]> {
    return meetingsIn(em, { eventIds });
  }

  /** Meetings as a person sees them. */
  async show(meetings: readonly MeetingRow[], viewerUserId: string | null): Promise<MeetingView[]> {
    return this.views.of(meetings, viewerUserId);
  }

  /** This person has said how it went. */
  async outcomeGiven(tx: Tx, meetingId: string, userId: string): Promise<void> {
    await tx.em.query('UPDATE meeting_seat SET outcome_at = $3 WHERE meeting_id = $1 AND occupant_id = $2', [
      meetingId,
      userId,
      tx.now,
    ]);
  }
}
