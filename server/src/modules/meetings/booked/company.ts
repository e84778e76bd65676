import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { GroupSlots } from '../guests/group-slots.service.js';
import { Groups } from '../guests/groups.js';
import { GuestSeats } from '../guests/guest-seats.js';
import { Interpreting } from '../interpreters/interpreting.js';
import { requestById } from '../requests/request-rows.js';
import type { Booked } from './booking.js';
import { meetingById, type MeetingRow } from './meeting-rows.js';

/** Who comes along when two have agreed on a time: guests who need not be there, and an interpreter where one is wanted. */
@Injectable()
export class Company {
  constructor(
    private readonly dataSource: DataSource,
    private readonly groups: Groups,
    private readonly groupSlots: GroupSlots,
    private readonly guests: GuestSeats,
    private readonly interpreting: Interpreting,
  ) {}

  /** @returns the meeting with everybody who comes; asks for nothing where it is the two alone */
  async follow(tx: Tx, { meeting, hasGuests }: Pick<Booked, 'meeting' | 'hasGuests'>): Promise<MeetingRow> {
    const { interpretation } = meeting;
    if (!hasGuests && !interpretation) return meeting;
    const full = hasGuests ? await this.guests.follow(tx, meeting) : meeting;
    if (interpretation) await this.interpreting.claim(tx, full, interpretation.languages);
    return (await meetingById(tx.em, meeting.id))!;
  }

  /**
   * What whoever was too late for a slot is told, where more than the two are of it: whom it does not suit, and other times.
   * @returns null where it is the two alone
   */
  async refusal(requestId: string, slotId: string, meId: string): Promise<Record<string, unknown> | null> {
    // A time that is taken without asking loses its request with the time: there are no more than the two.
    if (!(await requestById(this.dataSource.manager, requestId))) return null;
    const { request, people } = await this.groups.of(this.dataSource.manager, requestId);
    const others = people.map(({ participantId }) => participantId).filter((id) => id !== meId);
    return others.length > 1 ? this.groupSlots.refusal(request.eventId, slotId, meId, others) : null;
  }
}
