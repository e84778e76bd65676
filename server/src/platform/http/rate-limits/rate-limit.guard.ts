import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { MusubiRequest } from '../../access/access.decorators.js';
import { callerOf } from '../addresses.js';
import { type Pace, RateLimits } from './rate-limits.js';

export interface RateLimit extends Pace {
  /**
   * Whose points are used up: the caller's address (IPv6 by /64), the same of callers alone who are not signed in, the signed-in
   * person, or everybody's together.
   */
  by: 'address' | 'stranger' | 'person' | 'everybody';
  /** Only of requests with this parameter: what costs more than the rest of the route. */
  asking?: string;
}

const rateLimitKey = 'musubi:rate-limit';
const unlimitedKey = 'musubi:unlimited';

/** Limits how often a route is called, beside what holds for every route. */
export const RateLimited = (...limits: RateLimit[]) => SetMetadata(rateLimitKey, limits);

/** A route that nobody is kept from, however often; says why. */
export const Unlimited = (reason: string) => SetMetadata(unlimitedKey, reason);

/** What a person changes in a minute, whatever it is: far more than hands can press, far less than a loop. */
const commands = { name: 'commands', points: 120, perSeconds: 60, by: 'person', counted: 'here' } as const;
/** What people who are not signed in change: sign in, mostly, and many of an office share an address. */
const strangersCommands = {
  name: 'commands of strangers',
  points: 60,
  perSeconds: 60,
  by: 'address',
  counted: 'here',
} as const;
/**
 * What people who are not signed in read. Signed-in people's reading is not limited: hints make them read in crowds. A page
 * that has to be rendered counts as well, whoever asks: it is rendered for strangers.
 */
export const strangersReading = {
  name: 'reading of strangers',
  points: 1_200,
  perSeconds: 60,
  by: 'address',
  counted: 'here',
} as const;

/** The address of requests that this process sends to itself while it renders pages. */
export const ownAddress = 'this process';

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Holds every route to a pace. Runs after the access guard, so that the person is known. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly rateLimits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() === 'ws') return true;
    const of = <T>(key: string) =>
      this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    if (of(unlimitedKey) !== undefined) return true;
    const request = context.switchToHttp().getRequest<MusubiRequest>();
    const limits = [...paceOf(request), ...(of<RateLimit[]>(rateLimitKey) ?? [])];
    for (const limit of limits.filter((one) => concerns(one, request)))
      await this.rateLimits.consume(limit, subject(limit, request));
    return true;
  }
}

/** What holds for every request like this one. */
function paceOf(request: MusubiRequest): RateLimit[] {
  if (!readOnly.has(request.method)) return [request.actor ? commands : strangersCommands];
  return isStranger(request) ? [strangersReading] : [];
}

/** Neither signed in nor this process, which renders pages for strangers and counted them then. */
const isStranger = ({ actor, socket }: MusubiRequest): boolean => !actor && socket.remoteAddress !== ownAddress;

function concerns({ by, asking }: RateLimit, request: MusubiRequest): boolean {
  const asked = !asking || Boolean((request.query as Record<string, unknown>)[asking]);
  return asked && (by !== 'stranger' || isStranger(request));
}

function subject({ by }: RateLimit, { ip, actor }: MusubiRequest): string {
  if (by === 'everybody') return 'everybody';
  return by === 'person' && actor ? actor.userId : callerOf(ip);
}
