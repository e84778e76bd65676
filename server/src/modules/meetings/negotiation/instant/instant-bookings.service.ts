import { Injectable } from '@nestjs/common';
import type { Arrangement, InstantBooking, MeetingView } from '@musubi/contracts';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../../platform/index.js';
import { Bookings } from '../../booked/seats/bookings.service.js';
import type { Tries } from '../../delegations/assignment/assignments.js';
import { Voices } from '../../delegations/assignment/voices.js';
import { meetingById, type MeetingRow } from '../../booked/views/meeting-rows.js';
import { keepContact } from '../../requests/contact.js';
import { newRequest } from '../../requests/meeting-request.rules.js';
import { NewRequests } from '../../requests/new-requests.js';
import { openBetween, requestById, type RequestRow } from '../../requests/request-rows.js';
import { Slots } from '../../slots/slots.service.js';
import { Crossings } from '../crossing.js';
import { between, type Pair, Partners } from '../partners.js';

/** Without a reason where something else than the taker's words brings the two together. */
type Taking = InstantBooking & { arranged?: Arrangement };

/** Taking a time that the other side opened: one transaction writes the request, accepted, and its meeting. */
@Injectable()
export class InstantBookings {
  constructor(
    private readonly transactions: Transactions,
    private readonly partners: Partners,
    private readonly slots: Slots,
    private readonly newRequests: NewRequests,
    private readonly bookings: Bookings,
    private readonly voices: Voices,
    private readonly crossings: Crossings,
  ) {}

  /**
   * Booked again for the same slot it answers with the meeting that stands. It leaves nothing open and counts towards no cap.
   * @throws DomainError `participant.unavailable`, `meeting_request.duplicate` while something else is open between the two,
   * `block.not_instant`, `availability.limit_reached`, and what slots refuse
   */
  async book(command: Command, eventId: string, input: Taking): Promise<MeetingView> {
    const { actor } = command;
    const book = (tries: Tries) =>
      this.transactions.command(command, async (tx) => {
        await this.partners.event(eventId, tx.now, tx);
        await this.queueUp(tx, eventId, actor, await this.partners.pair(actor, eventId, input.to, tx));
        // Read again, now that nobody can leave or cancel unseen.
        await this.partners.event(eventId, tx.now, tx);
        const pair = await this.partners.pair(actor, eventId, input.to, tx);
        const before = await this.bookedBefore(tx, pair, input.slotId);
        const meeting = before ?? (await this.meetOrTake(tx, eventId, actor, pair, input, tries));
        return this.bookings.view(tx, meeting, actor.userId, pair);
      });
    return this.bookings.orAlternatives(book);
  }

  private async meetOrTake(
    tx: Tx,
    eventId: string,
    actor: Actor,
    pair: Pair,
    input: Taking,
    tries: Tries,
  ): Promise<MeetingRow> {
    const open = await openBetween(tx.em, tx.now, between(eventId, pair));
    if (open) return this.meet(tx, open, actor, input, tries);
    const { me, them } = pair;
    await this.partners.assertCitable(input.opportunityIds, pair, tx);
    const [slot] = await this.slots.proposable(tx, eventId, [input.slotId], { ...pair, atOnce: true });
    const { reason, arranged, opportunityIds, language } = input;
    // The other side said yes when it opened the time: whoever asks also accepts.
    const request = { ...newRequest([slot!], { at: tx.now, answerBy: slot!.startsAt }), turn: 'from' as const };
    const given = { eventId, from: me, to: them, reason, arranged, opportunityIds, language, request };
    const written = await this.newRequests.write(tx, given);
    if ('open' in written) return this.meet(tx, written.open, actor, input, tries);
    const asked = (await requestById(tx.em, written.id))!;
    const meeting = (await this.bookings.book(tx, asked, { slotId: input.slotId, by: 'from' }, pair, tries))!;
    await this.voices.keep(tx, meeting.requestId, actor, { side: 'from', userId: actor.userId });
    return meeting;
  }

  /** The very time that the other has asked for is a yes; anything else between the two is answered first. */
  private async meet(tx: Tx, open: RequestRow, actor: Actor, input: Taking, tries: Tries): Promise<MeetingRow> {
    const meeting = await this.crossings.meet(tx, open, actor, { ...input, slotIds: [input.slotId] }, tries);
    if (!meeting) throw new DomainError('meeting_request.duplicate', { requestId: open.id });
    return meeting;
  }

  /** A second device, a retry with a new key. */
  private async bookedBefore(tx: Tx, { me, them }: Pair, slotId: string): Promise<MeetingRow | null> {
    const [row] = (await tx.em.query(
      `SELECT meeting.id FROM meeting JOIN meeting_request request ON request.id = meeting.request_id
       WHERE meeting.state = 'confirmed' AND meeting.slot_id = $3
         AND request.from_participant_id = $1 AND request.to_participant_id = $2`,
      [me.participantId, them.participantId, slotId],
    )) as { id: string }[];
    return row ? meetingById(tx.em, row.id) : null;
  }

  /** One person's requests stand in a queue, whatever their mode; who leaves now waits for them, or they for it. */
  private async queueUp(tx: Tx, eventId: string, { userId }: Actor, { me, them }: Pair): Promise<void> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('requests of ' || $1::uuid, 0))`, [userId]);
    await keepContact(tx.em, [me.userId, them.userId, eventId]);
  }
}
