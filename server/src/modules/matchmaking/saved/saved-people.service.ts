import { Injectable } from '@nestjs/common';
import type { SavedPerson } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { MeetingRequests } from '../../meetings/index.js';
import { findableBy, Participants } from '../../registration/index.js';
import { SavedPersonEntity } from './saved-person.entity.js';

/** As many as one still looks through; each is a whole card whenever they are read. */
export const savedAtMost = 500;

/** Whom a participant has put aside for later. The same number of queries for any number of people. */
@Injectable()
export class SavedPeople {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly participants: Participants,
    private readonly requests: MeetingRequests,
  ) {}

  /** The last that were saved first; without whoever cannot be found any more: they are there again when they can. */
  async of(actor: Actor, eventId: string): Promise<SavedPerson[]> {
    const { participantId } = await this.participants.require(actor, eventId);
    const rows = (await this.dataSource.query(
      `SELECT registration.id, saved_person.at FROM saved_person JOIN registration ON registration.id = saved_id
       WHERE participant_id = $1 AND ${findableBy('$2')}
       ORDER BY saved_person.at DESC, registration.id`,
      [participantId, actor.userId],
    )) as { id: string; at: Date }[];
    const cards = await this.participants.cards(rows.map(({ id }) => id));
    const inTouch = await this.requests.inTouch(participantId);
    return rows.map(({ id, at }) => ({
      ...cards.get(id)!,
      savedAt: at.toISOString(),
      inTouch: inTouch.has(id),
    }));
  }

  /**
   * @throws DomainError `not_found` for oneself and for whoever this person cannot find anyway: the answer tells nobody who is there;
   * `saved_person.cap_reached`
   */
  async save(command: Command, eventId: string, savedId: string): Promise<void> {
    const { participantId } = await this.participants.require(command.actor, eventId);
    await this.transactions.command(command, async (tx) => {
      if (savedId === participantId) throw new DomainError('not_found');
      await this.participants.assertFindable(eventId, savedId, command.actor, tx.em);
      await assertRoom(tx, participantId, savedId);
      // Who is saved already keeps their place.
      await tx.em
        .createQueryBuilder()
        .insert()
        .into(SavedPersonEntity)
        .values({ participantId, savedId, at: tx.now })
        .orIgnore()
        .execute();
    });
  }

  async drop(command: Command, eventId: string, savedId: string): Promise<void> {
    const { participantId } = await this.participants.require(command.actor, eventId);
    await this.transactions.command(command, async (tx) => {
      await tx.em.delete(SavedPersonEntity, { participantId, savedId });
    });
  }
}

/** Of one person one after the other. Who is saved already is not one more. */
async function assertRoom(tx: Tx, participantId: string, savedId: string): Promise<void> {
  await tx.em.query(`SELECT pg_advisory_xact_lock(hashtextextended('people saved by ' || $1::uuid, 0))`, [
    participantId,
  ]);
  const [row] = (await tx.em.query(
    'SELECT count(*)::integer AS saved FROM saved_person WHERE participant_id = $1 AND saved_id <> $2',
    [participantId, savedId],
  )) as { saved: number }[];
  if (row!.saved >= savedAtMost) throw new DomainError('saved_person.cap_reached', { atMost: savedAtMost });
}
