import { Injectable } from '@nestjs/common';
import type { PersonRow } from '@musubi/contracts';
import { DataSource, type EntityManager, Not } from 'typeorm';
import {
  type Actor,
  type Command,
  DomainError,
  PolicyRegistry,
  Transactions,
  type Tx,
} from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { Participants } from './participants.service.js';
import { lockPlaces, takePlace } from '../places/places.js';
import { RegistrationEntity } from '../registrations/registration.entity.js';
import { holdsPlace, moveRegistration } from '../registrations/registration.rules.js';
import { rowOf } from '../registrations/registration.views.js';
import { WaitingList } from '../places/waiting-list.js';

/** An event's people as its organisers see them. */
@Injectable()
export class People {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly policies: PolicyRegistry,
    private readonly participants: Participants,
    private readonly users: Users,
    private readonly waitingList: WaitingList,
  ) {}

  /** Everybody, newest first. */
  async list(eventId: string): Promise<PersonRow[]> {
    const found = await this.dataSource.manager.find(RegistrationEntity, {
      where: { eventId, state: Not('draft' as const) },
      order: { registeredAt: 'DESC', id: 'DESC' },
    });
    return this.rows(found);
  }

  /** A registration that was looked at counts, or waits where the event is full by now. */
  async approve(command: Command, registrationId: string): Promise<PersonRow> {
    return this.decide(command, registrationId, async (tx, registration) => {
      if (registration.state !== 'pending')
        throw new DomainError('registration.wrong_state', { state: registration.state });
      const waitingNumber = await takePlace(tx.em, registration.eventId);
      registration.state = moveRegistration(registration.state, waitingNumber === null ? 'complete' : 'waitlisted');
      registration.waitingNumber = waitingNumber;
      await tx.em.save(registration);
      await this.waitingList.announce(tx, registration, 'promoted');
    });
  }

  async reject(command: Command, registrationId: string, reason: string | null): Promise<PersonRow> {
    return this.decide(command, registrationId, async (tx, registration) => {
      const had = registration.state;
      registration.state = moveRegistration(had, 'rejected');
      registration.waitingNumber = null;
      registration.rejectedBecause = reason;
      await tx.em.save(registration);
      if (holdsPlace(had)) await this.waitingList.passOn(tx, registration.eventId);
      await this.waitingList.announce(tx, registration, 'rejected', holdsPlace(had));
    });
  }

  private async decide(
    command: Command,
    registrationId: string,
    decide: (tx: Tx, registration: RegistrationEntity) => Promise<void>,
  ): Promise<PersonRow> {
    const known = await this.dataSource.manager.findOneBy(RegistrationEntity, { id: registrationId });
    if (!known) throw new DomainError('not_found');
    this.assertOrganises(command.actor, known.eventId);
    return this.transactions.command(command, async (tx) => {
      await lockPlaces(tx.em, known.eventId);
      const registration = await tx.em.findOneOrFail(RegistrationEntity, {
        where: { id: registrationId },
        lock: { mode: 'for_no_key_update' },
      });
      registration.changedAt = tx.now;
      await decide(tx, registration);
      return (await this.rows([registration], tx.em))[0]!;
    });
  }

  private assertOrganises(actor: Actor, eventId: string): void {
    this.policies.assertCan(actor, 'event.organise', { eventId });
  }

  private async rows(registrations: readonly RegistrationEntity[], em?: EntityManager): Promise<PersonRow[]> {
    const cards = await this.participants.cardsOf(registrations, em);
    const users = await this.users.of(new Set(registrations.map(({ userId }) => userId)), em);
    return registrations.map((registration, i) =>
      rowOf(registration, cards[i]!, users.get(registration.userId)!.address),
    );
  }
}
