import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RateLimit implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Unlogged: counters may be lost in a crash, and are written often.
    await db.query(`
      CREATE UNLOGGED TABLE rate_limit (
        key varchar(255) NOT NULL,
        points integer NOT NULL DEFAULT 0,
        expire bigint,
        CONSTRAINT rate_limit_pk PRIMARY KEY (key)
      )`);
    await db.query('CREATE INDEX rate_limit_expire ON rate_limit (expire)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE rate_limit');
  }
}
