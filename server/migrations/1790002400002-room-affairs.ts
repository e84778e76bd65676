import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes on in a meeting's room beside picture and sound: another way to meet, help, who sends what, who was missed. */
export class RoomAffairs1790002400002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_plan_b (
        id uuid NOT NULL DEFAULT uuidv7(),
        meeting_id uuid NOT NULL CONSTRAINT meeting_plan_b_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        kind text NOT NULL,
        value text NOT NULL,
        state text NOT NULL,
        proposed_by uuid CONSTRAINT meeting_plan_b_by REFERENCES registration (id) ON DELETE CASCADE,
        set_by_user_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT meeting_plan_b_pk PRIMARY KEY (id),
        CONSTRAINT meeting_plan_b_kind_known CHECK (kind IN ('link', 'phone')),
        CONSTRAINT meeting_plan_b_link_is_safe CHECK (kind <> 'link' OR value ~* '^https://'),
        CONSTRAINT meeting_plan_b_state_known CHECK (state IN ('proposed', 'set', 'gone')),
        CONSTRAINT meeting_plan_b_of_somebody CHECK ((proposed_by IS NULL) <> (set_by_user_id IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX meeting_plan_b_one_each ON meeting_plan_b (meeting_id, state) WHERE state <> 'gone'`,
    );
    await db.query(`
      CREATE TABLE meeting_help_request (
        id uuid NOT NULL DEFAULT uuidv7(),
        event_id uuid NOT NULL CONSTRAINT meeting_help_request_event REFERENCES event (id) ON DELETE CASCADE,
        meeting_id uuid NOT NULL CONSTRAINT meeting_help_request_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT meeting_help_request_by REFERENCES registration (id) ON DELETE CASCADE,
        about text NOT NULL,
        text text,
        asked_at timestamptz NOT NULL,
        answered_by uuid,
        answer text,
        answered_at timestamptz,
        CONSTRAINT meeting_help_request_pk PRIMARY KEY (id),
        CONSTRAINT meeting_help_request_about_known CHECK (about IN ('partner', 'technical', 'other')),
        CONSTRAINT meeting_help_request_answer_whole CHECK (
          (answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL))
      )`);
    await db.query(
      'CREATE UNIQUE INDEX meeting_help_request_open_once ON meeting_help_request (meeting_id) WHERE answered_at IS NULL',
    );
    await db.query('CREATE INDEX meeting_help_request_of_event ON meeting_help_request (event_id, asked_at)');
    await db.query('CREATE INDEX meeting_help_request_of_meeting ON meeting_help_request (meeting_id, id)');
    await db.query(`
      CREATE TABLE meeting_room_mode (
        meeting_id uuid NOT NULL CONSTRAINT meeting_room_mode_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT meeting_room_mode_of REFERENCES registration (id) ON DELETE CASCADE,
        mode text NOT NULL,
        CONSTRAINT meeting_room_mode_pk PRIMARY KEY (meeting_id, participant_id),
        CONSTRAINT meeting_room_mode_known CHECK (mode IN ('full', 'audio', 'chat'))
      )`);
    await db.query(`
      CREATE TABLE meeting_missing_ping (
        meeting_id uuid NOT NULL CONSTRAINT meeting_missing_ping_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT meeting_missing_ping_pk PRIMARY KEY (meeting_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['meeting_missing_ping', 'meeting_room_mode', 'meeting_help_request', 'meeting_plan_b'])
      await db.query(`DROP TABLE ${table}`);
  }
}
