import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainClock } from '../../../../platform/index.js';
import { verdictFiles } from '../verdict-rows.js';
import { finalAt, isProvisional, type Standing } from '../verdict.rules.js';

/** A verdict with what time makes of it. */
export interface DatedStanding extends Standing {
  provisional: boolean;
  finalAt: Date;
}

/** Verdicts as they stand, for those who count them and write about them. */
@Injectable()
export class VerdictStandings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DomainClock,
  ) {}

  /** By meeting; those without a verdict are left out. The same number of queries for any number. */
  async of(
    meetingIds: readonly string[],
    em: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, DatedStanding>> {
    if (meetingIds.length === 0) return new Map();
    const now = await this.clock.now();
    const standings = new Map<string, DatedStanding>();
    for (const [id, { standing }] of await verdictFiles(em, meetingIds)) {
      if (!standing) continue;
      standings.set(id, { ...standing, provisional: isProvisional(standing, now), finalAt: finalAt(standing) });
    }
    return standings;
  }
}
