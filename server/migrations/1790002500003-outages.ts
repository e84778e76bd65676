import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the video server or the platform itself could not be reached: nobody is blamed for missing a meeting then. */
export class Outages1790002500003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sign_of_life (
        of text CONSTRAINT sign_of_life_pk PRIMARY KEY,
        seen_at timestamptz NOT NULL,
        really_at timestamptz NOT NULL,
        CONSTRAINT sign_of_life_of_known CHECK (of IN ('video', 'instance'))
      )`);
    await db.query(`
      CREATE TABLE outage (
        id uuid CONSTRAINT outage_pk PRIMARY KEY DEFAULT uuidv7(),
        of text NOT NULL,
        began_at timestamptz NOT NULL,
        ended_at timestamptz NOT NULL,
        CONSTRAINT outage_of_known CHECK (of IN ('video', 'instance')),
        CONSTRAINT outage_in_order CHECK (began_at < ended_at)
      )`);
    await db.query('CREATE INDEX outage_end ON outage (ended_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE outage');
    await db.query('DROP TABLE sign_of_life');
  }
}
