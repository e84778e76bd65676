import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditSeals1790005000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_seal (
        number integer CONSTRAINT audit_seal_pk PRIMARY KEY,
        entry_id uuid NOT NULL CONSTRAINT audit_seal_entry_once UNIQUE,
        hash text NOT NULL,
        sealed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT audit_seal_counted CHECK (number > 0),
        CONSTRAINT audit_seal_hash CHECK (hash ~ '^[0-9a-f]{64}$')
      )`);
    await db.query(`
      CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_seal');
  }
}
