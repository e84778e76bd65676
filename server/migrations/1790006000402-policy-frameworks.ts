import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An opportunity says which policy frameworks it serves. */
export class PolicyFrameworks1790006000402 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE opportunity
        ADD COLUMN frameworks text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT opportunity_frameworks_known
          CHECK (frameworks <@ ARRAY['epa', 'connectivity', 'green-alliance', 'digital-partnership'])`);
    await db.query(`UPDATE opportunity SET revision = revision || '{"frameworks": []}' WHERE revision IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE opportunity DROP COLUMN frameworks');
    await db.query(`UPDATE opportunity SET revision = revision - 'frameworks' WHERE revision IS NOT NULL`);
  }
}
