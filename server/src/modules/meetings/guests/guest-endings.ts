import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Facts, Jobs, type Tx } from '../../../platform/index.js';
import { Seats } from '../booked/seats/seats.js';
import { GuestNews } from './guest-news.js';
import { type GuestRow, guestById } from './guest-rows.js';
import { Groups } from './groups.js';

/** Ended by one sweep; what is left goes with the next. */
const sweepAtMost = 200;

/** Endings of invitations that nobody chose: what they were for is over, people leave or block each other. */
@Injectable()
export class GuestEndings implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly jobs: Jobs,
    private readonly seats: Seats,
    private readonly groups: Groups,
    private readonly news: GuestNews,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('guest invitations end', 20, (tx) => this.endDue(tx));
    this.facts.on('meeting_request.answered', async ({ requestId, did }, tx) => {
      if (did !== 'countered') await this.end(tx, 'guest.request_id = $1', [requestId]);
    });
    this.facts.on('meeting.cancelled', ({ meetingId }, tx) =>
      this.end(tx, 'guest.request_id = (SELECT request_id FROM meeting WHERE id = $1)', [meetingId]),
    );
    this.facts.on('meetings.called_off', ({ meetingIds }, tx) =>
      this.end(tx, 'guest.request_id IN (SELECT request_id FROM meeting WHERE id = ANY ($1))', [meetingIds]),
    );
    this.facts.on('person.blocked', ({ byUserId, userId }, tx) => this.part(tx, byUserId, userId));
  }

  /**
   * Whoever leaves the event is nobody's guest any more. Called twice, in the order in which rows are held: once for meetings that
   * stand, and for requests after those; one that is being accepted at that moment is a meeting then.
   */
  async leave(tx: Tx, participantId: string, from: 'meetings' | 'requests'): Promise<void> {
    const open = (await tx.em.query(
      `SELECT guest.id FROM meeting_guest guest
       LEFT JOIN meeting ON meeting.request_id = guest.request_id LEFT JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE guest.state IN ('invited', 'accepted') AND guest.participant_id = $1
         AND CASE WHEN meeting.id IS NULL THEN $3 = 'requests' ELSE slot.starts_at > $2 END
       ORDER BY coalesce(meeting.id, guest.request_id)`,
      [participantId, tx.now, from],
    )) as { id: string }[];
    for (const { id } of open) await this.takeOut(tx, (await guestById(tx.em, id))!);
  }

  /** Nobody answers an invitation to a meeting that has begun. */
  async endDue(tx: Tx): Promise<number> {
    const due = (await tx.em.query(
      `SELECT guest.id FROM meeting_guest guest
       JOIN meeting ON meeting.request_id = guest.request_id JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE guest.state = 'invited' AND slot.starts_at <= $1 ORDER BY guest.id LIMIT ${sweepAtMost}
       FOR NO KEY UPDATE OF guest SKIP LOCKED`,
      [tx.now],
    )) as { id: string }[];
    await this.expire(tx, due);
    return due.length;
  }

  private async end(tx: Tx, which: string, parameters: readonly (string | readonly string[])[]): Promise<void> {
    const open = (await tx.em.query(
      `SELECT guest.id FROM meeting_guest guest WHERE guest.state IN ('invited', 'accepted') AND ${which}
       ORDER BY guest.id FOR NO KEY UPDATE`,
      [...parameters],
    )) as { id: string }[];
    await this.expire(tx, open);
  }

  private async expire(tx: Tx, ids: readonly { id: string }[]): Promise<void> {
    for (const { id } of ids) {
      const guest = (await guestById(tx.em, id))!;
      await this.news.became(tx, await this.groups.of(tx.em, guest.requestId), guest, 'expired', null);
    }
  }

  /**
   * Two who do not want to meet any more: whoever of them is a guest does not come, the one who blocks rather than the other.
   * Nobody is told why.
   */
  private async part(tx: Tx, byUserId: string, userId: string): Promise<void> {
    const shared = (await tx.em.query(
      `SELECT DISTINCT ON (guest.request_id) guest.id
       FROM meeting_guest guest
       JOIN meeting_request request ON request.id = guest.request_id
       LEFT JOIN meeting ON meeting.request_id = request.id
       LEFT JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE guest.state IN ('invited', 'accepted') AND guest.user_id IN ($1, $2) AND (slot.id IS NULL OR slot.starts_at > $3)
         AND (CASE guest.user_id WHEN $1 THEN $2::uuid ELSE $1::uuid END IN (request.from_user_id, request.to_user_id)
           OR EXISTS (SELECT FROM meeting_seat seat WHERE seat.meeting_id = meeting.id
                      AND seat.occupant_id = CASE guest.user_id WHEN $1 THEN $2::uuid ELSE $1::uuid END)
           OR EXISTS (SELECT FROM meeting_guest other WHERE other.request_id = guest.request_id
                      AND other.state IN ('invited', 'accepted')
                      AND other.user_id = CASE guest.user_id WHEN $1 THEN $2::uuid ELSE $1::uuid END))
       ORDER BY guest.request_id, guest.user_id = $1 DESC`,
      [byUserId, userId, tx.now],
    )) as { id: string }[];
    await this.groups.holdMeetings(
      tx,
      shared.map(({ id }) => id),
    );
    for (const { id } of shared) await this.takeOut(tx, (await guestById(tx.em, id))!);
  }

  private async takeOut(tx: Tx, guest: GuestRow): Promise<void> {
    const group = await this.groups.held(tx, guest.requestId);
    if (group.meeting?.state === 'confirmed') await this.seats.leave(tx, group.meeting, guest.userId);
    await this.news.became(tx, group, guest, 'expired', null);
  }
}
