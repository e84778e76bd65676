import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Threads1790001000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE thread_message (
        id uuid NOT NULL DEFAULT uuidv7(),
        request_id uuid NOT NULL CONSTRAINT thread_message_request REFERENCES meeting_request (id) ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT thread_message_by REFERENCES registration (id) ON DELETE CASCADE,
        text text NOT NULL,
        sent_at timestamptz NOT NULL,
        CONSTRAINT thread_message_pk PRIMARY KEY (id),
        CONSTRAINT thread_message_length CHECK (char_length(text) BETWEEN 1 AND 2000)
      )`);
    await db.query('CREATE INDEX thread_message_of_request ON thread_message (request_id, id)');
    await db.query(`
      CREATE TABLE thread_reading (
        request_id uuid NOT NULL CONSTRAINT thread_reading_request REFERENCES meeting_request (id) ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT thread_reading_by REFERENCES registration (id) ON DELETE CASCADE,
        through_id uuid NOT NULL CONSTRAINT thread_reading_through REFERENCES thread_message (id) ON DELETE CASCADE,
        read_at timestamptz NOT NULL,
        CONSTRAINT thread_reading_pk PRIMARY KEY (request_id, participant_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE thread_reading');
    await db.query('DROP TABLE thread_message');
  }
}
