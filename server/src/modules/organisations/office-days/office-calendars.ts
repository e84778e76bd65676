import { Injectable } from '@nestjs/common';
import type { CalendarOverride } from '@musubi/calendar';
import { DataSource, type EntityManager } from 'typeorm';

/** What the days of an office are asked by. */
export interface Office {
  id: string;
  regionCode: string;
}

/** What organisers wrote into the calendars of offices. */
@Injectable()
export class OfficeCalendars {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The days around an answer, from a month before to a year after the instant: no row can close an office for longer. The
   * organisation's own days win over its region's, and those over the country's.
   * @param em inside a transaction its own
   */
  async overridesOf(
    { id, regionCode }: Office,
    at: Date,
    em: EntityManager = this.dataSource.manager,
  ): Promise<CalendarOverride[]> {
    return (await em.query(
      `SELECT DISTINCT ON (day) to_char(day, 'YYYY-MM-DD') AS date, works
       FROM office_day, generate_series(first_on::timestamp, last_on::timestamp, interval '1 day') AS day
       WHERE (organisation_id = $1 OR starts_with($2, region_code))
         AND last_on >= $3::timestamptz::date - 31 AND first_on <= $3::timestamptz::date + 366
         AND day <= $3::timestamptz::date + 366
       ORDER BY day, organisation_id IS NULL, length(region_code) DESC`,
      [id, regionCode, at],
    )) as CalendarOverride[];
  }
}
