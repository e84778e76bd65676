import { Injectable } from '@nestjs/common';
import type { FollowUpItem, OutcomeInput, OutcomeView } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Actor, type Command, DomainClock, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Declarations, type MeetingRow, Meetings } from '../../meetings/index.js';
import { Participants } from '../../registration/index.js';
import { Cases } from '../cases/cases.service.js';
import { appendOutcome, outcomesOf, outcomeView, type OutcomeRow } from './outcome-rows.js';

/** What people say of their meetings. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly participants: Participants,
    private readonly meetings: Meetings,
    private readonly cases: Cases,
    private readonly declarations: Declarations,
  ) {}

  /** One's own meetings that are over, the latest first. */
  async followUp(actor: Actor, eventId: string): Promise<FollowUpItem[]> {
    const { participantId } = await this.participants.require(actor, eventId);
    const now = await this.clock.now();
    const own = await this.meetings.ofParticipant(eventId, participantId);
    const past = own.filter((meeting) => meeting.state !== 'cancelled' && meeting.endsAt <= now).reverse();
    const ids = past.map((meeting) => meeting.id);
    const views = await this.meetings.show(past, actor.userId);
    const outcomes = await outcomesOf(this.dataSource.manager, ids);
    const cases = await this.cases.ofMeetings(ids, actor);
    return views.map((meeting) => {
      const said = outcomes.get(meeting.meetingId) ?? [];
      const mine = said.find((outcome) => outcome.participantId === participantId);
      const theirs = mine && said.find((outcome) => outcome.participantId !== participantId);
      return {
        meeting,
        mine: mine ? outcomeView(mine) : null,
        theirs: theirs ? nextStepOf(theirs) : null,
        case: cases.get(meeting.meetingId) ?? null,
      };
    });
  }

  /** The first answer, or a correction that is kept beside it. */
  async give(command: Command, meetingId: string, input: OutcomeInput): Promise<OutcomeView> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const meeting = await this.meetings.requireHeld(tx, actor, meetingId);
      if (meeting.state === 'cancelled') throw new DomainError('outcome.wrong_state', { state: meeting.state });
      if (tx.now < meeting.startsAt)
        throw new DomainError('outcome.not_yet', { startsAt: meeting.startsAt.toISOString() });
      const cards = await this.participants.cards(
        meeting.sides.map((side) => side.participantId),
        tx.em,
      );
      const { participantId } = meeting.sides.find((side) => side.userId === actor.userId)!;
      const { organisationId } = cards.get(participantId)!.organisation;
      const outcome = await appendOutcome(tx.em, { meetingId, participantId, organisationId, at: tx.now }, input);
      await this.meetings.outcomeGiven(tx, meetingId, actor.userId);
      // Where the room saw less than both say, their word stands.
      const met = input.result === 'met';
      await this.declarations.say(tx, meeting, { userId: actor.userId, by: actor.by, met, place: null });
      await this.cases.consider(
        tx,
        meeting,
        [...cards.values()].map((card) => card.organisation.organisationId),
      );
      await this.tell(tx, meeting, actor.userId);
      return outcomeView(outcome);
    });
  }

  private async tell(tx: Tx, { id: meetingId, eventId, sides }: MeetingRow, byUserId: string): Promise<void> {
    const userIds = sides.map((side) => side.userId);
    tx.tell(userIds, 'outcome.changed', { meetingId, eventId });
    await tx.fact({ name: 'outcome.given', meetingId, eventId, byUserId, userIds });
  }
}

/** What the other side is shown: the next step, not the note. */
function nextStepOf({ followUp, nextStep, nextStepOwner, nextStepDue, kind, at }: OutcomeRow): FollowUpItem['theirs'] {
  return { followUp, nextStep, nextStepOwner, nextStepDue, kind, at: at.toISOString() };
}
