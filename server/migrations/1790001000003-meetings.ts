import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Meetings1790001000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting (
        id uuid CONSTRAINT meeting_pk PRIMARY KEY DEFAULT uuidv7(),
        event_id uuid NOT NULL CONSTRAINT meeting_event_of REFERENCES event (id) ON DELETE CASCADE,
        request_id uuid NOT NULL CONSTRAINT meeting_request_of REFERENCES meeting_request (id),
        slot_id uuid NOT NULL CONSTRAINT meeting_slot_of REFERENCES meeting_slot (id),
        state text NOT NULL DEFAULT 'confirmed',
        version integer NOT NULL DEFAULT 1,
        sequence integer NOT NULL DEFAULT 0,
        booked_at timestamptz NOT NULL,
        cancelled_by uuid,
        cancelled_because text,
        cancelled_note text,
        settled_from text,
        settled_at timestamptz,
        CONSTRAINT meeting_request_booked_once UNIQUE (request_id),
        CONSTRAINT meeting_state_known CHECK (state IN ('confirmed', 'cancelled', 'held', 'cut_short', 'no_show', 'not_held')),
        CONSTRAINT meeting_cancelled_because CHECK ((state = 'cancelled') = (cancelled_because IS NOT NULL)),
        CONSTRAINT meeting_settled_from_known CHECK (settled_from IN ('presence', 'declaration'))
      )`);
    await db.query('CREATE INDEX meeting_event ON meeting (event_id)');
    await db.query(`CREATE INDEX meeting_confirmed_slot ON meeting (slot_id) WHERE state = 'confirmed'`);
    await db.query(`
      CREATE TABLE meeting_seat (
        meeting_id uuid NOT NULL CONSTRAINT meeting_seat_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        occupant_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT meeting_seat_kind_known CHECK (kind IN ('user', 'interpreter', 'room')),
        participant_id uuid CONSTRAINT meeting_seat_participant REFERENCES registration (id) ON DELETE CASCADE,
        slot_id uuid NOT NULL,
        during tstzrange NOT NULL,
        live boolean NOT NULL DEFAULT true,
        attended_seconds integer,
        outcome_at timestamptz,
        CONSTRAINT meeting_seat_pk PRIMARY KEY (meeting_id, occupant_id),
        CONSTRAINT meeting_seat_user_is_participant CHECK ((kind = 'user') = (participant_id IS NOT NULL)),
        CONSTRAINT meeting_seat_slot FOREIGN KEY (slot_id, during) REFERENCES meeting_slot (id, during)
      )`);
    // Before the exclusion: PostgreSQL asks indexes in the order of their making, and this one decides without a deadlock.
    await db.query(
      'CREATE UNIQUE INDEX meeting_seat_occupant_slot_live ON meeting_seat (occupant_id, slot_id) WHERE live',
    );
    await db.query(`
      ALTER TABLE meeting_seat ADD CONSTRAINT meeting_seat_occupant_apart
        EXCLUDE USING gist (occupant_id WITH =, during WITH &&) WHERE (live)`);
    await db.query('CREATE INDEX meeting_seat_occupant ON meeting_seat (occupant_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_seat');
    await db.query('DROP TABLE meeting');
  }
}
