import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting of the organisers' plan says so as a fact, so that everybody reads it in their language. */
export class ArrangedMeetings1790006000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting_request ADD COLUMN arranged text');
    await db.query(`
      ALTER TABLE meeting_request
        ADD CONSTRAINT meeting_request_arranged_known CHECK (arranged IN ('plan', 'gap')),
        ADD CONSTRAINT meeting_request_reason_written CHECK ((reason <> '') = (arranged IS NULL))`);
    await db.query('ALTER TABLE meeting_request_move DROP CONSTRAINT meeting_request_move_by_known');
    await db.query(`
      ALTER TABLE meeting_request_move
        ADD CONSTRAINT meeting_request_move_by_known CHECK (by IN ('from', 'to', 'system', 'organisers'))`);
    await db.query(`
      ALTER TABLE meeting ADD CONSTRAINT meeting_cancelled_because_known
        CHECK (cancelled_because IN ('ill', 'clash', 'no-longer-needed', 'technical', 'other', 'plan-taken-back'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting DROP CONSTRAINT meeting_cancelled_because_known');
    await db.query(`UPDATE meeting SET cancelled_because = 'other' WHERE cancelled_because = 'plan-taken-back'`);
    await db.query(`UPDATE meeting_request_move SET by = 'from' WHERE by = 'organisers'`);
    await db.query('ALTER TABLE meeting_request_move DROP CONSTRAINT meeting_request_move_by_known');
    await db.query(`
      ALTER TABLE meeting_request_move
        ADD CONSTRAINT meeting_request_move_by_known CHECK (by IN ('from', 'to', 'system'))`);
    await db.query(`
      ALTER TABLE meeting_request
        DROP CONSTRAINT meeting_request_arranged_known, DROP CONSTRAINT meeting_request_reason_written`);
    await db.query(`UPDATE meeting_request SET reason = 'Arranged' WHERE arranged IS NOT NULL`);
    await db.query('ALTER TABLE meeting_request DROP COLUMN arranged');
  }
}
