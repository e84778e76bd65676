import { Injectable } from '@nestjs/common';
import type {
  AcceptRequest,
  CounterRequest,
  DeclineRequest,
  GroupSlot,
  MeetingRequestState,
  MeetingRequestView,
  MeetingView,
} from '@musubi/contracts';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Bookings } from '../booked/seats/bookings.service.js';
import { Company } from '../booked/views/company.js';
import type { Tries } from '../delegations/assignment/assignments.js';
import { Voices } from '../delegations/assignment/voices.js';
import { Slots } from '../slots/slots.service.js';
import { AnswerBy, notAfter } from './answer-by.js';
import { keepContactAround } from '../requests/contact.js';
import {
  counterRequest,
  declineRequest,
  isStuck,
  withdrawRequest,
  type MeetingRequest,
  type RequestSide,
} from '../requests/meeting-request.rules.js';
import { MeetingRequests } from '../requests/meeting-requests.service.js';
import { Partners } from './partners.js';
import { RequestMoves } from '../requests/request-moves.js';
import { requestById, type RequestRow } from '../requests/request-rows.js';
import { RequestViews } from '../requests/request-views.js';

interface Turn {
  by: RequestSide;
  at: Date;
}

/** What the two make of a request. */
@Injectable()
export class Answering {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: MeetingRequests,
    private readonly partners: Partners,
    private readonly slots: Slots,
    private readonly answerBy: AnswerBy,
    private readonly bookings: Bookings,
    private readonly company: Company,
    private readonly moves: RequestMoves,
    private readonly views: RequestViews,
    private readonly voices: Voices,
  ) {}

  async accept(command: Command, requestId: string, { slotId }: AcceptRequest): Promise<MeetingView> {
    const { actor } = command;
    const accept = (tries: Tries) =>
      this.transactions.command(command, async (tx) => {
        const { request: known, voice } = await this.requests.speaking(actor, requestId, tx.em);
        // Who leaves or cancels the event at this moment closes the request before this, or finds the meeting after it.
        await keepContactAround(tx.em, known.id, [known.fromUserId, known.toUserId, known.eventId]);
        const pair = await this.partners.again(known, voice, tx);
        const by = voice.side;
        const meeting = await this.decide(tx, known, async (request) => {
          await this.voices.assertUnanswered(tx.em, request, actor, voice);
          const before = await this.bookings.acceptedBefore(tx, request, { slotId, by });
          if (before) return before;
          const booked = await this.bookings.book(tx, request, { slotId, by }, pair, tries);
          if (booked) await this.voices.keepAccepted(tx, known, actor, voice, booked);
          return booked;
        });
        return this.bookings.view(tx, meeting, actor.userId, pair);
      });
    return this.bookings.orAlternatives(accept);
  }

  async decline(command: Command, requestId: string, input: DeclineRequest): Promise<MeetingRequestView> {
    const move = { did: 'declined', note: input.note } as const;
    return this.answer(command, requestId, move, (request, turn) => declineRequest(request, { ...turn, ...input }));
  }

  async withdraw(command: Command, requestId: string): Promise<MeetingRequestView> {
    return this.answer(command, requestId, { did: 'withdrawn', note: null }, withdrawRequest);
  }

  /**
   * The times at which another one could be proposed: what suits everybody who is to come.
   * @throws DomainError `not_found`, `meeting_request.wrong_state` once it is over: whoever blocks somebody has closed it
   */
  async slotsOf(actor: Actor, requestId: string): Promise<GroupSlot[]> {
    const { request, voice } = await this.requests.speaking(actor, requestId);
    if (request.turn === null) throw new DomainError('meeting_request.wrong_state', { state: request.state });
    return this.company.slots(request, await this.partners.again(request, voice));
  }

  async counter(command: Command, requestId: string, { slotIds, note }: CounterRequest): Promise<MeetingRequestView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const { request: known, voice } = await this.requests.speaking(actor, requestId, tx.em);
      const event = await this.partners.event(known.eventId, tx.now, tx);
      const pair = await this.partners.again(known, voice, tx);
      const move = { by: voice.side, at: tx.now, note };
      const countered = await this.decide(tx, known, async (request) => {
        // What a colleague has answered with is of no use to anybody once its times are gone.
        if (!isStuck(request)) await this.voices.assertUnanswered(tx.em, request, actor, voice);
        // First whether it may be countered at all: what is wrong with the slots matters only then.
        counterRequest(request, { ...move, slots: [], answerBy: tx.now });
        const besides = request.movesFrom ? { besides: request.meetingId! } : {};
        const slots = await this.slots.proposable(tx, request.eventId, slotIds, { ...pair, ...besides });
        await this.company.assertSuits(tx, request, slotIds, pair);
        const starts = slots.map((slot) => slot.startsAt);
        const before = notAfter(request.movesFrom?.startsAt, starts);
        const answerBy = await this.answerBy.of(event, pair.them, before, tx.now, tx);
        return this.moves.make(tx, request, counterRequest(request, { ...move, slots, answerBy }), move);
      });
      await this.voices.keep(tx, requestId, actor, voice);
      return this.views.one(countered, actor.userId, tx, voice.side);
    });
  }

  /** A move without slots: decide, keep, tell. Made again by the same side it changes nothing. */
  private async answer(
    command: Command,
    requestId: string,
    { did, note }: { did: MeetingRequestState; note: string | null },
    rule: (request: RequestRow, turn: Turn) => MeetingRequest,
  ): Promise<MeetingRequestView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const { request: known, voice } = await this.requests.speaking(actor, requestId, tx.em);
      const turn = { by: voice.side, at: tx.now };
      // Colleagues answer for each other; what somebody has asked is theirs to take back.
      if (did === 'withdrawn' && voice.userId !== actor.userId) throw new DomainError('forbidden');
      const answered = await this.decide(tx, known, async (request) => {
        await this.voices.assertUnanswered(tx.em, request, actor, voice);
        if (request.state === did && request.history.at(-1)?.by === turn.by) return request;
        const answered = await this.moves.make(tx, request, rule(request, turn), { ...turn, note });
        if (answered) await this.voices.keep(tx, requestId, actor, voice);
        return answered;
      });
      return this.views.one(answered, actor.userId, tx, voice.side);
    });
  }

  /** Decides on what was read; where somebody was faster, reads again and decides on what they made of it. */
  private async decide<T>(tx: Tx, known: RequestRow, work: (request: RequestRow) => Promise<T | null>): Promise<T> {
    for (let request = known; ; request = (await requestById(tx.em, known.id))!) {
      const decided = await work(request);
      if (decided !== null) return decided;
    }
  }
}
