import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type {
  DirectoryChoice,
  MyRegistration,
  RegistrationInput,
  RegistrationState,
  RegistrationView,
} from '@musubi/contracts';
import { DataSource, type EntityManager, LessThanOrEqual } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { EventEntity, Events } from '../../events/index.js';
import { Users } from '../../identity/index.js';
import { Organisations } from '../../organisations/index.js';
import { Consents } from '../consents/consents.js';
import { RegistrationForms } from '../form/registration-forms.service.js';
import { lockPlaces, takePlace } from '../places/places.js';
import { RegistrationEntity } from './registration.entity.js';
import {
  activeStates,
  assertChangeable,
  assertOpen,
  changedConsents,
  checkAnswers,
  consentRecords,
  holdsPlace,
  isActive,
  moveRegistration,
} from './registration.rules.js';
import { mineOf, viewOf } from './registration.views.js';
import { WaitingList } from '../places/waiting-list.js';

/** People's own registrations. */
@Injectable()
export class Registrations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly forms: RegistrationForms,
    private readonly consents: Consents,
    private readonly users: Users,
    private readonly organisations: Organisations,
    private readonly waitingList: WaitingList,
  ) {}

  /** The active one; without one the last that ended, so that its reason can be read. */
  async own(actor: Actor, eventId: string): Promise<RegistrationView | null> {
    await this.events.require(eventId, actor);
    const [registration] = await this.newest(actor.userId, eventId);
    return registration ? this.viewOf(registration) : null;
  }

  /** Where a registration stands, whoever asks: for letters about it. */
  async standing(registrationId: string): Promise<{ position: number | null; rejectedBecause: string | null } | null> {
    const { manager } = this.dataSource;
    const found = await manager.findOneBy(RegistrationEntity, { id: registrationId });
    return found && { position: await positionOf(found, manager), rejectedBecause: found.rejectedBecause };
  }

  /** One per event, as {@link own} chooses it, by start of the event. */
  async all(actor: Actor): Promise<MyRegistration[]> {
    const found = await this.newest(actor.userId);
    const events = await this.events.list(found.map(({ eventId }) => eventId));
    return events.map((event) =>
      mineOf(
        found.find(({ eventId }) => eventId === event.id)!,
        event,
      ),
    );
  }

  async register(command: Command, eventId: string, input: RegistrationInput): Promise<RegistrationView> {
    await this.events.require(eventId, command.actor);
    return this.transactions.command(command, async (tx) => {
      const registration = await this.add(tx, command.actor.userId, eventId, input);
      return this.viewOf(registration, tx.em);
    });
  }

  /**
   * Registers a person, who may come in, has to wait, or is looked at first.
   * @throws DomainError as the form, the dates and the state of the event say; a second active one is refused by its index
   */
  async add(tx: Tx, userId: string, eventId: string, input: RegistrationInput): Promise<RegistrationEntity> {
    const event = await holdEvent(tx, eventId);
    assertOpen(event, tx.now);
    const consents = consentRecords(await this.consents.texts(tx.em), input);
    const fields = await this.fieldsOf(tx, userId, eventId, input);
    const place = (await this.forms.needsApproval(eventId, tx.em))
      ? ({ state: 'pending' } as const)
      : placed(await takePlace(tx.em, eventId));
    const { identifiers } = await tx.em.insert(RegistrationEntity, {
      ...fields,
      ...place,
      eventId,
      userId,
      registeredAt: tx.now,
      changedAt: tx.now,
    });
    const registration = await tx.em.findOneByOrFail(RegistrationEntity, { id: identifiers[0]!['id'] as string });
    await this.consents.write(tx, registration.id, input.lang, consents);
    await this.waitingList.announce(tx, registration, 'registered');
    return registration;
  }

  async edit(command: Command, eventId: string, input: RegistrationInput): Promise<RegistrationView> {
    return this.change(command, eventId, async (tx, userId) => {
      const consents = consentRecords(await this.consents.texts(tx.em), input);
      const [known] = await this.newest(userId, eventId, tx.em);
      const fields = await this.fieldsOf(tx, userId, eventId, input, known?.organisationId);
      const registration = await this.lockOwn(tx, userId, eventId);
      await tx.em.save(Object.assign(registration, fields, { changedAt: tx.now }));
      await this.addConsents(tx, registration, consents);
      this.waitingList.tell(tx, registration);
      return registration;
    });
  }

  async setDirectory(command: Command, eventId: string, directory: DirectoryChoice): Promise<RegistrationView> {
    return this.change(command, eventId, async (tx, userId) => {
      const registration = await this.lockOwn(tx, userId, eventId);
      await tx.em.save(Object.assign(registration, { directory, changedAt: tx.now }));
      const texts = await this.consents.texts(tx.em);
      const { version } = texts.find(({ purpose }) => purpose === 'directory')!;
      await this.addConsents(tx, registration, [
        { purpose: 'directory', version, given: directory !== 'nobody', directory },
      ]);
      this.waitingList.tell(tx, registration);
      return registration;
    });
  }

  /** Gives the place to the first who waits. Whoever withdrew may register again. */
  async withdraw(command: Command, eventId: string): Promise<RegistrationView> {
    return this.change(command, eventId, async (tx, userId) => {
      await lockPlaces(tx.em, eventId);
      const registration = await this.lockOwn(tx, userId, eventId);
      const had = registration.state;
      const state = moveRegistration(had, 'withdrawn');
      await tx.em.save(Object.assign(registration, { state, waitingNumber: null, changedAt: tx.now }));
      if (holdsPlace(had)) await this.waitingList.passOn(tx, eventId);
      await this.waitingList.announce(tx, registration, 'withdrew', holdsPlace(had));
      return registration;
    });
  }

  /** Locks are taken in one order everywhere: event, organisation, user, places, registration, feeds. */
  private async change(
    command: Command,
    eventId: string,
    decide: (tx: Tx, userId: string) => Promise<RegistrationEntity>,
  ): Promise<RegistrationView> {
    await this.events.require(eventId, command.actor);
    return this.transactions.command(command, async (tx) => {
      assertChangeable(await holdEvent(tx, eventId), tx.now);
      return this.viewOf(await decide(tx, command.actor.userId), tx.em);
    });
  }

  /** @throws DomainError `not_found` where the person never registered, `registration.wrong_state` where it is over */
  private async lockOwn(tx: Tx, userId: string, eventId: string): Promise<RegistrationEntity> {
    const [newest] = await this.newest(userId, eventId, tx.em);
    if (!newest) throw new DomainError('not_found');
    const registration = await tx.em.findOneOrFail(RegistrationEntity, {
      where: { id: newest.id },
      // Not more: who is booking refers to it, and is waited for later.
      lock: { mode: 'for_no_key_update' },
    });
    if (!isActive(registration.state)) throw new DomainError('registration.wrong_state', { state: registration.state });
    return registration;
  }

  /**
   * What the form says of the person, checked; the organisation asked for, the name kept with the account.
   * @param keeps the organisation that the form came with: an edit that leaves it alone does not ask it once more
   */
  private async fieldsOf(tx: Tx, userId: string, eventId: string, input: RegistrationInput, keeps?: string) {
    const { department, jobTitle, departmentOther = null, jobTitleOther = null } = input;
    const { workingLanguages, lang, zone, directory, accessNeeds, name } = input;
    const answers = checkAnswers(await this.forms.questions(eventId, tx.em), input.answers);
    const { organisation } = input;
    const kept = organisation.choose === 'existing' && organisation.organisationId === keeps;
    const organisationId = kept ? keeps : await this.organisations.resolve(tx, organisation, { userId });
    const known = await this.users.get(userId, tx.em);
    const given = { name, lang, zone };
    if (!isDeepStrictEqual({ name: known.name, lang: known.lang, zone: known.zone }, given)) {
      await this.users.update(tx, userId, given);
    }
    const titles = { department, jobTitle, departmentOther, jobTitleOther };
    return { organisationId, ...titles, workingLanguages, lang, zone, directory, accessNeeds, answers };
  }

  private async addConsents(
    tx: Tx,
    { id, lang }: RegistrationEntity,
    records: ReturnType<typeof consentRecords>,
  ): Promise<void> {
    const last = (await this.consents.of([id], tx.em)).get(id) ?? [];
    await this.consents.write(tx, id, lang, changedConsents(records, last));
  }

  /** Of each event (or of one) the active registration, else the newest. */
  private async newest(
    userId: string,
    eventId: string | null = null,
    em = this.dataSource.manager,
  ): Promise<RegistrationEntity[]> {
    const rows = (await em.query(
      `SELECT DISTINCT ON (event_id) id FROM registration
       WHERE user_id = $1 AND ($2::uuid IS NULL OR event_id = $2)
       ORDER BY event_id, (state = ANY($3::text[])) DESC, id DESC`,
      [userId, eventId, activeStates],
    )) as { id: string }[];
    return rows.length === 0 ? [] : em.findBy(RegistrationEntity, rows);
  }

  private async viewOf(
    registration: RegistrationEntity,
    em: EntityManager = this.dataSource.manager,
  ): Promise<RegistrationView> {
    const { id, userId, organisationId } = registration;
    const user = await this.users.get(userId, em);
    const organisations = await this.organisations.cards([organisationId], em);
    return viewOf(registration, {
      name: user.name!,
      organisation: organisations.get(organisationId)!,
      consents: (await this.consents.of([id], em)).get(id) ?? [],
      position: await positionOf(registration, em),
    });
  }
}

/** The event, which nobody changes until this transaction is over. */
async function holdEvent(tx: Tx, eventId: string): Promise<EventEntity> {
  const event = await tx.em.findOne(EventEntity, { where: { id: eventId }, lock: { mode: 'pessimistic_read' } });
  if (!event) throw new DomainError('not_found');
  return event;
}

function placed(waitingNumber: number | null): { state: RegistrationState; waitingNumber: number | null } {
  return waitingNumber === null ? { state: 'complete', waitingNumber } : { state: 'waitlisted', waitingNumber };
}

/** Place on the waiting list, from 1. */
async function positionOf(
  { eventId, state, waitingNumber }: RegistrationEntity,
  em: EntityManager,
): Promise<number | null> {
  if (state !== 'waitlisted' || waitingNumber === null) return null;
  return em.countBy(RegistrationEntity, { eventId, state, waitingNumber: LessThanOrEqual(waitingNumber) });
}
