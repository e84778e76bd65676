import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which meetings their people have been reminded of, and at which slot they stood then. */
export class MeetingBriefs1790001000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_brief (
        meeting_id uuid NOT NULL CONSTRAINT meeting_brief_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        slot_id uuid NOT NULL CONSTRAINT meeting_brief_slot REFERENCES meeting_slot (id),
        sent_at timestamptz NOT NULL,
        CONSTRAINT meeting_brief_pk PRIMARY KEY (meeting_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_brief');
  }
}
