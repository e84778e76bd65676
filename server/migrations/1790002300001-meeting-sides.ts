import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which side of a meeting a person sits, and what for: meetings may have more than two sides and people. */
export class MeetingSides1790002300001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meeting_seat
        ADD side smallint,
        ADD part text`);
    await db.query(`
      UPDATE meeting_seat seat SET part = 'required', side = CASE WHEN seat.participant_id = request.from_participant_id THEN 0 ELSE 1 END
      FROM meeting JOIN meeting_request request ON request.id = meeting.request_id
      WHERE meeting.id = seat.meeting_id AND seat.kind = 'user'`);
    await db.query(`
      ALTER TABLE meeting_seat
        ADD CONSTRAINT meeting_seat_side_known CHECK (side BETWEEN 0 AND 7),
        ADD CONSTRAINT meeting_seat_part_known CHECK (part IN ('required', 'optional', 'observer')),
        ADD CONSTRAINT meeting_seat_side_of_user CHECK ((kind = 'user') = (side IS NOT NULL)),
        ADD CONSTRAINT meeting_seat_part_of_user CHECK ((kind = 'user') = (part IS NOT NULL))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meeting_seat
        DROP CONSTRAINT meeting_seat_side_known,
        DROP CONSTRAINT meeting_seat_part_known,
        DROP CONSTRAINT meeting_seat_side_of_user,
        DROP CONSTRAINT meeting_seat_part_of_user,
        DROP side,
        DROP part`);
  }
}
