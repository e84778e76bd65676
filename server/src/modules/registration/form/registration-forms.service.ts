import { Injectable } from '@nestjs/common';
import type { EventId, FormQuestion, RegistrationForm, RegistrationFormPut } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, DomainClock, DomainError, Transactions } from '../../../platform/index.js';
import { Events, type EventEntity } from '../../events/index.js';
import { Consents } from '../consents/consents.js';
import { EventApprovalEntity } from './event-approval.entity.js';
import { EventQuestionEntity } from './event-question.entity.js';
import { placesLeft } from '../places/places.js';

/** Fewer places than this are told; above it, there are plenty. */
const toldUnder = 50;

/** What each event asks of people who register. */
@Injectable()
export class RegistrationForms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: DomainClock,
    private readonly events: Events,
    private readonly consents: Consents,
  ) {}

  async view(eventId: string, viewer: Actor | null): Promise<RegistrationForm> {
    const event = await this.events.require(eventId, viewer);
    return this.formOf(event, await this.clock.now(), this.dataSource.manager);
  }

  async put(
    command: Command,
    eventId: string,
    { approval, questions }: RegistrationFormPut,
  ): Promise<RegistrationForm> {
    return this.transactions.command(command, async ({ em, now }) => {
      const event = await this.events.get(eventId, em);
      if (!event) throw new DomainError('not_found');
      // One after the other: a form is taken away and written anew.
      await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('registration form ' || $1, 0))`, [eventId]);
      await em.delete(EventQuestionEntity, { eventId });
      await em.insert(
        EventQuestionEntity,
        questions.map((question, place) => ({ ...question, eventId, place })),
      );
      await em.delete(EventApprovalEntity, { eventId });
      if (approval) await em.insert(EventApprovalEntity, { eventId });
      return this.formOf(event, now, em);
    });
  }

  async questions(eventId: string, em: EntityManager): Promise<FormQuestion[]> {
    const found = await em.find(EventQuestionEntity, { where: { eventId }, order: { place: 'ASC' } });
    return found.map(({ key, kind, required, label, choices }) => ({ key, kind, required, label, choices }));
  }

  /** Whether the event's organisers look at each registration before it counts. */
  async needsApproval(eventId: string, em: EntityManager): Promise<boolean> {
    return em.existsBy(EventApprovalEntity, { eventId });
  }

  private async formOf(event: EventEntity, now: Date, em: EntityManager): Promise<RegistrationForm> {
    const left = await placesLeft(em, event.id, event.capacity);
    return {
      eventId: event.id as EventId,
      open: event.state === 'published' && event.registrationOpensAt <= now && now < event.registrationClosesAt,
      placesLeft: left < toldUnder ? left : null,
      approval: await this.needsApproval(event.id, em),
      consents: await this.consents.texts(em),
      questions: await this.questions(event.id, em),
    };
  }
}
