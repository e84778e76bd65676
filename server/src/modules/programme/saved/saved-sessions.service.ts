import { Injectable } from '@nestjs/common';
import { type Command, DomainError, Transactions } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { Participants } from '../../registration/index.js';
import { holdProgramme } from '../programme-lock.js';
import { Releases } from '../releases/releases.service.js';
import { SavedSessionEntity } from './saved-session.entity.js';
import { SessionCommitments } from './session-commitments.js';

/** Sessions that people save for their own agenda. */
@Injectable()
export class SavedSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly participants: Participants,
    private readonly releases: Releases,
    private readonly commitments: SessionCommitments,
    private readonly agenda: Agenda,
  ) {}

  /** @throws DomainError `registration.required`; `not_found` for a session that is not published in this event */
  async save(command: Command, eventId: string, sessionId: string): Promise<void> {
    await this.transactions.command(command, async (tx) => {
      const { userId } = command.actor;
      await this.participants.require(command.actor, eventId, tx.em);
      await holdProgramme(tx, eventId);
      const shown = await this.releases.session(sessionId, tx.em);
      if (shown?.view.eventId !== eventId) throw new DomainError('not_found');
      await tx.em.upsert(SavedSessionEntity, { userId, sessionId, savedAt: tx.now }, ['userId', 'sessionId']);
      await this.commitments.save(tx, shown, userId);
      return null;
    });
  }

  /** Forgets a saved session; one that was not saved is forgotten already. */
  async forget(command: Command, eventId: string, sessionId: string): Promise<void> {
    await this.transactions.command(command, async (tx) => {
      const { userId } = command.actor;
      await this.participants.require(command.actor, eventId, tx.em);
      await holdProgramme(tx, eventId);
      const shown = await this.releases.session(sessionId, tx.em);
      if (shown?.view.eventId !== eventId) throw new DomainError('not_found');
      await tx.em.delete(SavedSessionEntity, { userId, sessionId });
      await this.agenda.release(tx, { kind: 'session', sourceId: sessionId, userIds: [userId] });
      return null;
    });
  }
}
