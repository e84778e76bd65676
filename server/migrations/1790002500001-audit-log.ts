import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuditLog1790002500001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE audit_entry (
        id uuid CONSTRAINT audit_entry_pk PRIMARY KEY DEFAULT uuidv7(),
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        actor_id uuid,
        on_behalf_of uuid,
        did text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        event_id uuid,
        before jsonb,
        after jsonb,
        reason text,
        CONSTRAINT audit_entry_reason_short CHECK (length(reason) <= 1000)
      )`);
    await db.query('CREATE INDEX audit_entry_event ON audit_entry (event_id, id)');
    await db.query('CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id)');
    await db.query(`
      CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The audit log is append-only' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_entry_append_only';
      END $$`);
    await db.query(`
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_entry');
    await db.query('DROP FUNCTION audit_entry_stays');
  }
}
