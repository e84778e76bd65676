import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MeetThemAt } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type AppearanceSource, Appearances } from '../../profiles/index.js';
import { findableBy } from './findable.js';

/** Tells profiles where an organisation can be met: only by those of its people who let themselves be found. */
@Injectable()
export class RegisteredAppearances implements AppearanceSource, OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly appearances: Appearances,
  ) {}

  onModuleInit(): void {
    this.appearances.from(this);
  }

  async inPublic(organisationId: string): Promise<MeetThemAt[]> {
    const rows = (await this.dataSource.query(
      `SELECT slug, title, starts_at AS "startsAt", ends_at AS "endsAt", zone FROM event
       WHERE state = 'published' AND ends_at > domain_now() AND id IN (
         SELECT event_id FROM registration WHERE organisation_id = $1 AND state = 'complete' AND directory = 'public')
       ORDER BY starts_at, id`,
      [organisationId],
    )) as (Omit<MeetThemAt, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date })[];
    return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }));
  }

  async meets(userId: string, organisationIds: readonly string[]): Promise<string[]> {
    const found = (await this.dataSource.query(
      `SELECT DISTINCT organisation_id AS id FROM registration
       WHERE organisation_id = ANY($2) AND ${findableBy('$1')} AND event_id IN (
         SELECT mine.event_id FROM registration AS mine JOIN event ON event.id = mine.event_id
         WHERE mine.user_id = $1 AND mine.state = 'complete' AND event.state = 'published')`,
      [userId, organisationIds],
    )) as { id: string }[];
    return found.map(({ id }) => id);
  }
}
