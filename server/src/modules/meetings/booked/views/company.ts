import { Injectable } from '@nestjs/common';
import type { GroupSlot } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../../platform/index.js';
import { GroupSlots } from '../../guests/times/group-slots.service.js';
import { Groups } from '../../guests/groups.js';
import { GuestSeats } from '../../guests/seats/guest-seats.js';
import { InterpretedSlots } from '../../interpreters/interpreted-slots.js';
import { languagesOf } from '../../interpreters/interpreter-rows.js';
import { Interpreting } from '../../interpreters/interpreting.js';
import type { Pair } from '../../negotiation/partners.js';
import { requestById, type RequestRow } from '../../requests/request-rows.js';
import type { Booked } from '../seats/booking.js';
import type { SeatOf } from '../seats/seats.js';
import { meetingById, type MeetingRow, type SideRow } from './meeting-rows.js';
import { isNeeded } from './meeting-sides.js';

/** Who comes along when two have agreed on a time: guests who need not be there, and an interpreter where one is wanted. */
@Injectable()
export class Company {
  constructor(
    private readonly dataSource: DataSource,
    private readonly groups: Groups,
    private readonly groupSlots: GroupSlots,
    private readonly guests: GuestSeats,
    private readonly interpreting: Interpreting,
    private readonly interpreted: InterpretedSlots,
  ) {}

  /** @returns the meeting with everybody who comes; asks for nothing where it is the two alone */
  async follow(tx: Tx, { meeting, hasGuests }: Pick<Booked, 'meeting' | 'hasGuests'>): Promise<MeetingRow> {
    const { interpretation } = meeting;
    if (!hasGuests && !interpretation) return meeting;
    const full = hasGuests ? await this.guests.follow(tx, meeting) : meeting;
    if (interpretation) await this.interpreting.claim(tx, full, interpretation.languages);
    return (await meetingById(tx.em, meeting.id))!;
  }

  /** Whoever need not be there and is elsewhere at the time to which this request has moved the meeting. */
  async leaveBehind(tx: Tx, meeting: MeetingRow, seats: readonly SideRow[], movedBy: string): Promise<void> {
    if (seats.length > 0) await this.guests.leaveBehind(tx, meeting, seats, movedBy);
  }

  /**
   * What whoever was too late for a slot is told, where more than the two are of it: whom it does not suit, and other times.
   * @returns null where it is the two alone
   */
  async refusal(
    requestId: string,
    slotId: string,
    meId: string,
    besides: string | null,
  ): Promise<Record<string, unknown> | null> {
    // A time that is taken without asking loses its request with the time: there are no more than the two.
    if (!(await requestById(this.dataSource.manager, requestId))) return null;
    const { request, people } = await this.groups.of(this.dataSource.manager, requestId);
    const others = people.filter((one) => isNeeded(one) && one.participantId !== meId).map((one) => one.participantId);
    return others.length > 1 ? this.groupSlots.refusal(request.eventId, slotId, meId, others, besides) : null;
  }

  /** What every slot is to those who are to come at another time, which one of the two proposes instead. */
  async slots({ id, eventId, movesFrom, meetingId }: RequestRow, { me, them }: Pair): Promise<GroupSlot[]> {
    const em = this.dataSource.manager;
    const { request, people } = await this.groups.of(em, id);
    const besides = movesFrom ? meetingId : null;
    const others = othersThan(people, { me, them });
    const choices = await this.groupSlots.choicesOf(eventId, me.participantId, others, undefined, besides);
    const languages = await languagesOf(em, request.id);
    return this.interpreted.mark(eventId, choices, languages, { people, besides });
  }

  /**
   * That other times, which one of the two proposes instead, suit whoever is to come besides them.
   * @throws DomainError `meeting.slot_taken`, with whom it does not suit and times that suit all
   */
  async assertSuits(
    tx: Tx,
    { id, eventId, movesFrom, meetingId }: RequestRow,
    slotIds: readonly string[],
    { me, them }: Pair,
  ): Promise<void> {
    const { people } = await this.groups.of(tx.em, id);
    const others = othersThan(people, { me, them });
    if (others.length === 1) return;
    await this.groupSlots.assertSuits(tx, eventId, slotIds, me.participantId, others, movesFrom ? meetingId : null);
  }
}

/** The other one of the two, and without whom else it is not held. */
function othersThan(people: readonly SeatOf[], { me, them }: Pair): string[] {
  const two = [me.participantId as string, them.participantId as string];
  const further = people.filter((one) => !two.includes(one.participantId) && isNeeded(one));
  return [them.participantId, ...further.map(({ participantId }) => participantId)];
}
