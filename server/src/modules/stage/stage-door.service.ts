import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, DomainError, holds, PolicyRegistry } from '../../platform/index.js';
import { Events } from '../events/index.js';
import { type KnownSession, Sessions } from '../programme/index.js';
import { Participants } from '../registration/index.js';
import { type StageAccess, stageAccess } from './stage.rules.js';

/** Somebody in front of, on or behind a stage. */
export interface StageVisitor extends StageAccess {
  session: KnownSession;
  /** The session, or all of its event. */
  cancelled: boolean;
  /** What the video server calls them: their participant's id, for staff who are none their own. */
  identity: string;
}

/** Who may come near a stage, and as what. */
@Injectable()
export class StageDoor {
  constructor(
    private readonly events: Events,
    private readonly sessions: Sessions,
    private readonly participants: Participants,
    private readonly policies: PolicyRegistry,
  ) {}

  /**
   * @throws DomainError `not_found` where there is no such stage or the person may not know of it, `registration.required`
   */
  async visit(actor: Actor, sessionId: string, em?: EntityManager): Promise<StageVisitor> {
    const session = await this.sessions.view(sessionId, actor, em);
    if (!session.online) throw new DomainError('not_found');
    const { eventId } = session;
    const participant = await this.participants.ofUser(actor.userId, eventId, em);
    const access = stageAccess({
      organises: this.policies.can(actor, 'event.organise', { eventId }),
      hosts: holds(actor, ['host'], eventId),
      moderates: holds(actor, ['moderator'], eventId),
      speaks: session.speakers.some(({ userId }) => userId === actor.userId),
      interprets: holds(actor, ['interpreter'], eventId),
      participates: participant !== null,
    });
    if (!access) throw new DomainError('registration.required');
    const event = await this.events.get(eventId, em);
    const cancelled = session.state === 'cancelled' || event?.state === 'cancelled';
    return { ...access, session, cancelled, identity: participant?.participantId ?? actor.userId };
  }

  /** @throws DomainError `forbidden` for somebody who may see the stage but not run it */
  async moderate(actor: Actor, sessionId: string, em?: EntityManager): Promise<StageVisitor> {
    const visitor = await this.visit(actor, sessionId, em);
    if (!visitor.mayModerate) throw new DomainError('forbidden');
    return visitor;
  }

  async mayWatch(actor: Actor, sessionId: string): Promise<boolean> {
    return this.visit(actor, sessionId).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DomainError) return false;
        throw error;
      },
    );
  }
}
