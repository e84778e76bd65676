import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AffiliationStates implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE affiliation RENAME COLUMN started_at TO requested_at`);
    await db.query(`
      ALTER TABLE affiliation
        ADD COLUMN state text,
        ADD COLUMN answer_by timestamptz,
        ADD COLUMN answered_at timestamptz,
        ADD COLUMN answered_by_user_id uuid,
        ADD CONSTRAINT affiliation_answered_by FOREIGN KEY (answered_by_user_id) REFERENCES app_user (id) ON DELETE SET NULL`);
    // Whoever belonged before there were requests goes on belonging.
    await db.query(`
      UPDATE affiliation
      SET state = CASE WHEN ended_at IS NULL THEN 'active' ELSE 'ended' END, answered_at = requested_at`);
    await db.query(`
      ALTER TABLE affiliation
        ALTER COLUMN state SET NOT NULL,
        ADD CONSTRAINT affiliation_state_known CHECK (state IN ('requested', 'active', 'declined', 'ended')),
        ADD CONSTRAINT affiliation_answered_when CHECK ((state = 'requested') = (answered_at IS NULL)),
        ADD CONSTRAINT affiliation_ended_when CHECK ((state = 'ended') = (ended_at IS NOT NULL))`);
    await db.query(`DROP INDEX affiliation_active`);
    await db.query(`
      CREATE UNIQUE INDEX affiliation_open ON affiliation (user_id, organisation_id)
      WHERE state IN ('requested', 'active')`);
    await db.query(`CREATE INDEX affiliation_waiting ON affiliation (answer_by) WHERE state = 'requested'`);
  }

  async down(db: QueryRunner): Promise<void> {
    // Nobody could be refused before: requests without a yes are dropped.
    await db.query(`DELETE FROM affiliation WHERE state IN ('requested', 'declined')`);
    await db.query(`DROP INDEX affiliation_open`);
    await db.query(`DROP INDEX affiliation_waiting`);
    await db.query(`
      ALTER TABLE affiliation
        DROP COLUMN state, DROP COLUMN answer_by, DROP COLUMN answered_at, DROP COLUMN answered_by_user_id`);
    await db.query(`ALTER TABLE affiliation RENAME COLUMN requested_at TO started_at`);
    await db.query(
      `CREATE UNIQUE INDEX affiliation_active ON affiliation (user_id, organisation_id) WHERE ended_at IS NULL`,
    );
  }
}
