import { Injectable } from '@nestjs/common';
import { overlaps } from '@musubi/time';
import { DomainError, type Tx } from '../../../platform/index.js';
import { acceptRequest, type RequestSide } from '../requests/meeting-request.rules.js';
import type { RequestRow } from '../requests/request-rows.js';
import { intervalOf } from '../slots/slot-choice.rules.js';
import { Slots } from '../slots/slots.service.js';
import { elsewhere } from '../slots/takes-both.js';
import { Elsewhere } from './seats/booking.js';
import { unlessTaken } from './seats/unless-taken.js';
import { meetingById, type MeetingRow, type SideRow } from './views/meeting-rows.js';
import { isNeeded } from './views/meeting-sides.js';
import { moveMeeting } from './meeting.rules.js';

/** A meeting at its new time, with whoever comes then. */
export interface Moved {
  meeting: MeetingRow;
  /** Who had a seat, need not be there, and is elsewhere at that time or does not offer it. */
  leftBehind: readonly SideRow[];
}

/**
 * Moves the meeting that an accepted request wants moved. Its row is held first, so that a cancellation comes before or
 * after; then one statement moves the seats of those without whom it is not held, in the queues that bookings stand in, and
 * the constraints decide. Its table stays in the slot: a trigger takes another. The others move along where they can.
 */
@Injectable()
export class Moving {
  constructor(private readonly slots: Slots) {}

  /**
   * @returns null when the request is no longer what it was when it was read
   * @throws DomainError what {@link acceptRequest} and {@link moveMeeting} refuse; a violated constraint where a seat's
   * occupant is taken then
   */
  async move(tx: Tx, request: RequestRow, { slotId, by }: { slotId: string; by: RequestSide }): Promise<Moved | null> {
    const next = acceptRequest(request, { slotId, by, at: tx.now });
    const slot = request.slots.find((one) => one.slotId === slotId)!;
    const meeting = await this.held(tx, request.meetingId!);
    if (await isAnswered(tx, request)) return null;
    const moved = moveMeeting(meeting, { slot, at: tx.now });
    const rows = (await tx.em.query(
      `WITH accepted AS (
         UPDATE meeting_request SET state = $3, turn = NULL, version = $4 WHERE id = $1 AND version = $2 RETURNING id
       ), told AS (
         INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, $4, $5, $3, $6::timestamptz FROM accepted
       ), moved AS (
         UPDATE meeting SET slot_id = $8, version = $9, sequence = $10 FROM accepted WHERE meeting.id = $7 RETURNING meeting.id
       ), queued AS MATERIALIZED (
         SELECT occupant_id, pg_advisory_xact_lock(hashtextextended('seats of ' || occupant_id, 0))
         FROM (SELECT occupant_id FROM meeting_seat WHERE meeting_id = $7 AND live AND kind = 'user' ORDER BY occupant_id) AS occupant
       ), seated AS (
         UPDATE meeting_seat seat SET slot_id = slot.id, during = slot.during
         FROM moved CROSS JOIN meeting_slot slot CROSS JOIN queued
         WHERE seat.meeting_id = moved.id AND seat.occupant_id = queued.occupant_id AND seat.live AND seat.part = 'required' AND slot.id = $8
       )
       SELECT id, ${elsewhere(
         `SELECT occupant_id FROM meeting_seat WHERE meeting_id = $7 AND live AND kind = 'user' AND part = 'required'`,
         '(SELECT during FROM meeting_slot WHERE id = $8)',
       )} AS elsewhere FROM moved`,
      [
        request.id,
        request.version,
        next.state,
        next.version,
        by,
        tx.now,
        meeting.id,
        slotId,
        moved.version,
        moved.sequence,
      ],
    )) as { id: string; elsewhere: boolean }[];
    if (rows[0]?.elsewhere) throw new Elsewhere();
    return rows.length > 0 ? this.bringAlong(tx, moved) : null;
  }

  /** Their queues were joined with those of the others. */
  private async bringAlong(tx: Tx, meeting: MeetingRow): Promise<Moved> {
    const leftBehind: SideRow[] = [];
    const free = await this.canCome(tx, meeting);
    for (const seat of meeting.sides.filter((one) => !isNeeded(one))) {
      const comes = free(seat) && (await unlessTaken(tx, () => moveSeat(tx, meeting, seat)));
      if (!comes) leftBehind.push(seat);
    }
    if (leftBehind.length > 0)
      await tx.em.query('DELETE FROM meeting_seat WHERE meeting_id = $1 AND occupant_id = ANY ($2)', [
        meeting.id,
        leftBehind.map(({ userId }) => userId),
      ]);
    return { meeting: { ...meeting, sides: meeting.sides.filter((seat) => !leftBehind.includes(seat)) }, leftBehind };
  }

  /** Seats know nothing of sessions, nor of what somebody offers: those without whom it is held were looked at when it was proposed. */
  private async canCome(
    tx: Tx,
    { id, slotId, startsAt, endsAt, sides }: MeetingRow,
  ): Promise<(seat: SideRow) => boolean> {
    const further = sides.filter((one) => !isNeeded(one));
    if (further.length === 0) return () => false;
    const busy = await this.slots.busy([{ id: slotId, startsAt, endsAt }], further, tx, { besides: id });
    const during = intervalOf({ startsAt, endsAt });
    return ({ userId }) => !overlaps(busy.get(userId)!, during);
  }

  private async held(tx: Tx, meetingId: string): Promise<MeetingRow> {
    await tx.em.query('SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
    const meeting = await meetingById(tx.em, meetingId);
    if (!meeting) throw new DomainError('not_found');
    return meeting;
  }
}

async function moveSeat(tx: Tx, { id, slotId }: MeetingRow, { userId }: SideRow): Promise<true> {
  await tx.em.query(
    `UPDATE meeting_seat seat SET slot_id = slot.id, during = slot.during FROM meeting_slot slot
     WHERE seat.meeting_id = $1 AND seat.occupant_id = $2 AND slot.id = $3`,
    [id, userId, slotId],
  );
  return true;
}

/** Whether somebody was faster: whoever cancels a meeting ends what wanted it moved. */
async function isAnswered(tx: Tx, { id, version }: RequestRow): Promise<boolean> {
  const rows = (await tx.em.query('SELECT FROM meeting_request WHERE id = $1 AND version = $2', [
    id,
    version,
  ])) as unknown[];
  return rows.length === 0;
}
