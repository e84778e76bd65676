import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MeetingRequests1790001000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_request (
        id uuid CONSTRAINT meeting_request_pk PRIMARY KEY DEFAULT uuidv7(),
        event_id uuid NOT NULL CONSTRAINT meeting_request_event_of REFERENCES event (id) ON DELETE CASCADE,
        from_participant_id uuid NOT NULL CONSTRAINT meeting_request_from_of REFERENCES registration (id) ON DELETE CASCADE,
        to_participant_id uuid NOT NULL CONSTRAINT meeting_request_to_of REFERENCES registration (id) ON DELETE CASCADE,
        from_user_id uuid NOT NULL,
        to_user_id uuid NOT NULL,
        state text NOT NULL,
        turn text,
        version integer NOT NULL DEFAULT 1,
        reason text NOT NULL,
        opportunity_ids uuid[] NOT NULL,
        language text NOT NULL,
        sent_at timestamptz NOT NULL,
        answer_by timestamptz NOT NULL,
        declined_because text,
        note text,
        emptied_at timestamptz,
        CONSTRAINT meeting_request_state_known CHECK (state IN ('requested', 'countered', 'accepted', 'declined', 'withdrawn', 'expired', 'unavailable')),
        CONSTRAINT meeting_request_turn_while_open CHECK ((turn IS NOT NULL) = (state IN ('requested', 'countered')) AND turn IN ('from', 'to')),
        CONSTRAINT meeting_request_two_people CHECK (from_participant_id <> to_participant_id AND from_user_id <> to_user_id)
      )`);
    // Whoever asks first: while one request between two is open there is no second, in either direction.
    await db.query(`
      CREATE UNIQUE INDEX meeting_request_open_pair ON meeting_request (
        event_id, least(from_participant_id, to_participant_id), greatest(from_participant_id, to_participant_id)
      ) WHERE turn IS NOT NULL`);
    await db.query('CREATE INDEX meeting_request_from ON meeting_request (from_participant_id)');
    await db.query('CREATE INDEX meeting_request_to ON meeting_request (to_participant_id)');
    await db.query(
      'CREATE INDEX meeting_request_open_from_user ON meeting_request (from_user_id) WHERE turn IS NOT NULL',
    );
    await db.query('CREATE INDEX meeting_request_open_to_user ON meeting_request (to_user_id) WHERE turn IS NOT NULL');
    await db.query('CREATE INDEX meeting_request_open_deadline ON meeting_request (answer_by) WHERE turn IS NOT NULL');
    await db.query('CREATE INDEX meeting_request_event ON meeting_request (event_id)');
    await db.query(`
      CREATE TABLE meeting_request_slot (
        request_id uuid NOT NULL CONSTRAINT meeting_request_slot_request REFERENCES meeting_request (id) ON DELETE CASCADE,
        slot_id uuid NOT NULL CONSTRAINT meeting_request_slot_slot REFERENCES meeting_slot (id),
        place smallint NOT NULL,
        CONSTRAINT meeting_request_slot_pk PRIMARY KEY (request_id, slot_id)
      )`);
    await db.query('CREATE INDEX meeting_request_slot_of_slot ON meeting_request_slot (slot_id)');
    await db.query(`
      CREATE TABLE meeting_request_move (
        request_id uuid NOT NULL CONSTRAINT meeting_request_move_request REFERENCES meeting_request (id) ON DELETE CASCADE,
        version integer NOT NULL,
        by text NOT NULL CONSTRAINT meeting_request_move_by_known CHECK (by IN ('from', 'to', 'system')),
        did text NOT NULL,
        at timestamptz NOT NULL,
        note text,
        CONSTRAINT meeting_request_move_pk PRIMARY KEY (request_id, version)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_request_move');
    await db.query('DROP TABLE meeting_request_slot');
    await db.query('DROP TABLE meeting_request');
  }
}
