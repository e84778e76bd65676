import { Injectable } from '@nestjs/common';
import type { AssistantId, AssistantsView, AssistantView, EventId, ParticipantCard } from '@musubi/contracts';
import { DataSource, type EntityManager, In } from 'typeorm';
import { type Actor, type Command, DomainError, Notices, Transactions, type Tx } from '../../../../platform/index.js';
import { Participants } from '../../../registration/index.js';
import { Members } from '../members/members.js';
import { AssistantEntity } from './assistant.entity.js';
import { moveAssistant } from './assistant.rules.js';

const standing = In(['asked', 'active'] as const);

/** People who act for a colleague at an event: named by the colleague, agreed to by themselves, ended by either. */
@Injectable()
export class Assistants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly participants: Participants,
    private readonly members: Members,
    private readonly notices: Notices,
  ) {}

  async of(actor: Actor, eventId: string): Promise<AssistantsView> {
    const { manager } = this.dataSource;
    const me = await this.participants.require(actor, eventId);
    const mine = await manager.find(AssistantEntity, {
      where: [
        { principalId: me.participantId, state: standing },
        { assistantId: me.participantId, state: standing },
      ],
      order: { id: 'ASC' },
    });
    const placed = await this.members.find(me.participantId);
    const colleagues = placed ? await this.members.of(eventId, placed.organisationId) : [];
    const known = new Set(mine.map(({ assistantId }) => assistantId));
    const open = colleagues.filter(({ participantId: id }) => id !== me.participantId && !known.has(id));
    const cards = await this.participants.cards([
      ...mine.flatMap(({ principalId, assistantId }) => [principalId, assistantId]),
      ...open.map(({ participantId }) => participantId),
    ]);
    const view = (one: AssistantEntity) => viewOf(one, cards, me.participantId);
    return {
      mine: mine.filter(({ principalId }) => principalId === me.participantId).map(view),
      others: mine.filter(({ assistantId }) => assistantId === me.participantId).map(view),
      colleagues: open.map(({ participantId }) => cards.get(participantId)!),
    };
  }

  /** @throws DomainError `registration.required`, `delegation.not_member`, `assistant.not_colleague`, `assistant.exists` */
  async ask(command: Command, eventId: string, participantId: string): Promise<AssistantView> {
    return this.transactions.command(command, async (tx) => {
      const me = await this.participants.require(command.actor, eventId, tx.em);
      const placed = await this.members.find(me.participantId, tx.em);
      if (!placed) throw new DomainError('delegation.not_member');
      const colleague = await this.members.find(participantId, tx.em);
      const together = colleague?.eventId === eventId && colleague.organisationId === placed.organisationId;
      if (!together || participantId === me.participantId) throw new DomainError('assistant.not_colleague');
      const [row] = (await tx.em.query(
        `INSERT INTO assistant (event_id, principal_id, assistant_id, state, asked_at) VALUES ($1, $2, $3, 'asked', $4)
         ON CONFLICT (principal_id, assistant_id) WHERE state IN ('asked', 'active') DO NOTHING RETURNING id`,
        [eventId, me.participantId, participantId, tx.now],
      )) as { id: string }[];
      if (!row) throw new DomainError('assistant.exists');
      await this.told(tx, 'asked', row.id, eventId, me.userId, colleague.userId);
      return this.view(tx.em, row.id, me.participantId);
    });
  }

  /** Only who was asked may agree. @throws DomainError `not_found`, `assistant.wrong_state` */
  async accept(command: Command, assistantId: string): Promise<AssistantView> {
    return this.change(command, assistantId, (one, { assistant }, now) => {
      if (assistant !== command.actor.userId) throw new DomainError('not_found');
      if (one.state === 'active') return false;
      Object.assign(one, { state: moveAssistant(one.state, 'active'), answeredAt: now });
      return true;
    });
  }

  /** Either of the two, at once; a second time changes nothing. @throws DomainError `not_found` */
  async end(command: Command, assistantId: string): Promise<AssistantView> {
    return this.change(command, assistantId, (one, _, now) => {
      if (one.state === 'ended') return false;
      Object.assign(one, { state: moveAssistant(one.state, 'ended'), endedAt: now });
      return true;
    });
  }

  private async change(
    command: Command,
    id: string,
    move: (one: AssistantEntity, users: { principal: string; assistant: string }, now: Date) => boolean,
  ): Promise<AssistantView> {
    const { userId } = command.actor;
    return this.transactions.command(command, async (tx) => {
      const one = await tx.em.findOne(AssistantEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!one) throw new DomainError('not_found');
      const users = await this.participants.userIdsOf([one.principalId, one.assistantId], tx.em);
      const principal = users.get(one.principalId)!;
      const assistant = users.get(one.assistantId)!;
      if (userId !== principal && userId !== assistant) throw new DomainError('not_found');
      if (move(one, { principal, assistant }, tx.now)) {
        await tx.em.save(one);
        const news = one.state === 'active' ? 'accepted' : 'ended';
        await this.told(tx, news, id, one.eventId, principal, assistant, userId);
      }
      return this.view(tx.em, id, userId === principal ? one.principalId : one.assistantId);
    });
  }

  private async told(
    tx: Tx,
    news: 'asked' | 'accepted' | 'ended',
    assistantId: string,
    eventId: string,
    principalUserId: string,
    assistantUserId: string,
    byUserId: string = principalUserId,
  ): Promise<void> {
    tx.tell([principalUserId, assistantUserId], 'delegation.changed', { eventId });
    await this.notices.tell(tx, 'watching.narrowed', { userId: assistantUserId });
    await tx.fact({
      name: 'assistant.changed',
      news,
      assistantId,
      eventId,
      principalUserId,
      assistantUserId,
      byUserId,
    });
  }

  private async view(em: EntityManager, id: string, viewerId: string): Promise<AssistantView> {
    const one = await em.findOneByOrFail(AssistantEntity, { id });
    return viewOf(one, await this.participants.cards([one.principalId, one.assistantId], em), viewerId);
  }
}

function viewOf(
  { id, eventId, principalId, assistantId, state }: AssistantEntity,
  cards: ReadonlyMap<string, ParticipantCard>,
  viewerId: string,
): AssistantView {
  return {
    assistantId: id as AssistantId,
    eventId: eventId as EventId,
    principal: cards.get(principalId)!,
    assistant: cards.get(assistantId)!,
    state,
    mayAccept: state === 'asked' && viewerId === assistantId,
    mayEnd: state !== 'ended',
  };
}
