import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What meetings are about that nobody asked for, as both languages were stored for it before. */
const before = {
  plan: 'Arranged by the organisers from the participants’ wishes／参加者の面談希望をもとに、主催者が設定した面談です',
  gap: 'This time came free, and we both wished to meet／空いた時間での、双方が希望した面談です',
};

/** A meeting of the organisers' plan says so as a fact, so that everybody reads it in their language. */
export class ArrangedMeetings1790006000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting_request ADD COLUMN arranged text');
    for (const [arranged, reason] of Object.entries(before))
      await db.query(`UPDATE meeting_request SET arranged = $1, reason = '' WHERE reason = $2`, [arranged, reason]);
    await db.query(`
      ALTER TABLE meeting_request
        ADD CONSTRAINT meeting_request_arranged_known CHECK (arranged IN ('plan', 'gap')),
        ADD CONSTRAINT meeting_request_reason_written CHECK ((reason <> '') = (arranged IS NULL))`);
    await db.query('ALTER TABLE meeting_request_move DROP CONSTRAINT meeting_request_move_by_known');
    await db.query(`
      ALTER TABLE meeting_request_move
        ADD CONSTRAINT meeting_request_move_by_known CHECK (by IN ('from', 'to', 'system', 'organisers'))`);
    await db.query(`
      DELETE FROM meeting_request_move move USING meeting_request request
      WHERE request.id = move.request_id AND request.arranged = 'plan' AND move.did = 'requested'`);
    await db.query(`
      UPDATE meeting_request_move move SET by = 'organisers' FROM meeting_request request
      WHERE request.id = move.request_id AND request.arranged = 'plan' AND move.did = 'accepted'`);
    await db.query(`
      UPDATE meeting SET cancelled_because = 'plan-taken-back' FROM meeting_request request
      WHERE request.id = meeting.request_id AND request.arranged = 'plan' AND meeting.cancelled_by IS NULL
        AND meeting.cancelled_because = 'other' AND meeting.cancelled_note IS NULL`);
    await db.query(`
      ALTER TABLE meeting ADD CONSTRAINT meeting_cancelled_because_known
        CHECK (cancelled_because IN ('ill', 'clash', 'no-longer-needed', 'technical', 'other', 'plan-taken-back'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting DROP CONSTRAINT meeting_cancelled_because_known');
    await db.query(`UPDATE meeting SET cancelled_because = 'other' WHERE cancelled_because = 'plan-taken-back'`);
    await db.query(`UPDATE meeting_request_move SET by = 'from' WHERE by = 'organisers'`);
    await db.query('ALTER TABLE meeting_request_move DROP CONSTRAINT meeting_request_move_by_known');
    await db.query(`
      ALTER TABLE meeting_request_move
        ADD CONSTRAINT meeting_request_move_by_known CHECK (by IN ('from', 'to', 'system'))`);
    await db.query(`
      ALTER TABLE meeting_request
        DROP CONSTRAINT meeting_request_arranged_known, DROP CONSTRAINT meeting_request_reason_written`);
    for (const [arranged, reason] of Object.entries(before))
      await db.query('UPDATE meeting_request SET reason = $2 WHERE arranged = $1', [arranged, reason]);
    await db.query('ALTER TABLE meeting_request DROP COLUMN arranged');
  }
}
