import { Injectable } from '@nestjs/common';
import { peopleAtMost, type SeatPart, sidesAtMost } from '@musubi/contracts';
import { DomainError, type Tx } from '../../../../platform/index.js';
import { Participants, PersonBlocks } from '../../../registration/index.js';
import { RequestEndings } from '../../requests/endings/request-endings.js';
import { unlessTaken } from './unless-taken.js';
import { MeetingAgendas } from '../meeting-agendas.js';
import { meetingById, type MeetingRow, type SideRow } from '../views/meeting-rows.js';

/** A person's place in a meeting. */
export interface SeatOf {
  userId: string;
  participantId: string;
  /** 0 asked first, 1 was asked, then further sides. */
  side: number;
  part: SeatPart;
}

/**
 * Places in meetings that stand, given and given back one at a time. The meeting's row is held first, so that a move, a
 * cancellation and another seat come before or after; then the person's queue and the constraints decide, as in a booking.
 * The version and the SEQUENCE rise, agendas follow, and everybody is told.
 */
@Injectable()
export class Seats {
  constructor(
    private readonly participants: Participants,
    private readonly blocks: PersonBlocks,
    private readonly agendas: MeetingAgendas,
    private readonly requests: RequestEndings,
  ) {}

  /**
   * Whoever sits there already keeps the seat that they have.
   * @throws DomainError `meeting.slot_taken` when the person is elsewhere then, and what {@link takeIfFree} refuses
   */
  async take(tx: Tx, meeting: Pick<MeetingRow, 'id'>, seat: SeatOf): Promise<MeetingRow> {
    const taken = await this.takeIfFree(tx, meeting, seat);
    if (!taken) {
      const { slotId } = (await meetingById(tx.em, meeting.id))!;
      throw new DomainError('meeting.slot_taken', { slotId });
    }
    return taken;
  }

  /**
   * As {@link take}, for a caller who has somebody else in mind as well.
   * @returns the meeting as it is now, or null when the person is elsewhere then; the transaction goes on
   * @throws DomainError `not_found`, `meeting.wrong_state` once it is over or cancelled, `meeting.full`, and
   * `participant.unavailable` where a block stands between this person and one who is there
   */
  async takeIfFree(tx: Tx, { id }: Pick<MeetingRow, 'id'>, seat: SeatOf): Promise<MeetingRow | null> {
    const before = await this.held(tx, id);
    if (before.sides.some(({ userId }) => userId === seat.userId)) return before;
    assertRoomFor(before, seat);
    await this.assertWelcome(tx, before, seat.userId);
    if (!(await unlessTaken(tx, () => this.insert(tx, id, seat)))) return null;
    const meeting = await this.followed(tx, id);
    await tx.fact({ name: 'meeting.seat_taken', ...factOf(meeting), ...placeOf(seat) });
    tx.afterCommit(() => this.requests.lookForEmptied([seat.userId]));
    return meeting;
  }

  private async insert(tx: Tx, id: string, seat: SeatOf): Promise<boolean> {
    const rows = (await tx.em.query(
      `WITH queued AS MATERIALIZED (
         SELECT pg_advisory_xact_lock(hashtextextended('seats of ' || $2::uuid, 0))
       ), seated AS (
         INSERT INTO meeting_seat (meeting_id, occupant_id, kind, participant_id, side, part, slot_id, during)
         SELECT meeting.id, $2, 'user', $3, $4, $5, slot.id, slot.during
         FROM meeting JOIN meeting_slot slot ON slot.id = meeting.slot_id CROSS JOIN queued WHERE meeting.id = $1
         ON CONFLICT DO NOTHING RETURNING meeting_id
       ), changed AS (
         UPDATE meeting SET version = version + 1, sequence = sequence + 1 FROM seated WHERE id = meeting_id RETURNING id
       )
       SELECT id FROM changed`,
      [id, seat.userId, seat.participantId, seat.side, seat.part],
    )) as { id: string }[];
    return rows.length > 0;
  }

  /**
   * Whoever has no seat there leaves nothing.
   * @throws DomainError `not_found`, `meeting.wrong_state` once it is over or cancelled
   */
  async leave(tx: Tx, { id }: Pick<MeetingRow, 'id'>, userId: string): Promise<MeetingRow> {
    const before = await this.held(tx, id);
    const seat = before.sides.find((one) => one.userId === userId);
    if (!seat) return before;
    await tx.em.query(
      `WITH left_by AS (
         DELETE FROM meeting_seat WHERE meeting_id = $1 AND occupant_id = $2 RETURNING meeting_id
       )
       UPDATE meeting SET version = version + 1, sequence = sequence + 1 FROM left_by WHERE id = meeting_id`,
      [id, userId],
    );
    return this.gone(tx, seat, id);
  }

