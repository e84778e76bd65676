import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was called to a meeting: one letter each, however often somebody calls. */
export class CalledOnce1790006000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE meeting_missing_ping ADD COLUMN called uuid[] NOT NULL DEFAULT '{}'`);
    await db.query('ALTER TABLE meeting_missing_ping ALTER COLUMN called DROP DEFAULT');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting_missing_ping DROP COLUMN called');
  }
}
