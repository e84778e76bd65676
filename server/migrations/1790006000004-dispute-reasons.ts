import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is wrong with a record that says that the two met. */
export class DisputeReasons1790006000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meeting_dispute
        DROP CONSTRAINT meeting_dispute_reason_known,
        ADD CONSTRAINT meeting_dispute_reason_known CHECK (
          reason IN ('was-there', 'other-absent', 'could-not-talk', 'technical', 'met-elsewhere', 'agreed-otherwise', 'other'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE meeting_dispute SET reason = 'other' WHERE reason IN ('other-absent', 'could-not-talk')`);
    await db.query(`
      ALTER TABLE meeting_dispute
        DROP CONSTRAINT meeting_dispute_reason_known,
        ADD CONSTRAINT meeting_dispute_reason_known CHECK (
          reason IN ('was-there', 'technical', 'met-elsewhere', 'agreed-otherwise', 'other'))`);
  }
}
