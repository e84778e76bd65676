import { Injectable } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import type { Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import type { MeetingRow } from './meeting-rows.js';
import { othersOf } from './meeting-sides.js';
import { calendarUid, meetingTitle } from './meeting-words.js';

/** Meetings in the agendas of their people: each reads there whom they meet. */
@Injectable()
export class MeetingAgendas {
  constructor(private readonly agenda: Agenda) {}

  /** @param cards of everybody with a seat, by participant */
  async enter(tx: Tx, meeting: MeetingRow, cards: ReadonlyMap<string, ParticipantCard>): Promise<void> {
    const { id, eventId, startsAt, endsAt, sequence, sides } = meeting;
    const entry = { eventId, kind: 'meeting' as const, sourceId: id, startsAt, endsAt, uid: calendarUid(id), sequence };
    await this.agenda.commit(
      tx,
      sides.map(({ userId }) => ({
        ...entry,
        userId,
        title: meetingTitle(othersOf(sides, userId).map(({ participantId }) => cards.get(participantId)!)),
      })),
    );
  }

  async release(tx: Tx, meetingId: string, userId: string): Promise<void> {
    await this.agenda.release(tx, { kind: 'meeting', sourceId: meetingId, userIds: [userId] });
  }
}
