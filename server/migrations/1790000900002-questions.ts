import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Questions implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE question (
        id uuid NOT NULL DEFAULT uuidv7(),
        session_id uuid NOT NULL,
        event_id uuid NOT NULL,
        user_id uuid NOT NULL,
        text text NOT NULL,
        anonymous boolean NOT NULL,
        state text NOT NULL,
        pinned boolean NOT NULL DEFAULT false,
        asked_at timestamptz NOT NULL,
        CONSTRAINT question_pk PRIMARY KEY (id),
        CONSTRAINT question_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT question_author FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT question_state_known CHECK (state IN ('queued', 'visible', 'answered', 'archived')),
        CONSTRAINT question_has_words CHECK (text <> '')
      )`);
    await db.query('CREATE INDEX question_of_session ON question (session_id)');
    await db.query('CREATE INDEX question_of_author ON question (user_id)');
    await db.query('CREATE INDEX question_of_event ON question (event_id)');
    await db.query(`
      CREATE TABLE question_vote (
        question_id uuid NOT NULL,
        user_id uuid NOT NULL,
        CONSTRAINT question_vote_once PRIMARY KEY (question_id, user_id),
        CONSTRAINT question_vote_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
        CONSTRAINT question_vote_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX question_vote_of_user ON question_vote (user_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE question_vote');
    await db.query('DROP TABLE question');
  }
}