  /**
   * Whoever has lost their place because the meeting moved, by this request, to a time at which they are elsewhere: their
   * agenda follows, and they are told. The meeting is as it is without them.
   */
  async leftBehind(tx: Tx, meeting: MeetingRow, seat: SideRow, movedBy: string): Promise<void> {
    await this.agendas.release(tx, meeting.id, seat.userId);
    await this.tellGone(tx, meeting, seat, { movedBy });
  }

  /**
   * One person in another's place, which is one change to the calendars of all: as {@link takeIfFree}, and the other leaves.
   * @returns null when the next one is elsewhere then; the transaction goes on, and nobody has left
   */
  async exchange(tx: Tx, meeting: MeetingRow, seat: SeatOf, old: SideRow): Promise<MeetingRow | null> {
    // Whoever comes already takes no seat: then it is the leaving that changes the entry.
    if (meeting.sides.some(({ userId }) => userId === seat.userId)) return this.leave(tx, meeting, old.userId);
    if (!(await this.takeIfFree(tx, meeting, seat))) return null;
    await tx.em.query('DELETE FROM meeting_seat WHERE meeting_id = $1 AND occupant_id = $2', [meeting.id, old.userId]);
    return this.gone(tx, old, meeting.id);
  }

  private async gone(tx: Tx, seat: SideRow, id: string): Promise<MeetingRow> {
    await this.agendas.release(tx, id, seat.userId);
    const meeting = await this.followed(tx, id);
    await this.tellGone(tx, meeting, seat);
    return meeting;
  }

  private async tellGone(
    tx: Tx,
    meeting: MeetingRow,
    seat: SideRow,
    because: { movedBy?: string } = {},
  ): Promise<void> {
    const { userId } = seat;
    tx.tell([userId], 'meeting.changed', { meetingId: meeting.id, eventId: meeting.eventId });
    await tx.fact({ name: 'meeting.seat_left', ...factOf(meeting), ...placeOf(seat), ...because });
    await this.requests.tellRefilled(tx, [userId]);
  }

  private async held(tx: Tx, meetingId: string): Promise<MeetingRow> {
    await tx.em.query('SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
    const meeting = await meetingById(tx.em, meetingId);
    if (!meeting) throw new DomainError('not_found');
    const { state, endsAt } = meeting;
    if (state !== 'confirmed' || endsAt <= tx.now) throw new DomainError('meeting.wrong_state', { state });
    return meeting;
  }

  /** What everybody reads after a change: their agendas, and that it is worth looking again. */
  private async followed(tx: Tx, meetingId: string): Promise<MeetingRow> {
    const meeting = (await meetingById(tx.em, meetingId))!;
    const { eventId, sides } = meeting;
    const cards = await this.participants.cards(
      sides.map(({ participantId }) => participantId),
      tx.em,
    );
    await this.agendas.enter(tx, meeting, cards);
    tx.tell(
      sides.map(({ userId }) => userId),
      'meeting.changed',
      { meetingId, eventId },
    );
    tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
    return meeting;
  }

  private async assertWelcome(tx: Tx, { sides }: MeetingRow, userId: string): Promise<void> {
    const blocked = await this.blocks.between([userId, ...sides.map((side) => side.userId)], tx.em);
    if (sides.some((side) => blocked.has(userId, side.userId))) throw new DomainError('participant.unavailable');
  }
}

function assertRoomFor({ sides }: MeetingRow, { side }: SeatOf): void {
  const numbers = new Set([0, 1, ...sides.map((one) => one.side), side]);
  if (sides.length >= peopleAtMost || numbers.size > sidesAtMost)
    throw new DomainError('meeting.full', { people: peopleAtMost, sides: sidesAtMost });
}

const factOf = ({ id, eventId, sides }: MeetingRow) => ({
  meetingId: id,
  eventId,
  userIds: sides.map(({ userId }) => userId),
});

const placeOf = ({ userId, side, part }: Pick<SeatOf, 'userId' | 'side' | 'part'>) => ({ userId, side, part });
