import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProgrammeReleases implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE programme_release (
        id uuid NOT NULL DEFAULT uuidv7(),
        event_id uuid NOT NULL,
        number integer NOT NULL,
        name text NOT NULL,
        published_at timestamptz NOT NULL,
        changes jsonb NOT NULL,
        CONSTRAINT programme_release_pk PRIMARY KEY (id),
        CONSTRAINT programme_release_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT programme_release_number UNIQUE (event_id, number),
        CONSTRAINT programme_release_counts_from_one CHECK (number >= 1)
      )`);
    await db.query(`
      CREATE TABLE released_session (
        release_id uuid NOT NULL,
        session_id uuid NOT NULL,
        place integer NOT NULL,
        view jsonb NOT NULL,
        sequence integer NOT NULL,
        CONSTRAINT released_session_pk PRIMARY KEY (release_id, session_id),
        CONSTRAINT released_session_release FOREIGN KEY (release_id) REFERENCES programme_release (id) ON DELETE CASCADE,
        CONSTRAINT released_session_session FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX released_session_of_session ON released_session (session_id)');
    await db.query(`
      CREATE TABLE saved_session (
        user_id uuid NOT NULL,
        session_id uuid NOT NULL,
        saved_at timestamptz NOT NULL,
        CONSTRAINT saved_session_pk PRIMARY KEY (user_id, session_id),
        CONSTRAINT saved_session_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT saved_session_session FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX saved_session_of_session ON saved_session (session_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['saved_session', 'released_session', 'programme_release'])
      await db.query(`DROP TABLE ${table}`);
  }
}
