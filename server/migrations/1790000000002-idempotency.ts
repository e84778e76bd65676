import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Idempotency implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE idempotency (
        user_id uuid NOT NULL,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        answer jsonb,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_pk PRIMARY KEY (user_id, key)
      )`);
    await db.query('CREATE INDEX idempotency_at ON idempotency (at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE idempotency');
  }
}
