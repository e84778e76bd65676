import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Agenda1790000600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE commitment (
        id uuid CONSTRAINT commitment_pk PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL CONSTRAINT commitment_user REFERENCES app_user (id) ON DELETE CASCADE,
        event_id uuid NOT NULL CONSTRAINT commitment_event REFERENCES event (id) ON DELETE CASCADE,
        kind text NOT NULL CONSTRAINT commitment_kind_known CHECK (kind IN ('session', 'speaking', 'meeting')),
        source_id uuid NOT NULL,
        during tstzrange NOT NULL CONSTRAINT commitment_during_sound
          CHECK (lower(during) < upper(during) AND lower_inc(during) AND NOT upper_inc(during)),
        title_en text NOT NULL,
        title_ja text NOT NULL,
        uid text NOT NULL,
        sequence integer NOT NULL CONSTRAINT commitment_sequence_counts CHECK (sequence >= 0),
        CONSTRAINT commitment_once UNIQUE (user_id, kind, source_id)
      )`);
    await runner.query('CREATE INDEX commitment_of_user ON commitment USING gist (user_id, during)');
    await runner.query('CREATE INDEX commitment_of_source ON commitment (source_id)');
    await runner.query(`
      CREATE TABLE calendar_feed (
        user_id uuid CONSTRAINT calendar_feed_pk PRIMARY KEY
          CONSTRAINT calendar_feed_user REFERENCES app_user (id) ON DELETE CASCADE,
        generation integer NOT NULL CONSTRAINT calendar_feed_generation_counts CHECK (generation >= 0),
        token_hash bytea NOT NULL CONSTRAINT calendar_feed_token UNIQUE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feed');
    await runner.query('DROP TABLE commitment');
  }
}
