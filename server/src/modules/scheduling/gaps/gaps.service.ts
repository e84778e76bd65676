import { Injectable } from '@nestjs/common';
import type {
  BlockId,
  EventId,
  GapAnswer,
  GapId,
  GapView,
  MeetingId,
  MeetingRequestId,
  ParticipantCard,
  SlotId,
} from '@musubi/contracts';
import { overlaps } from '@musubi/time';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, DomainClock, DomainError, Transactions } from '../../../platform/index.js';
import { Blocks, InstantBookings, intervalOf, Sending, Slots } from '../../meetings/index.js';
import { Participants } from '../../registration/index.js';
import { languageOf } from '../event/wishes/common-language.js';
import { answerGap, gapById, type GapRow, openGapsOf } from './gap-rows.js';

/** Times that came free, as the two to whom they are offered see and answer them. */
@Injectable()
export class Gaps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly participants: Participants,
    private readonly blocks: Blocks,
    private readonly slots: Slots,
    private readonly sending: Sending,
    private readonly bookings: InstantBookings,
  ) {}

  /** One's own that both could still take, by start. */
  async mine(actor: Actor, eventId: string): Promise<GapView[]> {
    const { participantId } = await this.participants.require(actor, eventId);
    const now = await this.clock.now();
    const gaps = await openGapsOf(this.dataSource.manager, participantId, now);
    if (gaps.length === 0) return [];
    const cards = await this.participants.cards(gaps.flatMap(({ one, other }) => [one, other]));
    const times = gaps
      .map(({ slotId: id, startsAt, endsAt }) => ({ id, startsAt, endsAt }))
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const busy = await this.slots.busy(times, [...cards.values()]);
    const open = new Map(
      (await this.blocks.ofEvent(eventId, 'participant')).map(({ blockId, now: moment }) => [blockId, moment]),
    );
    return gaps
      .filter((gap) =>
        [gap.one, gap.other].every((id) => !overlaps(busy.get(cards.get(id)!.userId) ?? [], intervalOf(gap))),
      )
      .map((gap) =>
        view(gap, cards.get(gap.one === participantId ? gap.other : gap.one)!, open.get(gap.blockId as BlockId)),
      );
  }

  /**
   * Books where the time may be taken at once, asks the other otherwise. Where both accept at the same moment it is one meeting.
   * @throws DomainError `not_found` for anybody but the two, `schedule.gap_gone` once it is answered or over, and what booking
   * and sending refuse
   */
  async accept(command: Command, gapId: string): Promise<GapAnswer> {
    const { gap, me, them } = await this.require(command.actor, gapId);
    if (gap.state === 'taken') return answer(gap);
    if (gap.state !== 'open') throw new DomainError('schedule.gap_gone', { state: gap.state });
    const requestId = await this.take(command, gap, me, them).catch(async (error: unknown) => {
      const again = await gapById(this.dataSource.manager, gapId);
      if (again?.state === 'taken') return again.requestId;
      throw isLost(error) ? new DomainError('schedule.gap_gone', { state: 'gone' }) : error;
    });
    await this.transactions.run(async (tx) => {
      const changed = await answerGap(tx.em, gapId, { state: 'taken', by: me.participantId, at: tx.now, requestId });
      if (changed) tx.tell([me.userId, them.userId], 'gap.changed', { eventId: gap.eventId });
    });
    return answer((await gapById(this.dataSource.manager, gapId))!);
  }

  /** The other is not told. @throws DomainError `not_found` for anybody but the two */
  async decline(command: Command, gapId: string): Promise<GapAnswer> {
    const { me } = await this.require(command.actor, gapId);
    return this.transactions.command(command, async (tx) => {
      const changed = await answerGap(tx.em, gapId, {
        state: 'declined',
        by: me.participantId,
        at: tx.now,
        requestId: null,
      });
      const gap = (await gapById(tx.em, gapId))!;
      if (changed) tx.tell([me.userId], 'gap.changed', { eventId: gap.eventId });
      return answer(gap);
    });
  }

  private async take(
    command: Command,
    { eventId, slotId, blockId }: GapRow,
    me: ParticipantCard,
    them: ParticipantCard,
  ): Promise<string> {
    const block = (await this.blocks.ofEvent(eventId, 'participant')).find((one) => one.blockId === blockId);
    const language = languageOf(me.workingLanguages, them.workingLanguages);
    const about = { to: them.participantId, reason: '', arranged: 'gap' as const, opportunityIds: [], language };
    if (block?.now.open && block.now.mode === 'instant')
      return (await this.bookings.book(command, eventId, { ...about, slotId: slotId as SlotId })).requestId;
    return (await this.sending.send(command, eventId, { ...about, slotIds: [slotId as SlotId] })).requestId;
  }

  private async require(
    { userId }: Actor,
    gapId: string,
    em: EntityManager = this.dataSource.manager,
  ): Promise<{ gap: GapRow; me: ParticipantCard; them: ParticipantCard }> {
    const gap = await gapById(em, gapId);
    if (!gap) throw new DomainError('not_found');
    const cards = await this.participants.cards([gap.one, gap.other], em);
    const [one, other] = [cards.get(gap.one)!, cards.get(gap.other)!];
    if (one.userId === userId) return { gap, me: one, them: other };
    if (other.userId === userId) return { gap, me: other, them: one };
    throw new DomainError('not_found');
  }
}

const lost = ['meeting.slot_taken', 'meeting.slot_past', 'participant.unavailable', 'meeting.slot_unknown'];
const isLost = (error: unknown): boolean => error instanceof DomainError && lost.includes(error.code);

function view(gap: GapRow, them: ParticipantCard, moment: { open: boolean; mode: string } | undefined): GapView {
  return {
    gapId: gap.id as GapId,
    eventId: gap.eventId as EventId,
    participant: them,
    slotId: gap.slotId as SlotId,
    blockId: gap.blockId as BlockId,
    startsAt: gap.startsAt.toISOString(),
    endsAt: gap.endsAt.toISOString(),
    instant: moment?.open === true && moment.mode === 'instant',
    offeredAt: gap.offeredAt.toISOString(),
  };
}

const answer = ({ id, state, meetingId, requestId }: GapRow): GapAnswer => ({
  gapId: id as GapId,
  state,
  meetingId: meetingId as MeetingId | null,
  requestId: requestId as MeetingRequestId | null,
});
