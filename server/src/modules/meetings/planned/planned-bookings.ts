import { Injectable } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import { type Tx, violatedConstraint } from '../../../platform/index.js';
import { Booking, isSlotTaken } from '../booked/seats/booking.js';
import { MeetingAgendas } from '../booked/meeting-agendas.js';
import { MeetingEndings } from '../booked/meeting-endings.js';
import { meetingById, meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { DelegationNews } from '../delegations/delegation-news.js';
import { GuestSeats } from '../guests/guest-seats.js';
import { Interpreters } from '../interpreters/interpreters.service.js';
import { Interpreting } from '../interpreters/interpreting.js';
import { RequestEndings } from '../requests/request-endings.js';
import type { PlannedBooking, PlannedRefusal } from './planned-booking.js';
import { holdPairs, type OpenRequests, requestFor } from './planned-requests.js';

/** As many as are booked in one breath. */
const aBreath = 50;

class NotBooked extends Error {}

/** A meeting of the plan, and who interprets in it. */
export interface BookedInPlan {
  meeting: MeetingRow;
  interpreterUserId: string | null;
}

/**
 * Books what the organisers planned, many meetings in one transaction, by the same statement and the same constraints as any
 * other booking. One that cannot be booked is left out and said; the others stand. Nobody is written to for each meeting.
 */
@Injectable()
export class PlannedBookings {
  constructor(
    private readonly booking: Booking,
    private readonly agendas: MeetingAgendas,
    private readonly interpreters: Interpreters,
    private readonly interpreting: Interpreting,
    private readonly guests: GuestSeats,
    private readonly requests: RequestEndings,
    private readonly endings: MeetingEndings,
    private readonly news: DelegationNews,
  ) {}

  /** Everything that the bookings will need, taken in one order before the first of them. */
  async hold(tx: Tx, eventId: string, bookings: readonly PlannedBooking[]): Promise<OpenRequests> {
    const people = bookings.flatMap(({ sides }) => sides.flat());
    const pairs = bookings.map(({ sides: [[one], [other]] }) => [one.participantId, other.participantId] as const);
    return holdPairs(tx.em, eventId, pairs, [...new Set(people.map(({ userId }) => userId))]);
  }

  /**
   * What became of each, in the given order. Many are booked in one breath; where one of those is refused they are booked again
   * one by one, so that only that one is left out.
   * @param cards of everybody who comes, by participant
   */
  async bookAll(
    tx: Tx,
    eventId: string,
    planned: readonly PlannedBooking[],
    { open, cards }: { open: OpenRequests; cards: ReadonlyMap<string, ParticipantCard> },
  ): Promise<(BookedInPlan | PlannedRefusal)[]> {
    const outcomes: (BookedInPlan | PlannedRefusal)[] = [];
    for (let from = 0; from < planned.length; from += aBreath) {
      const some = planned.slice(from, from + aBreath);
      const together = await this.tryAll(tx, eventId, some, open);
      const each = Array.isArray(together) ? together : await this.oneByOne(tx, eventId, some, open);
      outcomes.push(...(await this.follow(tx, some, each, cards)));
    }
    return outcomes;
  }

  private async oneByOne(
    tx: Tx,
    eventId: string,
    planned: readonly PlannedBooking[],
    open: OpenRequests,
  ): Promise<(MeetingRow | PlannedRefusal)[]> {
    const each: (MeetingRow | PlannedRefusal)[] = [];
    for (const one of planned) {
      const tried = await this.tryAll(tx, eventId, [one], open);
      each.push(Array.isArray(tried) ? tried[0]! : tried);
    }
    return each;
  }

  /** All of them, or none and why. Their statements leave together. */
  private async tryAll(
    tx: Tx,
    eventId: string,
    planned: readonly PlannedBooking[],
    open: OpenRequests,
  ): Promise<MeetingRow[] | PlannedRefusal> {
    await tx.em.query('SAVEPOINT before_planned');
    const tried = await Promise.allSettled(planned.map((one) => this.claim(tx, eventId, one, open)));
    const failed = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    if (failed.length === 0) {
      await tx.em.query('RELEASE SAVEPOINT before_planned');
      return tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    }
    // Whatever comes after the first refusal fails with it.
    const first = failed.find((error) => error instanceof NotBooked || isSlotTaken(error));
    if (first === undefined) throw failed[0];
    await tx.em.query('ROLLBACK TO SAVEPOINT before_planned');
    const because = violatedConstraint(first);
    const withheld = because === 'meeting_seat_within_limits' || because === 'meeting_slot_offered';
    return withheld ? 'not_offered' : 'time_taken';
  }

  /** Once for all of them: whose open requests have lost their last time. */
  async finish(tx: Tx, eventId: string, userIds: readonly string[]): Promise<void> {
    await this.news.tellOfPlan(tx, eventId, userIds);
    tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
    if (userIds.length > 0) tx.afterCommit(() => this.requests.lookForEmptied(userIds));
  }

  /** Takes back meetings that are still to come. @returns those that were cancelled by this */
  async cancel(tx: Tx, meetingIds: readonly string[]): Promise<MeetingRow[]> {
    await tx.em.query('SELECT id FROM meeting WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [[...meetingIds]]);
    const cancelled: MeetingRow[] = [];
    for (const meeting of await meetingsIn(tx.em, { ids: meetingIds })) {
      if (meeting.state !== 'confirmed' || meeting.startsAt <= tx.now) continue;
      const how = { by: null, reason: 'other', note: null, inPlan: true } as const;
      if (await this.endings.cancel(tx, meeting, how)) cancelled.push(meeting);
    }
    return cancelled;
  }

  private async claim(tx: Tx, eventId: string, planned: PlannedBooking, open: OpenRequests): Promise<MeetingRow> {
    const asked = await requestFor(tx.em, eventId, planned, { at: tx.now, open });
    if (!asked) throw new NotBooked();
    const { request, by } = asked;
    if (planned.interpretation) await this.interpreters.note(tx, request.id, planned.interpretation.languages);
    const booked = await this.booking.book(tx, request, { slotId: planned.slot.id, by });
    if (!booked) throw new NotBooked();
    const { meeting, hasGuests } = booked;
    if (planned.sides.every((side) => side.length === 1) && !hasGuests) return meeting;
    await this.seatCompany(tx, meeting, planned);
    return hasGuests ? this.guests.follow(tx, meeting) : (await meetingById(tx.em, meeting.id))!;
  }

  /** Whoever of a delegation comes beside who stands for it. */
  private async seatCompany(tx: Tx, { id, slotId }: MeetingRow, { sides }: PlannedBooking): Promise<void> {
    const company = sides.flatMap((side, at) => side.slice(1).map((person) => ({ ...person, side: at })));
    await tx.em.query(
      `INSERT INTO meeting_seat (meeting_id, occupant_id, kind, participant_id, side, part, slot_id, during)
       SELECT $1, given."userId", 'user', given."participantId", given.side, 'required', slot.id, slot.during
       FROM jsonb_to_recordset($3) AS given ("userId" uuid, "participantId" uuid, side smallint)
       JOIN meeting_slot slot ON slot.id = $2 ORDER BY given."userId"`,
      [id, slotId, JSON.stringify(company)],
    );
  }

  private async follow(
    tx: Tx,
    planned: readonly PlannedBooking[],
    each: readonly (MeetingRow | PlannedRefusal)[],
    cards: ReadonlyMap<string, ParticipantCard>,
  ): Promise<(BookedInPlan | PlannedRefusal)[]> {
    await this.agendas.enterAll(
      tx,
      each.filter((one) => typeof one !== 'string'),
      cards,
    );
    const outcomes: (BookedInPlan | PlannedRefusal)[] = [];
    for (const [at, meeting] of each.entries()) {
      if (typeof meeting === 'string') {
        outcomes.push(meeting);
        continue;
      }
      const { id: meetingId, eventId, requestId, sides } = meeting;
      const { interpretation } = planned[at]!;
      const interpreterUserId = interpretation ? await this.interpreting.plan(tx, meeting, interpretation) : null;
      const userIds = sides.map(({ userId }) => userId);
      await tx.fact({ name: 'meeting.booked', meetingId, eventId, userIds, requestId, inPlan: true });
      tx.tell(userIds, 'meeting_request.changed', { requestId, eventId });
      tx.tell(userIds, 'meeting.changed', { meetingId, eventId });
      outcomes.push({ meeting, interpreterUserId });
    }
    return outcomes;
  }
}
