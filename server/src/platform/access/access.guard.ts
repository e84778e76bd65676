import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../config/config.js';
import { DomainError } from '../http/problems/domain-error.js';
import { type Access, accessKey, foreignOriginKey, type MusubiRequest } from './access.decorators.js';
import { type Actor, holds } from './actor.js';
import { Actors } from './actors.js';
import { Deputies, deputyHeader, forOthersKey } from './deputies.js';

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Denies by default: a route is open only as far as it says so itself. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: Actors,
    private readonly config: Config,
    private readonly deputies: Deputies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // A socket proved its person when it connected; what it may watch is asked of the topics.
    if (context.getType() === 'ws') return true;
    const request = context.switchToHttp().getRequest<MusubiRequest>();
    const of = <T>(key: string) =>
      this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    const access = of<Access>(accessKey);
    if (!access) throw new DomainError('forbidden');
    if (!readOnly.has(request.method) && of(foreignOriginKey) === undefined) this.assertOwnOrigin(request);
    request.actor = await this.actors.ofCookieHeader(request.headers.cookie);
    this.assertAllowed(access, request);
    const reference = request.headers[deputyHeader];
    if (request.actor && typeof reference === 'string') {
      const params = request.params as Record<string, string>;
      request.actor = await this.deputies.actorFor(request.actor, reference, {
        allowed: of(forOthersKey) === true,
        params,
      });
    }
    return true;
  }

  /** A browser sends a form or a script of another site with that site's origin, or says cross-site. */
  private assertOwnOrigin({ headers }: MusubiRequest): void {
    const own =
      headers.origin === undefined
        ? headers['sec-fetch-site'] === 'same-origin'
        : this.config.origins.includes(headers.origin) && headers['sec-fetch-site'] !== 'cross-site';
    if (!own) throw new DomainError('request.foreign_origin');
  }

  private assertAllowed(access: Access, request: MusubiRequest): void {
    if (access.who === 'anyone') return;
    if (!request.actor) throw new DomainError('login.required');
    if (access.who === 'organiser') assertOrganiser(request.actor, access, request.params);
  }
}

function assertOrganiser(actor: Actor, access: Access & { who: 'organiser' }, params: unknown): void {
  const eventId = access.eventParam ? (params as Record<string, string>)[access.eventParam] : undefined;
  const roles = ['organiser', 'owner'] as const;
  const holding = access.any
    ? actor.grants.some((grant) => grant.role === 'organiser' || grant.role === 'owner')
    : holds(actor, roles, eventId);
  if (!holding) throw new DomainError('not_found');
  if (!actor.secondFactor) throw new DomainError('login.second_factor_required');
}
