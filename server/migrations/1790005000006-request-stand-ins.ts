import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stood for a side of a request before somebody else did; what is known of the hand-overs so far is taken over. */
export class RequestStandIns1790005000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_request_stand_in (
        id uuid NOT NULL DEFAULT uuidv7(),
        request_id uuid NOT NULL,
        side text NOT NULL,
        from_user_id uuid NOT NULL,
        to_user_id uuid NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT meeting_request_stand_in_pk PRIMARY KEY (id),
        CONSTRAINT meeting_request_stand_in_side_known CHECK (side IN ('from', 'to')),
        CONSTRAINT meeting_request_stand_in_of_another CHECK (from_user_id <> to_user_id),
        CONSTRAINT meeting_request_stand_in_request FOREIGN KEY (request_id) REFERENCES meeting_request (id) ON DELETE CASCADE,
        CONSTRAINT meeting_request_stand_in_from FOREIGN KEY (from_user_id) REFERENCES app_user (id),
        CONSTRAINT meeting_request_stand_in_to FOREIGN KEY (to_user_id) REFERENCES app_user (id)
      )`);
    await db.query('CREATE INDEX meeting_request_stand_in_of_request ON meeting_request_stand_in (request_id, id)');
    await db.query(`
      INSERT INTO meeting_request_stand_in (request_id, side, from_user_id, to_user_id, at)
      SELECT meeting.request_id, CASE handover.side WHEN 0 THEN 'from' ELSE 'to' END, old.user_id, new.user_id, handover.at
      FROM meeting_handover handover
      JOIN meeting ON meeting.id = handover.meeting_id
      JOIN registration old ON old.id = handover.from_participant_id
      JOIN registration new ON new.id = handover.to_participant_id
      ORDER BY handover.id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_request_stand_in');
  }
}
