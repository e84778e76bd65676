import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an event has to interpret, and which requests and meetings want it. */
export class Interpreters1790002300003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE event_interpreter (
        id uuid CONSTRAINT event_interpreter_pk PRIMARY KEY DEFAULT uuidv7(),
        event_id uuid NOT NULL CONSTRAINT event_interpreter_event REFERENCES event (id) ON DELETE CASCADE,
        user_id uuid NOT NULL CONSTRAINT event_interpreter_user REFERENCES app_user (id) ON DELETE CASCADE,
        pairs text[] NOT NULL,
        available tstzmultirange,
        in_a_row smallint NOT NULL,
        break_minutes smallint NOT NULL,
        CONSTRAINT event_interpreter_once UNIQUE (event_id, user_id),
        CONSTRAINT event_interpreter_pairs_named CHECK (cardinality(pairs) > 0),
        CONSTRAINT event_interpreter_rests CHECK (in_a_row > 0 AND break_minutes > 0)
      )`);
    await db.query('CREATE INDEX event_interpreter_user_index ON event_interpreter (user_id)');
    await db.query(`
      CREATE TABLE meeting_interpretation (
        request_id uuid CONSTRAINT meeting_interpretation_pk PRIMARY KEY
          CONSTRAINT meeting_interpretation_request REFERENCES meeting_request (id) ON DELETE CASCADE,
        languages text[] NOT NULL CONSTRAINT meeting_interpretation_two CHECK (
          cardinality(languages) = 2 AND languages[1] <> languages[2])
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_interpretation');
    await db.query('DROP TABLE event_interpreter');
  }
}
