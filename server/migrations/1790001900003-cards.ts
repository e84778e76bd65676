import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Cards1790001900003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE person_card (
        user_id uuid NOT NULL CONSTRAINT person_card_user REFERENCES app_user (id) ON DELETE CASCADE,
        title text,
        phone text,
        website text,
        CONSTRAINT person_card_pk PRIMARY KEY (user_id)
      )`);
    await db.query(`
      CREATE TABLE meeting_card (
        meeting_id uuid NOT NULL CONSTRAINT meeting_card_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        by_user_id uuid NOT NULL CONSTRAINT meeting_card_by REFERENCES app_user (id) ON DELETE CASCADE,
        to_user_id uuid NOT NULL CONSTRAINT meeting_card_to REFERENCES app_user (id) ON DELETE CASCADE,
        card jsonb NOT NULL,
        offered_at timestamptz NOT NULL,
        CONSTRAINT meeting_card_pk PRIMARY KEY (meeting_id, by_user_id, to_user_id),
        CONSTRAINT meeting_card_two_people CHECK (by_user_id <> to_user_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_card');
    await db.query('DROP TABLE person_card');
  }
}
