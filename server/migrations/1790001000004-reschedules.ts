import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that want to move a meeting, and from which slot. */
export class Reschedules1790001000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_reschedule (
        request_id uuid NOT NULL CONSTRAINT meeting_reschedule_request REFERENCES meeting_request (id) ON DELETE CASCADE,
        meeting_id uuid NOT NULL CONSTRAINT meeting_reschedule_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        from_slot_id uuid NOT NULL CONSTRAINT meeting_reschedule_from_slot REFERENCES meeting_slot (id),
        CONSTRAINT meeting_reschedule_pk PRIMARY KEY (request_id)
      )`);
    await db.query('CREATE INDEX meeting_reschedule_of_meeting ON meeting_reschedule (meeting_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_reschedule');
  }
}
