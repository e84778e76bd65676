import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan that is taken back leaves the requests that it had answered as they were before it, or tells why not. */
export class PlansTakenBack1790006000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meeting_request_move
        ADD COLUMN because text
          CONSTRAINT meeting_request_move_because_known
          CHECK (because IN ('deadline', 'not_available', 'another_open', 'phase_closed', 'to_plan')),
        ADD CONSTRAINT meeting_request_move_because_of_plan CHECK (because IS NULL OR by = 'organisers')`);
    await db.query(`
      ALTER TABLE meeting_interpretation
        ADD COLUMN before_plan text[]
          CONSTRAINT meeting_interpretation_before_plan CHECK (cardinality(before_plan) IN (0, 2))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting_interpretation DROP COLUMN before_plan');
    await db.query('ALTER TABLE meeting_request_move DROP COLUMN because');
  }
}
