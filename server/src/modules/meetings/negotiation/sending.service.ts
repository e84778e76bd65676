import { Injectable } from '@nestjs/common';
import type {
  Arrangement,
  MeetingRequestId,
  MeetingRequestInput,
  MeetingRequestView,
  RequestPreview,
} from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Actor, type Command, DomainClock, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Bookings } from '../booked/seats/bookings.service.js';
import { isOpenChoice } from '../slots/slot-choice.rules.js';
import { Slots } from '../slots/slots.service.js';
import type { Tries } from '../delegations/assignment/assignments.js';
import { Voices } from '../delegations/assignment/voices.js';
import { AnswerBy } from './answer-by.js';
import { Crossings } from './crossing.js';
import { keepContact } from '../requests/contact.js';
import { newRequest } from '../requests/meeting-request.rules.js';
import { Guests } from '../guests/guests.service.js';
import { Interpreters } from '../interpreters/interpreters.service.js';
import { NewRequests } from '../requests/new-requests.js';
import { sideOf } from '../requests/meeting-requests.service.js';
import { between, type Pair, Partners } from './partners.js';
import { RequestMoves } from '../requests/request-moves.js';
import { openBetween, openOutgoing, requestById, type RequestRow } from '../requests/request-rows.js';
import { RequestViews } from '../requests/request-views.js';

/** Open requests that one person may have out in an event. */
export const openRequestsCap = 10;

/** Without a reason where something else than the sender's words brings the two together. */
type Asking = MeetingRequestInput & { arranged?: Arrangement };

/** One side asks the other to meet. */
@Injectable()
export class Sending {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly partners: Partners,
    private readonly slots: Slots,
    private readonly answerBy: AnswerBy,
    private readonly bookings: Bookings,
    private readonly newRequests: NewRequests,
    private readonly moves: RequestMoves,
    private readonly views: RequestViews,
    private readonly guests: Guests,
    private readonly interpreters: Interpreters,
    private readonly voices: Voices,
    private readonly crossings: Crossings,
  ) {}

  /** Deadline and cap, said before sending: of the times that are chosen; of all that are open to both before. */
  async preview(
    actor: Actor,
    eventId: string,
    { to, slotIds }: { to: string; slotIds?: readonly string[] | undefined },
  ): Promise<RequestPreview> {
    const { manager } = this.dataSource;
    const now = await this.clock.now();
    const event = await this.partners.event(eventId, now);
    const { me, them } = await this.partners.pair(actor, eventId, to);
    const open = (await this.slots.choices(eventId, me, them)).filter(isOpenChoice);
    const chosen = open.filter(({ slotId }) => slotIds?.includes(slotId));
    const starts = (chosen.length > 0 ? chosen : open.slice(-1)).map(({ startsAt }) => new Date(startsAt));
    const existing = await openBetween(manager, now, between(eventId, { me, them }));
    return {
      answerBy: (starts.length > 0 ? await this.answerBy.of(event, them, starts, now) : event.endsAt).toISOString(),
      openRequests: await openOutgoing(manager, now, eventId, actor.userId),
      cap: openRequestsCap,
      existing: (existing?.id ?? null) as MeetingRequestId | null,
    };
  }

  /**
   * Asks for a meeting. Where the other has asked already and the two name a common slot, that is an acceptance.
   * @throws DomainError `participant.unavailable`, `meeting_request.duplicate`, `meeting_request.cap_reached`, and what slots refuse
   */
  async send(command: Command, eventId: string, input: Asking): Promise<MeetingRequestView> {
    const { actor } = command;
    const send = (tries: Tries) =>
      this.transactions.command(command, (tx) => this.sendOrMeet(tx, actor, eventId, input, tries));
    return this.bookings.orAlternatives(send);
  }

  private async sendOrMeet(
    tx: Tx,
    actor: Actor,
    eventId: string,
    input: Asking,
    tries: Tries,
  ): Promise<MeetingRequestView> {
    await this.partners.event(eventId, tx.now, tx);
    await this.queueUp(tx, eventId, actor, await this.partners.pair(actor, eventId, input.to, tx));
    // Read again, now that nobody can leave or cancel unseen.
    const event = await this.partners.event(eventId, tx.now, tx);
    const pair = await this.partners.pair(actor, eventId, input.to, tx);
    const asked = await openBetween(tx.em, tx.now, between(eventId, pair));
    if (asked) return this.meetOrOpen(tx, asked, actor, input, tries);
    await this.assertUnderCap(tx, eventId, actor);
    await this.partners.assertCitable(input.opportunityIds, pair, tx);
    const slots = await this.slots.proposable(tx, eventId, input.slotIds, pair);
    const starts = slots.map((slot) => slot.startsAt);
    const answerBy = await this.answerBy.of(event, pair.them, starts, tx.now, tx);
    const { reason, arranged, opportunityIds, language } = input;
    const request = newRequest(slots, { at: tx.now, answerBy });
    const given = { eventId, from: pair.me, to: pair.them, reason, arranged, opportunityIds, language, request };
    const written = await this.newRequests.write(tx, given);
    if ('open' in written) return this.meetOrOpen(tx, written.open, actor, input, tries);
    const { id } = written;
    const sent = (await requestById(tx.em, id))!;
    await this.voices.keep(tx, id, actor, { side: 'from', userId: actor.userId });
    await this.bring(tx, sent, actor, input);
    await this.moves.sent(tx, sent);
    return this.views.one(sent, actor.userId, tx);
  }

  /** Further people are asked to come, and an interpreter is wanted. */
  private async bring(
    tx: Tx,
    { id }: RequestRow,
    actor: Actor,
    { people = [], interpretation, slotIds }: MeetingRequestInput,
  ): Promise<void> {
    if (interpretation) await this.interpreters.note(tx, id, interpretation);
    if (people.length > 0) await this.guests.bring(tx, id, actor, { people, slotIds });
  }

  /** The other has asked already: a common slot is an acceptance, otherwise their request is the one to open. */
  private async meetOrOpen(
    tx: Tx,
    asked: RequestRow,
    actor: Actor,
    input: Asking,
    tries: Tries,
  ): Promise<MeetingRequestView> {
    const meeting = await this.crossings.meet(tx, asked, actor, input, tries);
    if (!meeting) throw new DomainError('meeting_request.duplicate', { requestId: asked.id });
    return this.views.one((await requestById(tx.em, asked.id))!, actor.userId, tx, sideOf(asked, actor));
  }

  /** One person's sends stand in a queue, so that the cap is counted right; who leaves now waits for them, or they for it. */
  private async queueUp(tx: Tx, eventId: string, { userId }: Actor, { me, them }: Pair): Promise<void> {
    await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('requests of ' || $1::uuid, 0))`, [userId]);
    await keepContact(tx.em, [me.userId, them.userId, eventId]);
  }

  private async assertUnderCap(tx: Tx, eventId: string, { userId }: Actor): Promise<void> {
    const openRequests = await openOutgoing(tx.em, tx.now, eventId, userId);
    if (openRequests >= openRequestsCap)
      throw new DomainError('meeting_request.cap_reached', { openRequests, cap: openRequestsCap });
  }
}
