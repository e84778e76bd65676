import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AffiliationEnds implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE affiliation
        ADD COLUMN ended_by_user_id uuid,
        ADD COLUMN role_given_at timestamptz,
        ADD COLUMN role_given_by_user_id uuid,
        ADD CONSTRAINT affiliation_ended_by FOREIGN KEY (ended_by_user_id) REFERENCES app_user (id) ON DELETE SET NULL,
        ADD CONSTRAINT affiliation_role_given_by FOREIGN KEY (role_given_by_user_id) REFERENCES app_user (id) ON DELETE SET NULL`);
    // Where the helpdesk approved somebody without an administrator being there, who came first is it now.
    await db.query(`
      UPDATE affiliation SET role = 'admin', role_given_at = domain_now()
      WHERE id IN (
        SELECT DISTINCT ON (organisation_id) id FROM affiliation AS first
        WHERE state = 'active' AND NOT EXISTS (
          SELECT FROM affiliation AS other
          WHERE other.organisation_id = first.organisation_id AND other.state = 'active' AND other.role = 'admin')
        ORDER BY organisation_id, requested_at, id)`);
    // The organisation's row is locked so that of two administrators who leave at once the second sees the first gone.
    await db.query(`
      CREATE FUNCTION affiliation_keep_admin() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM organisation WHERE id = NEW.organisation_id FOR NO KEY UPDATE;
        IF EXISTS (SELECT FROM affiliation WHERE organisation_id = NEW.organisation_id AND state = 'active')
          AND NOT EXISTS (
            SELECT FROM affiliation WHERE organisation_id = NEW.organisation_id AND state = 'active' AND role = 'admin')
        THEN
          RAISE EXCEPTION 'Organisation % has people but no administrator', NEW.organisation_id
            USING ERRCODE = 'check_violation', TABLE = 'affiliation', CONSTRAINT = 'affiliation_admin_kept';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER affiliation_admin_kept AFTER INSERT OR UPDATE OF state, role ON affiliation
      FOR EACH ROW WHEN (NEW.state IN ('active', 'ended')) EXECUTE FUNCTION affiliation_keep_admin()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER affiliation_admin_kept ON affiliation`);
    await db.query(`DROP FUNCTION affiliation_keep_admin()`);
    await db.query(`
      ALTER TABLE affiliation
        DROP COLUMN ended_by_user_id, DROP COLUMN role_given_at, DROP COLUMN role_given_by_user_id`);
  }
}
