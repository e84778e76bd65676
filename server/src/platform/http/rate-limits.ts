import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { MusubiRequest } from '../access/access.decorators.js';
import { callerOf } from './addresses.js';
import { DomainError } from './domain-error.js';

export interface RateLimit {
  /** Names the bucket; routes that share it share its points. */
  name: string;
  points: number;
  perSeconds: number;
  /** Whose points are used up: the caller's address (IPv6 by /64), the signed-in person, or everybody's together. */
  by: 'address' | 'person' | 'everybody';
}

const rateLimitKey = 'musubi:rate-limit';

/** Limits how often a route is called. */
export const RateLimited = (...limits: RateLimit[]) => SetMetadata(rateLimitKey, limits);

/** Counters in PostgreSQL, so that all nodes count together. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError `request.too_many` with the seconds to wait */
  async consume({ name, points, perSeconds }: Omit<RateLimit, 'by'>, who: string): Promise<void> {
    try {
      await this.limiter(name, points, perSeconds).consume(who);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new DomainError('request.too_many', { afterSeconds: Math.ceil(refused.msBeforeNext / 1_000) });
    }
  }

  private limiter(name: string, points: number, duration: number): RateLimiterPostgres {
    const known = this.limiters.get(name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: (this.dataSource.driver as PostgresDriver).master,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration,
    });
    this.limiters.set(name, limiter);
    return limiter;
  }
}

/** Runs after the access guard, so that the person is known. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly rateLimits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const limits = this.reflector.getAllAndOverride<RateLimit[] | undefined>(rateLimitKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<MusubiRequest>();
    for (const limit of limits ?? []) await this.rateLimits.consume(limit, subject(limit, request));
    return true;
  }
}

function subject({ by }: RateLimit, { ip, actor }: MusubiRequest): string {
  if (by === 'everybody') return 'everybody';
  return by === 'person' && actor ? actor.userId : callerOf(ip);
}
