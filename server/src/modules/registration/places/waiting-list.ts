import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { Events } from '../../events/index.js';
import { freePlace, lockPlaces } from './places.js';
import { RegistrationEntity } from '../registrations/registration.entity.js';
import { activeStates, moveRegistration } from '../registrations/registration.rules.js';

type Happening = 'registered' | 'promoted' | 'withdrew' | 'rejected';

/**
 * Passes places on and tells what became of registrations. To be called with the event's places locked.
 *
 * Whoever waits first has the place at once and is told; the states `offered` and `offer_expired` are in the table for an offer
 * that waits for an answer, which nobody makes yet.
 */
@Injectable()
export class WaitingList {
  constructor(private readonly events: Events) {}

  /** A place became free: to the first who waits, until the event begins; else it stays free. */
  async passOn(tx: Tx, eventId: string): Promise<void> {
    const next = await this.next(tx, eventId);
    if (!next) return freePlace(tx.em, eventId);
    await this.promote(tx, next);
  }

  /** More places than before: everybody for whom there is one now comes in. */
  async fill(tx: Tx, eventId: string): Promise<void> {
    for (;;) {
      const { taken, capacity } = await lockPlaces(tx.em, eventId);
      const next = taken < capacity ? await this.next(tx, eventId) : null;
      if (!next) return;
      await tx.em.query('UPDATE event_capacity SET taken = taken + 1 WHERE event_id = $1', [eventId]);
      await this.promote(tx, next);
    }
  }

  /**
   * Facts for other modules, the person's feed, the boards of the event.
   * @param heldPlace of one that ended: whether the person took part until then
   */
  async announce(tx: Tx, registration: RegistrationEntity, happening: Happening, heldPlace = false): Promise<void> {
    const { id: registrationId, eventId, userId, state } = registration;
    const of = { registrationId, eventId, userId };
    if (state === 'complete') {
      await tx.fact({ name: 'registration.completed', ...of, promoted: happening === 'promoted' });
    } else if (state === 'waitlisted') await tx.fact({ name: 'registration.waitlisted', ...of });
    else if (state === 'pending') await tx.fact({ name: 'registration.pending', ...of });
    else if (state === 'rejected') await tx.fact({ name: 'registration.rejected', ...of, heldPlace });
    else if (state === 'withdrawn') await tx.fact({ name: 'registration.withdrawn', ...of, heldPlace });
    this.tell(tx, registration);
  }

  tell(tx: Tx, registration: RegistrationEntity): void {
    const { eventId, userId } = registration;
    tx.tell([userId], 'registration.changed', ids(registration));
    tx.hint(`event:${eventId}`, 'participants.changed', { eventId });
    tx.hint(`organise:${eventId}`, 'people.changed', { eventId });
  }

  /** Everybody whose registration the event's fate touches. */
  async tellAll(tx: Tx, eventId: string): Promise<void> {
    const found = await tx.em.findBy(RegistrationEntity, { eventId, state: In([...activeStates]) });
    for (const registration of found) tx.tell([registration.userId], 'registration.changed', ids(registration));
    tx.hint(`event:${eventId}`, 'participants.changed', { eventId });
  }

  private async next(tx: Tx, eventId: string): Promise<RegistrationEntity | null> {
    const event = await this.events.get(eventId, tx.em);
    if (!event || event.state !== 'published' || tx.now >= event.startsAt) return null;
    return tx.em.findOne(RegistrationEntity, {
      where: { eventId, state: 'waitlisted' },
      order: { waitingNumber: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async promote(tx: Tx, registration: RegistrationEntity): Promise<void> {
    registration.state = moveRegistration(registration.state, 'complete');
    registration.waitingNumber = null;
    registration.changedAt = tx.now;
    await tx.em.save(registration);
    await this.announce(tx, registration, 'promoted');
  }
}

const ids = ({ id: registrationId, eventId }: RegistrationEntity) => ({ registrationId, eventId });
