import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of an event and a set of parties there is one case; where there were more, the first keeps what the others had. */
export class OneCasePerParties implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE cooperation_case ADD COLUMN parties_key uuid[]`);
    await db.query(`
      UPDATE cooperation_case SET parties_key =
        ARRAY(SELECT organisation_id FROM case_party WHERE case_id = cooperation_case.id ORDER BY organisation_id)`);
    await db.query(`
      CREATE TEMPORARY TABLE later_case ON COMMIT DROP AS
      SELECT id, first FROM (
        SELECT id, first_value(id) OVER (PARTITION BY event_id, parties_key ORDER BY opened_at, id) AS first
        FROM cooperation_case) numbered
      WHERE id <> first`);
    for (const table of ['case_meeting', 'case_statement']) {
      await db.query(`UPDATE ${table} SET case_id = first FROM later_case WHERE case_id = later_case.id`);
    }
    await db.query(`DELETE FROM cooperation_case WHERE id IN (SELECT id FROM later_case)`);
    await db.query(`
      ALTER TABLE cooperation_case
        ALTER COLUMN parties_key SET NOT NULL,
        ADD CONSTRAINT cooperation_case_of_parties UNIQUE (event_id, parties_key)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE cooperation_case DROP COLUMN parties_key`);
  }
}
