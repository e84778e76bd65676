import { Injectable, SetMetadata } from '@nestjs/common';
import { DomainError } from '../http/problems/domain-error.js';
import type { Actor } from './actor.js';

/** Port: for whom somebody may act. The module that knows assistants provides it. */
export interface DeputySource {
  /**
   * The person for whom the actor acts, with none of their roles, and with `by` set.
   * @param reference as the header names them
   * @param params of the route's path: what it is about has to belong to the event
   * @throws DomainError whatever stands against it
   */
  actorFor(actor: Actor, reference: string, params: Readonly<Record<string, string>>): Promise<Actor>;
}

export const forOthersKey = 'musubi:for-others';
/** Says for whom a request is made; where it is missing, for oneself. */
export const deputyHeader = 'on-behalf-of';

/**
 * A route that may be used for somebody else. Every other route refuses the header, so that nothing is done in one's own
 * name that was meant for another.
 */
export const ForOthers = () => SetMetadata(forOthersKey, true);

/** Who acts for whom. Each request says so itself: the login stays the person's own. */
@Injectable()
export class Deputies {
  private source: DeputySource | null = null;

  use(source: DeputySource): void {
    if (this.source) throw new Error('Deputies have a source already');
    this.source = source;
  }

  /** @throws DomainError `assistant.not_here` where the route is for the person alone, and what the source refuses */
  async actorFor(
    actor: Actor,
    reference: string,
    { allowed, params }: { allowed: boolean; params: Readonly<Record<string, string>> },
  ): Promise<Actor> {
    if (!allowed || !this.source) throw new DomainError('assistant.not_here');
    return this.source.actorFor(actor, reference, params);
  }
}
