import { Injectable } from '@nestjs/common';
import type { SessionView } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';
import { type Actor, DomainError } from '../../platform/index.js';
import { Events } from '../events/index.js';
import { Releases } from './releases/releases.service.js';

/** Published sessions, for everybody else in the server. */
@Injectable()
export class Sessions {
  constructor(
    private readonly releases: Releases,
    private readonly events: Events,
  ) {}

  /** As the newest release shows it, or null where none does. */
  async get(sessionId: string, em?: EntityManager): Promise<SessionView | null> {
    return (await this.releases.session(sessionId, em))?.view ?? null;
  }

  async ofEvent(eventId: string, em?: EntityManager): Promise<SessionView[]> {
    return (await this.releases.newest(eventId, em)).sessions;
  }

  /**
   * Inside a transaction pass its `em`: a second connection could wait for the first.
   * @throws DomainError `not_found`, also for a session of an event that the person may not know of
   */
  async view(sessionId: string, viewer: Actor | null, em?: EntityManager): Promise<SessionView> {
    const session = await this.get(sessionId, em);
    if (!session) throw new DomainError('not_found');
    await this.events.require(session.eventId, viewer, em);
    return session;
  }
}
