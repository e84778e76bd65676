import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DomainClock implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE domain_clock (
        id smallint NOT NULL DEFAULT 1,
        offset_ms bigint NOT NULL DEFAULT 0,
        CONSTRAINT domain_clock_pk PRIMARY KEY (id),
        CONSTRAINT domain_clock_one_row CHECK (id = 1)
      )`);
    await db.query('INSERT INTO domain_clock DEFAULT VALUES');
    // Cut to milliseconds, so that an instant survives the way through JavaScript unchanged.
    await db.query(`
      CREATE FUNCTION domain_now() RETURNS timestamptz LANGUAGE sql STABLE
      RETURN date_trunc('milliseconds', now()) + (SELECT offset_ms FROM domain_clock) * interval '1 millisecond'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION domain_now');
    await db.query('DROP TABLE domain_clock');
  }
}
