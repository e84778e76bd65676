import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Config } from '../../config/config.js';
import { DomainError } from '../problems/domain-error.js';

export interface Pace {
  /** Names the bucket; what shares it shares its points. */
  name: string;
  points: number;
  perSeconds: number;
  /**
   * Where points are counted. In PostgreSQL, so that all nodes count together, where somebody could guess or have letters
   * sent; that costs a round trip. `here`, in this node's memory, where a limit only keeps one caller from using up what is
   * there for all: with n nodes somebody gets up to n times as far, and after a restart begins anew, which harms nobody.
   */
  counted?: 'here';
}

/** How often somebody may do something. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<string, RateLimiterMemory | RateLimiterPostgres>();

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws DomainError `request.too_many` with the seconds to wait */
  async consume(pace: Pace, who: string): Promise<void> {
    try {
      await this.limiter(pace).consume(who);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new DomainError('request.too_many', { afterSeconds: Math.ceil(refused.msBeforeNext / 1_000) });
    }
  }

  private limiter(pace: Pace): RateLimiterMemory | RateLimiterPostgres {
    const known = this.limiters.get(pace.name);
    if (known) return known;
    const limiter = pace.counted === 'here' ? this.here(pace) : this.together(pace);
    this.limiters.set(pace.name, limiter);
    return limiter;
  }

  private here({ name, points, perSeconds }: Pace): RateLimiterMemory {
    return new RateLimiterMemory({
      keyPrefix: name,
      points: points * this.config.rateLimitFactor,
      duration: perSeconds,
    });
  }

  private together({ name, points, perSeconds }: Pace): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: (this.dataSource.driver as PostgresDriver).master,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: perSeconds,
    });
  }
}
