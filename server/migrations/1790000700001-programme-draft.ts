import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProgrammeDraft implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['programme_room', 'programme_track']) {
      await db.query(`
        CREATE TABLE ${table} (
          id uuid NOT NULL DEFAULT uuidv7(),
          event_id uuid NOT NULL,
          name text NOT NULL,
          CONSTRAINT ${table}_pk PRIMARY KEY (id),
          CONSTRAINT ${table}_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
          CONSTRAINT ${table}_name UNIQUE (event_id, name)
        )`);
    }
    await db.query(`
      CREATE TABLE session (
        id uuid NOT NULL DEFAULT uuidv7(),
        event_id uuid NOT NULL,
        source text NOT NULL,
        external_id text NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        title jsonb NOT NULL,
        subtitle jsonb,
        abstract jsonb,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        room_id uuid,
        track_id uuid,
        languages text[] NOT NULL,
        interpreted boolean NOT NULL,
        online boolean NOT NULL,
        CONSTRAINT session_pk PRIMARY KEY (id),
        CONSTRAINT session_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT session_room FOREIGN KEY (room_id) REFERENCES programme_room (id),
        CONSTRAINT session_track FOREIGN KEY (track_id) REFERENCES programme_track (id),
        CONSTRAINT session_of_source UNIQUE (event_id, source, external_id),
        CONSTRAINT session_kind_known CHECK
          (kind IN ('talk', 'keynote', 'panel', 'opening', 'closing', 'workshop', 'break', 'matchmaking', 'other')),
        CONSTRAINT session_state_known CHECK (state IN ('scheduled', 'cancelled')),
        CONSTRAINT session_ends_after_start CHECK (ends_at > starts_at),
        CONSTRAINT session_title_has_original CHECK ((title ->> (title ->> 'original')) IS NOT NULL)
      )`);
    await db.query('CREATE INDEX session_in_room ON session (room_id)');
    await db.query('CREATE INDEX session_on_track ON session (track_id)');
    await db.query(`
      CREATE TABLE speaker (
        id uuid NOT NULL DEFAULT uuidv7(),
        event_id uuid NOT NULL,
        source text NOT NULL,
        external_id text NOT NULL,
        name text NOT NULL,
        name_local text,
        biography text,
        organisation text,
        user_id uuid,
        CONSTRAINT speaker_pk PRIMARY KEY (id),
        CONSTRAINT speaker_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT speaker_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE SET NULL,
        CONSTRAINT speaker_of_source UNIQUE (event_id, source, external_id)
      )`);
    await db.query('CREATE INDEX speaker_of_user ON speaker (user_id)');
    await db.query(`
      CREATE TABLE session_speaker (
        session_id uuid NOT NULL,
        speaker_id uuid NOT NULL,
        place integer NOT NULL,
        CONSTRAINT session_speaker_pk PRIMARY KEY (session_id, speaker_id),
        CONSTRAINT session_speaker_session FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE,
        CONSTRAINT session_speaker_speaker FOREIGN KEY (speaker_id) REFERENCES speaker (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX session_speaker_of_speaker ON session_speaker (speaker_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['session_speaker', 'speaker', 'session', 'programme_track', 'programme_room']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
