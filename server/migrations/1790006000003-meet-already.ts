import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = ['past', 'time_taken', 'not_offered', 'person_left', 'not_wanted'];
const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

/** That two meet already by something else is told apart from that one of them does not want it. */
export class MeetAlready1790006000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await set(db, [...known, 'meet_already']);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE planned_meeting SET conflict = 'not_wanted' WHERE conflict = 'meet_already'`);
    await set(db, known);
  }
}

async function set(db: QueryRunner, kinds: readonly string[]): Promise<void> {
  await db.query('ALTER TABLE planned_meeting DROP CONSTRAINT planned_meeting_conflict_known');
  await db.query(
    `ALTER TABLE planned_meeting ADD CONSTRAINT planned_meeting_conflict_known CHECK (conflict IN (${listed(kinds)}))`,
  );
}
