import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the people of a meeting write together: one document, always in its shortest form. */
export class MeetingNotes1790002400003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_notes (
        meeting_id uuid NOT NULL CONSTRAINT meeting_notes_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        state bytea NOT NULL,
        text text NOT NULL,
        changed_by uuid NOT NULL CONSTRAINT meeting_notes_by REFERENCES registration (id) ON DELETE CASCADE,
        changed_at timestamptz NOT NULL,
        CONSTRAINT meeting_notes_pk PRIMARY KEY (meeting_id),
        CONSTRAINT meeting_notes_size CHECK (octet_length(state) <= 131072)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_notes');
  }
}
