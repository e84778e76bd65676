import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Times that came free, each offered to two who both wish to meet. */
export class ScheduleGaps1790003000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE schedule_gap (
        id uuid CONSTRAINT schedule_gap_pk PRIMARY KEY DEFAULT uuidv7(),
        event_id uuid NOT NULL CONSTRAINT schedule_gap_event REFERENCES event (id) ON DELETE CASCADE,
        slot_id uuid NOT NULL CONSTRAINT schedule_gap_slot REFERENCES meeting_slot (id) ON DELETE CASCADE,
        one_participant_id uuid NOT NULL CONSTRAINT schedule_gap_one REFERENCES registration (id) ON DELETE CASCADE,
        other_participant_id uuid NOT NULL CONSTRAINT schedule_gap_other REFERENCES registration (id) ON DELETE CASCADE,
        offered_at timestamptz NOT NULL,
        state text NOT NULL,
        answered_by uuid CONSTRAINT schedule_gap_answered_by REFERENCES registration (id) ON DELETE SET NULL,
        answered_at timestamptz,
        request_id uuid CONSTRAINT schedule_gap_request REFERENCES meeting_request (id) ON DELETE SET NULL,
        CONSTRAINT schedule_gap_once UNIQUE (slot_id, one_participant_id, other_participant_id),
        CONSTRAINT schedule_gap_two CHECK (one_participant_id < other_participant_id),
        CONSTRAINT schedule_gap_state_known CHECK (state IN ('open', 'taken', 'declined', 'gone'))
      )`);
    await db.query(`CREATE INDEX schedule_gap_open_one ON schedule_gap (one_participant_id) WHERE state = 'open'`);
    await db.query(`CREATE INDEX schedule_gap_open_other ON schedule_gap (other_participant_id) WHERE state = 'open'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE schedule_gap');
  }
}
