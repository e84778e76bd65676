import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rooms implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE live_room (
        id uuid NOT NULL DEFAULT uuidv7(),
        kind text NOT NULL,
        source_id uuid NOT NULL,
        event_id uuid NOT NULL,
        name text NOT NULL,
        CONSTRAINT live_room_pk PRIMARY KEY (id),
        CONSTRAINT live_room_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT live_room_of_source UNIQUE (kind, source_id),
        CONSTRAINT live_room_name UNIQUE (name)
      )`);
    await db.query('CREATE INDEX live_room_of_event ON live_room (event_id)');
    await db.query(`
      CREATE TABLE room_admission (
        room_id uuid NOT NULL,
        identity text NOT NULL,
        user_id uuid NOT NULL,
        can_publish boolean NOT NULL,
        admitted_at timestamptz NOT NULL,
        removed_at timestamptz,
        CONSTRAINT room_admission_pk PRIMARY KEY (room_id, identity),
        CONSTRAINT room_admission_room FOREIGN KEY (room_id) REFERENCES live_room (id) ON DELETE CASCADE,
        CONSTRAINT room_admission_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX room_admission_of_user ON room_admission (user_id, room_id)');
    await db.query(`
      CREATE TABLE presence_interval (
        id uuid NOT NULL DEFAULT uuidv7(),
        room_id uuid NOT NULL,
        user_id uuid NOT NULL,
        participant_sid text NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        seen_at timestamptz NOT NULL,
        CONSTRAINT presence_interval_pk PRIMARY KEY (id),
        CONSTRAINT presence_interval_room FOREIGN KEY (room_id) REFERENCES live_room (id) ON DELETE CASCADE,
        CONSTRAINT presence_interval_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT presence_interval_of_stay UNIQUE (room_id, participant_sid),
        CONSTRAINT presence_interval_ends_after_start CHECK (ended_at >= started_at)
      )`);
    await db.query('CREATE INDEX presence_interval_of_user ON presence_interval (user_id)');
    await db.query(
      'CREATE INDEX presence_interval_open ON presence_interval (room_id, user_id) WHERE ended_at IS NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE presence_interval');
    await db.query('DROP TABLE room_admission');
    await db.query('DROP TABLE live_room');
  }
}
