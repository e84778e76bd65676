import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/index.js';
import { meetingById, type MeetingRow, type SideRow } from '../../booked/views/meeting-rows.js';
import { isNeeded } from '../../booked/views/meeting-sides.js';
import { Seats } from '../../booked/seats/seats.js';
import { GuestNews } from '../guest-news.js';
import { Groups } from '../groups.js';

/**
 * Guests of a request when it becomes a meeting, and when that is moved: those who must be there are booked with it, the
 * others come where they can.
 */
@Injectable()
export class GuestSeats {
  constructor(
    private readonly seats: Seats,
    private readonly groups: Groups,
    private readonly news: GuestNews,
  ) {}

  /** @returns the meeting with everybody who comes */
  async follow(tx: Tx, meeting: MeetingRow): Promise<MeetingRow> {
    const group = await this.groups.of(tx.em, meeting.requestId);
    const willing = group.guests.filter(({ state, part }) => state === 'accepted' && !isNeeded({ part }));
    for (const guest of willing) {
      if (!(await this.seats.takeIfFree(tx, meeting, guest))) await this.news.became(tx, group, guest, 'expired', null);
    }
    const waiting = group.guests.filter(({ state }) => state === 'invited');
    for (const { id: guestId, requestId, eventId, userId } of waiting)
      tx.tell([userId], 'guest.changed', { guestId, requestId, eventId });
    return (await meetingById(tx.em, meeting.id))!;
  }

  /** Guests and colleagues who are elsewhere at the time to which the meeting was moved. They may be asked again. */
  async leaveBehind(tx: Tx, meeting: MeetingRow, seats: readonly SideRow[], movedBy: string): Promise<void> {
    const group = await this.groups.of(tx.em, meeting.requestId);
    for (const seat of seats) {
      await this.seats.leftBehind(tx, meeting, seat, movedBy);
      const guest = group.guests.find(({ state, userId }) => state === 'accepted' && userId === seat.userId);
      if (guest) await this.news.became(tx, group, guest, 'expired', null);
    }
  }
}
