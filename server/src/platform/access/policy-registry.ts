import { Injectable } from '@nestjs/common';
import { DomainError } from '../http/problems/domain-error.js';
import type { Actor } from './actor.js';

type Policy = (actor: Actor, resource: never) => boolean;

/** One `can` for REST, sockets, jobs, exports and video tokens. */
@Injectable()
export class PolicyRegistry {
  private readonly policies = new Map<string, Policy>();

  define<R>(action: string, policy: (actor: Actor, resource: R) => boolean): void {
    if (this.policies.has(action)) throw new Error(`The policy ${action} is defined twice`);
    this.policies.set(action, policy as Policy);
  }

  /** @throws Error when nobody defined the action: a gap is a bug, not a refusal */
  can(actor: Actor, action: string, resource: unknown): boolean {
    const policy = this.policies.get(action);
    if (!policy) throw new Error(`Nobody defined the policy ${action}`);
    return policy(actor, resource as never);
  }

  /** @throws DomainError `not_found`: whether the thing exists stays private */
  assertCan(actor: Actor, action: string, resource: unknown): void {
    if (!this.can(actor, action, resource)) throw new DomainError('not_found');
  }
}
