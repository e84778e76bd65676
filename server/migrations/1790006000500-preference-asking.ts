import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was asked whom they want to meet, and who was reminded: each once. */
export class PreferenceAsking1790006000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE preference_asking (
        event_id uuid CONSTRAINT preference_asking_event REFERENCES event (id) ON DELETE CASCADE,
        user_id uuid CONSTRAINT preference_asking_user REFERENCES app_user (id) ON DELETE CASCADE,
        news text CONSTRAINT preference_asking_news_known CHECK (news IN ('asked', 'reminded')),
        at timestamptz NOT NULL,
        CONSTRAINT preference_asking_pk PRIMARY KEY (event_id, user_id, news)
      )`);
    await db.query('CREATE INDEX preference_asking_of_user ON preference_asking (user_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE preference_asking');
  }
}
