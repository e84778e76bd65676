import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { BusinessCard, CardExchange, MeetingCards, ParticipantId } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, DomainError, Facts, Transactions, type Tx } from '../../../platform/index.js';
import { Participants, PersonBlocks } from '../../registration/index.js';
import type { MeetingRow, SideRow } from '../booked/views/meeting-rows.js';
import { Meetings } from '../booked/meetings.service.js';
import { keepContact } from '../requests/contact.js';
import { MeetingCardEntity } from './card.entity.js';
import { stateOf } from './card.rules.js';
import { OwnCards } from './own-cards.service.js';

interface Pair {
  meeting: MeetingRow;
  me: SideRow;
  them: SideRow;
}

/** Cards from one to one: nobody sees anything of the other before both have offered theirs, and nothing across a block. */
@Injectable()
export class Cards implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly facts: Facts,
    private readonly meetings: Meetings,
    private readonly participants: Participants,
    private readonly blocks: PersonBlocks,
    private readonly own: OwnCards,
  ) {}

  onModuleInit(): void {
    this.facts.on('person.blocked', async ({ byUserId, userId }, { em }) => {
      await em.query(
        `DELETE FROM meeting_card mine
         WHERE (by_user_id, to_user_id) IN (($1, $2), ($2, $1)) AND NOT EXISTS (
           SELECT FROM meeting_card theirs WHERE theirs.meeting_id = mine.meeting_id
             AND theirs.by_user_id = mine.to_user_id AND theirs.to_user_id = mine.by_user_id)`,
        [byUserId, userId],
      );
    });
  }

  /** @throws DomainError `not_found` for anybody but its people */
  async view(actor: Actor, meetingId: string, em: EntityManager = this.dataSource.manager): Promise<MeetingCards> {
    const meeting = await this.meetings.require(actor, meetingId, em);
    const me = sideOf(meeting, actor);
    const others = meeting.sides.filter(({ side }) => side !== me.side);
    const cards = await em.findBy(MeetingCardEntity, [
      { meetingId, byUserId: me.userId },
      { meetingId, toUserId: me.userId },
    ]);
    const blocked = await this.blocks.between(
      [me, ...others].map(({ userId }) => userId),
      em,
    );
    const people = await this.participants.cards(
      others.map(({ participantId }) => participantId),
      em,
    );
    return {
      mine: await this.own.of(me, em),
      people: others.map(({ userId, participantId }) => {
        const apart = blocked.has(me.userId, userId);
        const mine = cards.find(({ toUserId }) => toUserId === userId);
        const theirs = apart ? undefined : cards.find(({ byUserId }) => byUserId === userId);
        return {
          participantId: participantId as ParticipantId,
          name: people.get(participantId)!.name,
          open: !apart && meeting.state !== 'cancelled',
          ...exchange(apart ? undefined : mine, theirs),
        };
      }),
    };
  }

  /**
   * Offers mine to this one. Offered before, it stays as it was then.
   * @throws DomainError `not_found`, `card.closed` where the meeting is cancelled or a block stands between the two
   */
  async offer(command: Command, meetingId: string, participantId: string): Promise<MeetingCards> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const { meeting, me, them } = await this.pair(tx, actor, meetingId, participantId);
      const blocked = await this.blocks.between([me.userId, them.userId], tx.em);
      if (meeting.state === 'cancelled' || blocked.has(me.userId, them.userId)) throw new DomainError('card.closed');
      const card = await this.own.of(me, tx.em);
      const { raw } = await tx.em
        .createQueryBuilder()
        .insert()
        .into(MeetingCardEntity)
        .values({ meetingId, byUserId: me.userId, toUserId: them.userId, card, offeredAt: tx.now })
        .orIgnore()
        .returning('meeting_id')
        .execute();
      if ((raw as unknown[]).length > 0) tell(tx, { meeting, me, them });
      return this.view(actor, meetingId, tx.em);
    });
  }

  /** @throws DomainError `not_found`, `card.exchanged` once the other has it */
  async takeBack(command: Command, meetingId: string, participantId: string): Promise<MeetingCards> {
    const { actor } = command;
    return this.transactions.command(command, async (tx) => {
      const { meeting, me, them } = await this.pair(tx, actor, meetingId, participantId);
      const has = (by: SideRow, to: SideRow) =>
        tx.em.existsBy(MeetingCardEntity, { meetingId, byUserId: by.userId, toUserId: to.userId });
      if ((await has(me, them)) && (await has(them, me))) throw new DomainError('card.exchanged');
      const { affected } = await tx.em.delete(MeetingCardEntity, {
        meetingId,
        byUserId: me.userId,
        toUserId: them.userId,
      });
      if (affected) tell(tx, { meeting, me, them });
      return this.view(actor, meetingId, tx.em);
    });
  }

  /** Their card. @throws DomainError `not_found` before it was exchanged */
  async exchanged(actor: Actor, meetingId: string, participantId: string): Promise<BusinessCard> {
    const { people } = await this.view(actor, meetingId);
    const card = people.find((person) => person.participantId === participantId)?.card;
    if (!card) throw new DomainError('not_found');
    return card;
  }

  /** The two, held until the transaction ends: offering and taking back go one after the other. */
  private async pair(tx: Tx, actor: Actor, meetingId: string, participantId: string): Promise<Pair> {
    const seen = pairOf(await this.meetings.require(actor, meetingId, tx.em), actor, participantId);
    await keepContact(tx.em, [seen.me.userId, seen.them.userId]);
    return pairOf(await this.meetings.requireHeld(tx, actor, meetingId), actor, participantId);
  }
}

const sideOf = ({ sides }: MeetingRow, { userId }: { userId: string }) => sides.find((side) => side.userId === userId)!;

function pairOf(meeting: MeetingRow, actor: Actor, participantId: string): Pair {
  const me = sideOf(meeting, actor);
  const them = meeting.sides.find((side) => side.participantId === participantId && side.side !== me.side);
  if (!them) throw new DomainError('not_found');
  return { meeting, me, them };
}

function exchange(
  mine: MeetingCardEntity | undefined,
  theirs: MeetingCardEntity | undefined,
): Pick<CardExchange, 'state' | 'card' | 'exchangedAt'> {
  const state = stateOf(mine !== undefined, theirs !== undefined);
  if (!mine || !theirs) return { state, card: null, exchangedAt: null };
  const at = Math.max(mine.offeredAt.getTime(), theirs.offeredAt.getTime());
  return { state, card: theirs.card, exchangedAt: new Date(at).toISOString() };
}

function tell(tx: Tx, { meeting, me, them }: Pair): void {
  tx.tell([me.userId, them.userId], 'card.changed', { meetingId: meeting.id, eventId: meeting.eventId });
}
