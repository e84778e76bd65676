import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, DomainError } from '../../platform/index.js';
import { Events } from '../events/index.js';
import type { KnownSession } from './known-session.js';
import { Releases } from './releases/releases.service.js';

/** Published sessions, for everybody else in the server; what leaves it goes through `shown`. */
@Injectable()
export class Sessions {
  constructor(
    private readonly releases: Releases,
    private readonly events: Events,
  ) {}

  /** As the newest release shows it, or null where none does. */
  async get(sessionId: string, em?: EntityManager): Promise<KnownSession | null> {
    return (await this.releases.session(sessionId, em))?.view ?? null;
  }

  async ofEvent(eventId: string, em?: EntityManager): Promise<KnownSession[]> {
    return this.releases.sessions(eventId, em);
  }

  /**
   * Inside a transaction pass its `em`: a second connection could wait for the first.
   * @throws DomainError `not_found`, also for a session of an event that the person may not know of
   */
  async view(sessionId: string, viewer: Actor | null, em?: EntityManager): Promise<KnownSession> {
    const session = await this.get(sessionId, em);
    if (!session) throw new DomainError('not_found');
    await this.events.require(session.eventId, viewer, em);
    return session;
  }
}
