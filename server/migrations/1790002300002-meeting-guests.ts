import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Further people who are asked to come to what two others agree on. */
export class MeetingGuests1790002300002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_guest (
        id uuid CONSTRAINT meeting_guest_pk PRIMARY KEY DEFAULT uuidv7(),
        request_id uuid NOT NULL CONSTRAINT meeting_guest_request REFERENCES meeting_request (id) ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT meeting_guest_participant REFERENCES registration (id) ON DELETE CASCADE,
        user_id uuid NOT NULL,
        side smallint NOT NULL CONSTRAINT meeting_guest_side_known CHECK (side BETWEEN 0 AND 7),
        part text NOT NULL CONSTRAINT meeting_guest_part_known CHECK (part IN ('required', 'optional', 'observer')),
        state text NOT NULL DEFAULT 'invited' CONSTRAINT meeting_guest_state_known
          CHECK (state IN ('invited', 'accepted', 'declined', 'withdrawn', 'expired')),
        invited_by uuid NOT NULL,
        invited_at timestamptz NOT NULL,
        answered_at timestamptz,
        CONSTRAINT meeting_guest_answered CHECK ((state = 'invited') = (answered_at IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX meeting_guest_once ON meeting_guest (request_id, participant_id) WHERE state IN ('invited', 'accepted')`,
    );
    await db.query('CREATE INDEX meeting_guest_participant_index ON meeting_guest (participant_id)');
    await db.query(
      `CREATE INDEX meeting_guest_waiting ON meeting_guest (user_id) WHERE state IN ('invited', 'accepted')`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_guest');
  }
}
