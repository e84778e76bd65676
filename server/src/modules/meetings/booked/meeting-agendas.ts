import { Injectable } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import type { Tx } from '../../../platform/index.js';
import { Agenda, type NewCommitment } from '../../agenda/index.js';
import { Participants } from '../../registration/index.js';
import type { MeetingRow } from './views/meeting-rows.js';
import { othersOf } from './views/meeting-sides.js';
import { calendarUid, meetingTitle } from './views/meeting-words.js';

/** Meetings in the agendas of their people: each reads there whom they meet. */
@Injectable()
export class MeetingAgendas {
  constructor(
    private readonly agenda: Agenda,
    private readonly participants: Participants,
  ) {}

  /** @param cards of people with a seat, by participant; those that are missing are read */
  async enter(tx: Tx, meeting: MeetingRow, cards: ReadonlyMap<string, ParticipantCard>): Promise<void> {
    await this.enterAll(tx, [meeting], await this.withAll(tx, meeting, cards));
  }

  /** Many at once. @param cards of everybody with a seat */
  async enterAll(tx: Tx, meetings: readonly MeetingRow[], cards: ReadonlyMap<string, ParticipantCard>): Promise<void> {
    await this.agenda.commit(
      tx,
      meetings.flatMap((meeting) => entriesOf(meeting, cards)),
    );
  }

  private async withAll(
    tx: Tx,
    { sides }: MeetingRow,
    cards: ReadonlyMap<string, ParticipantCard>,
  ): Promise<ReadonlyMap<string, ParticipantCard>> {
    const missing = sides.map(({ participantId }) => participantId).filter((id) => !cards.has(id));
    return missing.length === 0 ? cards : new Map([...cards, ...(await this.participants.cards(missing, tx.em))]);
  }

  async release(tx: Tx, meetingId: string, userId: string): Promise<void> {
    await this.agenda.release(tx, { kind: 'meeting', sourceId: meetingId, userIds: [userId] });
  }
}

function entriesOf(
  { id, eventId, startsAt, endsAt, sequence, sides }: MeetingRow,
  cards: ReadonlyMap<string, ParticipantCard>,
): NewCommitment[] {
  const entry = { eventId, kind: 'meeting' as const, sourceId: id, startsAt, endsAt, uid: calendarUid(id), sequence };
  return sides.map(({ userId }) => ({
    ...entry,
    userId,
    title: meetingTitle(othersOf(sides, userId).map(({ participantId }) => cards.get(participantId)!)),
  }));
}
