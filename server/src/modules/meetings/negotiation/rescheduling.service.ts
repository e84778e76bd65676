import { Injectable } from '@nestjs/common';
import type { MeetingRequestView, RescheduleMeeting } from '@musubi/contracts';
import { type Command, DomainError, Transactions } from '../../../platform/index.js';
import { assertMovable } from '../booked/meeting.rules.js';
import { isNeeded } from '../booked/views/meeting-sides.js';
import { Meetings } from '../booked/meetings.service.js';
import { Slots } from '../slots/slots.service.js';
import { Voices } from '../delegations/assignment/voices.js';
import { AnswerBy, notAfter } from './answer-by.js';
import { keepContact } from '../requests/contact.js';
import { newRequest } from '../requests/meeting-request.rules.js';
import { GroupSlots } from '../guests/times/group-slots.service.js';
import { opposite, Partners } from './partners.js';
import { RequestMoves } from '../requests/request-moves.js';
import { NewRequests } from '../requests/new-requests.js';
import { requestById } from '../requests/request-rows.js';
import { RequestViews } from '../requests/request-views.js';

/** One side of a meeting asks the other for another time. The meeting stands as it is until that is accepted. */
@Injectable()
export class Rescheduling {
  constructor(
    private readonly transactions: Transactions,
    private readonly meetings: Meetings,
    private readonly partners: Partners,
    private readonly slots: Slots,
    private readonly answerBy: AnswerBy,
    private readonly newRequests: NewRequests,
    private readonly moves: RequestMoves,
    private readonly views: RequestViews,
    private readonly groupSlots: GroupSlots,
    private readonly voices: Voices,
  ) {}

  /**
   * @throws DomainError `not_found`, `meeting.wrong_state` once it has begun, `meeting_request.duplicate` while something is
   * open between the two, `participant.unavailable`, and what slots refuse
   */
  async ask(command: Command, meetingId: string, { slotIds, note }: RescheduleMeeting): Promise<MeetingRequestView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const { eventId, sides } = await this.meetings.require(actor, meetingId, tx.em);
      const other = opposite(sides, actor.userId);
      await keepContact(tx.em, [actor.userId, other.userId, eventId]);
      // Held only now: whoever leaves waits for contact first, and for the meeting then.
      const meeting = await this.meetings.requireHeld(tx, actor, meetingId);
      assertMovable(meeting, tx.now);
      const event = await this.partners.event(eventId, tx.now, tx);
      const pair = await this.partners.ofMeeting(meeting, actor, tx);
      const slots = await this.slots.proposable(tx, eventId, slotIds, { ...pair, besides: meetingId });
      const two = [actor.userId, pair.them.userId as string];
      const others = meeting.sides.filter((one) => isNeeded(one) && !two.includes(one.userId));
      if (others.length > 0) {
        const ids = [pair.them.participantId, ...others.map(({ participantId }) => participantId)];
        await this.groupSlots.assertSuits(tx, eventId, slotIds, pair.me.participantId, ids, meetingId);
      }
      const starts = slots.map(({ startsAt }) => startsAt);
      const answerBy = await this.answerBy.of(event, pair.them, notAfter(meeting.startsAt, starts), tx.now, tx);
      const request = { ...newRequest(slots, { at: tx.now, answerBy }), note };
      const { reason, arranged, opportunityIds, language, slotId } = meeting;
      const moves = { meetingId, slotId };
      const given = {
        eventId,
        from: pair.me,
        to: pair.them,
        reason,
        arranged,
        opportunityIds,
        language,
        request,
        moves,
      };
      const written = await this.newRequests.write(tx, given);
      if ('open' in written) throw new DomainError('meeting_request.duplicate', { requestId: written.open.id });
      const { id } = written;
      const sent = (await requestById(tx.em, id))!;
      await this.voices.keep(tx, id, actor, { side: 'from', userId: actor.userId });
      await this.moves.sent(tx, sent);
      return this.views.one(sent, actor.userId, tx);
    });
  }
}
