import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each meeting, entry by entry; who disputes it; and who says that they met all the same. */
export class Verdicts1790002500002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meeting DROP CONSTRAINT meeting_settled_from_known,
        ADD CONSTRAINT meeting_settled_from_known CHECK (settled_from IN ('presence', 'declaration', 'organiser'))`);
    await db.query(`
      CREATE TABLE meeting_verdict (
        meeting_id uuid NOT NULL CONSTRAINT meeting_verdict_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        place integer NOT NULL,
        state text NOT NULL,
        source text NOT NULL,
        absent smallint[] NOT NULL,
        excluded boolean NOT NULL,
        by_user_id uuid,
        reason text,
        undoes integer,
        at timestamptz NOT NULL,
        CONSTRAINT meeting_verdict_pk PRIMARY KEY (meeting_id, place),
        CONSTRAINT meeting_verdict_state_known CHECK (state IN ('held', 'cut_short', 'no_show', 'not_held')),
        CONSTRAINT meeting_verdict_source_known CHECK (source IN ('presence', 'declaration', 'organiser')),
        CONSTRAINT meeting_verdict_excluded_not_held CHECK (NOT excluded OR state = 'not_held')
      )`);
    await db.query(`
      INSERT INTO meeting_verdict (meeting_id, place, state, source, absent, excluded, at)
      SELECT id, 1, state, coalesce(settled_from, 'presence'),
        CASE state WHEN 'no_show' THEN ARRAY(
          SELECT DISTINCT seat.side FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.side IS NOT NULL
            AND coalesce(seat.attended_seconds, 0) < 60 ORDER BY seat.side)
          WHEN 'not_held' THEN '{0,1}' ELSE '{}' END::smallint[], false, settled_at
      FROM meeting WHERE settled_at IS NOT NULL`);
    await db.query(`
      CREATE TABLE meeting_dispute (
        id uuid CONSTRAINT meeting_dispute_pk PRIMARY KEY DEFAULT uuidv7(),
        meeting_id uuid NOT NULL CONSTRAINT meeting_dispute_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        side smallint NOT NULL,
        user_id uuid NOT NULL,
        participant_id uuid NOT NULL CONSTRAINT meeting_dispute_participant REFERENCES registration (id) ON DELETE CASCADE,
        reason text NOT NULL,
        statement text NOT NULL,
        at timestamptz NOT NULL,
        decided_at timestamptz,
        decided_place integer,
        outcome text,
        CONSTRAINT meeting_dispute_once_per_side UNIQUE (meeting_id, side),
        CONSTRAINT meeting_dispute_reason_known CHECK (reason IN ('was-there', 'technical', 'met-elsewhere', 'agreed-otherwise', 'other')),
        CONSTRAINT meeting_dispute_outcome_known CHECK (outcome IN ('upheld', 'changed')),
        CONSTRAINT meeting_dispute_decided CHECK ((decided_at IS NULL) = (outcome IS NULL))
      )`);
    await db.query(`
      CREATE TABLE meeting_declaration (
        meeting_id uuid NOT NULL CONSTRAINT meeting_declaration_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        user_id uuid NOT NULL,
        place text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT meeting_declaration_pk PRIMARY KEY (meeting_id, user_id),
        CONSTRAINT meeting_declaration_place_known CHECK (place IN ('room', 'phone', 'elsewhere'))
      )`);
    await db.query(`
      INSERT INTO meeting_declaration (meeting_id, user_id, place, at)
      SELECT seat.meeting_id, seat.occupant_id, 'elsewhere', meeting.settled_at
      FROM meeting JOIN meeting_seat seat ON seat.meeting_id = meeting.id AND seat.kind = 'user'
      WHERE meeting.settled_from = 'declaration'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_declaration');
    await db.query('DROP TABLE meeting_dispute');
    await db.query('DROP TABLE meeting_verdict');
    await db.query(`UPDATE meeting SET settled_from = 'presence' WHERE settled_from = 'organiser'`);
    await db.query(`
      ALTER TABLE meeting DROP CONSTRAINT meeting_settled_from_known,
        ADD CONSTRAINT meeting_settled_from_known CHECK (settled_from IN ('presence', 'declaration'))`);
  }
}
