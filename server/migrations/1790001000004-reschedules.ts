import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request that wants to move a meeting, and from which slot. */
export class Reschedules1790001000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meeting_request
        ADD moves_meeting_id uuid CONSTRAINT meeting_request_moves_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        ADD moves_from_slot_id uuid CONSTRAINT meeting_request_moves_from_slot REFERENCES meeting_slot (id),
        ADD CONSTRAINT meeting_request_moves_from_somewhere CHECK ((moves_meeting_id IS NULL) = (moves_from_slot_id IS NULL))`);
    await db.query(
      'CREATE INDEX meeting_request_moves ON meeting_request (moves_meeting_id) WHERE moves_meeting_id IS NOT NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX meeting_request_moves');
    await db.query('ALTER TABLE meeting_request DROP moves_from_slot_id, DROP moves_meeting_id');
  }
}
