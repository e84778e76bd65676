import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/index.js';
import { meetingById, type MeetingRow } from '../booked/views/meeting-rows.js';
import { Seats } from '../booked/seats/seats.js';
import { GuestNews } from './guest-news.js';
import { Groups } from './groups.js';

/** Guests of a request when it becomes a meeting: those who must be there are booked with it, the others come where they can. */
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
    const willing = group.guests.filter(({ state, part }) => state === 'accepted' && part !== 'required');
    for (const guest of willing) {
      if (!(await this.seats.takeIfFree(tx, meeting, guest))) await this.news.became(tx, group, guest, 'expired', null);
    }
    const waiting = group.guests.filter(({ state }) => state === 'invited');
    for (const { id: guestId, requestId, eventId, userId } of waiting)
      tx.tell([userId], 'guest.changed', { guestId, requestId, eventId });
    return (await meetingById(tx.em, meeting.id))!;
  }
}
