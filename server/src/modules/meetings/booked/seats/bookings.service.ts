import { Injectable } from '@nestjs/common';
import type { MeetingView } from '@musubi/contracts';
import { DomainError, type Tx } from '../../../../platform/index.js';
import { Opportunities } from '../../../profiles/index.js';
import type { RequestSide } from '../../requests/meeting-request.rules.js';
import { Assignments, type Tries } from '../../delegations/assignment/assignments.js';
import type { Pair } from '../../negotiation/partners.js';
import { RequestEndings } from '../../requests/endings/request-endings.js';
import type { RequestRow } from '../../requests/request-rows.js';
import { limitAgainst } from '../../slots/limits/limit-refusal.js';
import { Slots } from '../../slots/slots.service.js';
import { Company } from '../views/company.js';
import { type Booked, Booking, Elsewhere, isSlotTaken } from './booking.js';
import { MeetingAgendas } from '../meeting-agendas.js';
import { meetingById, type MeetingRow } from '../views/meeting-rows.js';
import { meetingView } from '../views/meeting-views.js';
import { Moving } from '../moving.js';

interface Choice {
  slotId: string;
  by: RequestSide;
}

/** Somebody else was faster; says for whom other slots are to be found. */
class SlotLost extends DomainError {
  constructor(
    readonly slotId: string,
    readonly eventId: string,
    readonly pair: Pair,
    readonly request: RequestRow,
  ) {
    super('meeting.slot_taken', { slotId });
  }
}

/** Bookings and moves as requests make them: the seats, everybody who is told, and other times for whoever was too late. */
@Injectable()
export class Bookings {
  constructor(
    private readonly booking: Booking,
    private readonly moving: Moving,
    private readonly agendas: MeetingAgendas,
    private readonly slots: Slots,
    private readonly opportunities: Opportunities,
    private readonly endings: RequestEndings,
    private readonly assignments: Assignments,
    private readonly company: Company,
  ) {}

  /**
   * A new meeting, or the one that the request wants to move, at the chosen time. Where a delegation shares what comes in,
   * one of its members comes, or several.
   * @returns null when the request is no longer what it was when it was read
   * @throws DomainError `block.closed` and when it opens, `availability.limit_reached`, `meeting.slot_taken`
   */
  async book(tx: Tx, asked: RequestRow, choice: Choice, two: Pair, tries: Tries): Promise<MeetingRow | null> {
    await this.slots.assertOpen(tx, asked.eventId, choice.slotId);
    const cast = await this.assignments.cast(tx, asked, choice, tries);
    const { request, pair } = cast ?? { request: asked, pair: two };
    const along = (cast?.along ?? []).map(({ member }) => member.userId);
    const claim = request.movesFrom ? this.move(tx, request, choice) : this.booking.book(tx, request, choice, along);
    const booked = await claim.catch((error: unknown) => {
      const own = limitAgainst(error);
      if (own?.userId === two.me.userId) throw new DomainError('availability.limit_reached', { limit: own.limit });
      throw isSlotTaken(error) || error instanceof Elsewhere
        ? new SlotLost(choice.slotId, request.eventId, two, request)
        : error;
    });
    if (!booked) return null;
    const { meeting, othersLost } = booked;
    const { id: meetingId, eventId } = meeting;
    const userIds = meeting.sides.map(({ userId }) => userId);
    const name = request.movesFrom ? 'meeting.moved' : 'meeting.booked';
    // Neither waits for the other: their statements leave together.
    await Promise.all([
      this.agendas.enter(
        tx,
        meeting,
        new Map([pair.me, pair.them].map((card) => [card.participantId as string, card])),
      ),
      tx.fact({ name, meetingId, eventId, userIds, requestId: request.id }),
    ]);
    tx.tell(userIds, 'meeting_request.changed', { requestId: request.id, eventId });
    tx.tell(userIds, 'meeting.changed', { meetingId, eventId });
    tx.hint(`event:${eventId}`, 'slots.changed', { eventId });
    if (booked.leftBehind) await this.company.leaveBehind(tx, meeting, booked.leftBehind, request.id);
    if (request.movesFrom) await this.endings.tellRefilled(tx, userIds, [request.movesFrom.slotId]);
    if (othersLost) tx.afterCommit(() => this.endings.lookForEmptied(userIds));
    if (!cast) return this.company.follow(tx, booked);
    const settled = await this.assignments.settle(tx, meeting, cast);
    if (!settled) throw new SlotLost(choice.slotId, eventId, two, request);
    return this.company.follow(tx, { ...booked, meeting: settled });
  }

  private async move(tx: Tx, request: RequestRow, choice: Choice): Promise<Booked | null> {
    const moved = await this.moving.move(tx, request, choice);
    // Moves are rare: whether others have lost an option is looked up rather than asked along with the move.
    return moved && { ...moved, othersLost: true, hasGuests: false };
  }

  /**
   * The meeting, when this side has accepted this slot before: a second device, a retry with a new key. Or when the organisers'
   * plan has meanwhile, for as long as it stands.
   */
  async acceptedBefore(tx: Tx, request: RequestRow, { slotId, by }: Choice): Promise<MeetingRow | null> {
    const did = request.history.at(-1)?.by;
    if (!request.meetingId || request.state !== 'accepted' || (did !== by && did !== 'organisers')) return null;
    const meeting = await meetingById(tx.em, request.meetingId);
    if (meeting?.slotId !== slotId) return null;
    return did === by || meeting.state !== 'cancelled' ? meeting : null;
  }

  /** A meeting that was just booked, without asking for what is known. */
  async view(tx: Tx, meeting: MeetingRow, viewerUserId: string, { me, them }: Pair): Promise<MeetingView> {
    const { opportunityIds } = meeting;
    return meetingView(meeting, viewerUserId, {
      cards: await this.assignments.cards(tx, meeting, [me, them]),
      cited: opportunityIds.length > 0 ? await this.opportunities.cards(opportunityIds, tx.em) : new Map(),
      here: new Map(),
      now: tx.now,
    });
  }

  /** Whoever was too late for a slot is told three others. The transaction is lost by then, so they are read outside of it. */
  async orAlternatives<T>(work: (tries: Tries) => Promise<T>): Promise<T> {
    const lost = new Set<string>();
    for (;;) {
      const tries = { lost, tried: new Set<string>() };
      try {
        return await work(tries);
      } catch (error) {
        if (!(error instanceof SlotLost)) throw error;
        // A member of a pool who was too late makes room for the next one.
        if (tries.tried.size > 0) {
          for (const id of tries.tried) lost.add(id);
          continue;
        }
        const { slotId, eventId, pair, request } = error;
        const besides = request.movesFrom ? request.meetingId : null;
        const group = await this.company.refusal(request.id, slotId, pair.me.participantId, besides);
        if (group) throw new DomainError('meeting.slot_taken', group);
        const alternatives = await this.slots.alternatives(eventId, pair, slotId, besides);
        throw new DomainError('meeting.slot_taken', { slotId, alternatives });
      }
    }
  }
}
