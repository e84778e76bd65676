import { Injectable } from '@nestjs/common';
import type {
  EventId,
  HelpAnswer,
  HelpInput,
  HelpRequestCard,
  HelpRequestId,
  HelpRequestView,
  MeetingId,
  ParticipantId,
} from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Command, DomainClock, DomainError, Transactions, type Tx } from '../../../../platform/index.js';
import { meetingById, type MeetingRow, type SideRow } from '../../booked/views/meeting-rows.js';
import { MeetingHelpRequestEntity } from './meeting-help-request.entity.js';

/** Answered calls stay on the organisers' board for so many hours. */
const shownHours = 3;

/**
 * Calls for help from meetings, and what organisers answer. One call of a meeting is open at a time: asking again takes its
 * place, but a call without words leaves one that has some, with whoever wrote them.
 */
@Injectable()
export class HelpDesk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
  ) {}

  /** The meeting's row is held. */
  async call(tx: Tx, meeting: MeetingRow, by: SideRow, { about, text }: HelpInput): Promise<void> {
    await tx.em.query(
      `INSERT INTO meeting_help_request (event_id, meeting_id, participant_id, about, text, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (meeting_id) WHERE answered_at IS NULL DO UPDATE
         SET participant_id = excluded.participant_id, about = excluded.about, text = excluded.text
         WHERE excluded.text IS NOT NULL OR meeting_help_request.text IS NULL`,
      [meeting.eventId, meeting.id, by.participantId, about, text, tx.now],
    );
    await tx.fact({ name: 'meeting.help_called', meetingId: meeting.id, eventId: meeting.eventId, about });
    tx.hint(`organise:${meeting.eventId}`, 'help.changed', { eventId: meeting.eventId });
  }

  /** @throws DomainError `not_found` for what is not of this event */
  async answer(
    command: Command,
    eventId: string,
    helpRequestId: string,
    { text }: HelpAnswer,
  ): Promise<HelpRequestCard> {
    return this.transactions.command(command, async (tx) => {
      const where = { id: helpRequestId, eventId };
      if (!(await tx.em.existsBy(MeetingHelpRequestEntity, where))) throw new DomainError('not_found');
      await tx.em.update(MeetingHelpRequestEntity, where, {
        answer: text,
        answeredBy: command.actor.userId,
        answeredAt: tx.now,
      });
      const answered = await tx.em.findOneByOrFail(MeetingHelpRequestEntity, where);
      const meeting = (await meetingById(tx.em, answered.meetingId))!;
      tx.tell(
        meeting.sides.map(({ userId }) => userId),
        'meeting.changed',
        { meetingId: meeting.id, eventId },
      );
      tx.hint(`meeting:${meeting.id}`, 'room.changed', { meetingId: meeting.id });
      tx.hint(`organise:${eventId}`, 'help.changed', { eventId });
      return cardOf(answered);
    });
  }

  /** Those that wait first, the longest waiting first; then what was answered lately. */
  async ofEvent(eventId: string): Promise<HelpRequestCard[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(MeetingHelpRequestEntity, 'help')
      .where('help.eventId = :eventId', { eventId })
      .andWhere('(help.answeredAt IS NULL OR help.answeredAt > :since)', {
        since: new Date((await this.clock.now()).getTime() - shownHours * 3_600_000),
      })
      .orderBy('help.answeredAt', 'DESC', 'NULLS FIRST')
      .addOrderBy('help.askedAt')
      .limit(100)
      .getMany();
    return rows.map(cardOf);
  }

  async newest(em: EntityManager, meetingId: string): Promise<HelpRequestView | null> {
    const [newest] = await em.find(MeetingHelpRequestEntity, { where: { meetingId }, order: { id: 'DESC' }, take: 1 });
    return newest ? viewOf(newest) : null;
  }
}

const viewOf = (row: MeetingHelpRequestEntity): HelpRequestView => ({
  helpRequestId: row.id as HelpRequestId,
  by: row.participantId as ParticipantId,
  about: row.about,
  text: row.text,
  askedAt: row.askedAt.toISOString(),
  answer: row.answer,
  answeredAt: row.answeredAt?.toISOString() ?? null,
});

const cardOf = (row: MeetingHelpRequestEntity): HelpRequestCard => ({
  ...viewOf(row),
  meetingId: row.meetingId as MeetingId,
  eventId: row.eventId as EventId,
});
