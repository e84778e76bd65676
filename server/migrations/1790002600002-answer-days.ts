import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswerDays1790002600002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE event
        ADD COLUMN answer_days smallint NOT NULL DEFAULT 5,
        ADD CONSTRAINT event_answer_days_one_to_ten CHECK (answer_days BETWEEN 1 AND 10)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE event DROP COLUMN answer_days');
  }
}
