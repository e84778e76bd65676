import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BlockTerms1790002100001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE meeting_block
        ADD version integer NOT NULL DEFAULT 1,
        ADD name_en text NOT NULL DEFAULT '',
        ADD name_ja text NOT NULL DEFAULT '',
        ADD rooms integer,
        ADD interpreters integer NOT NULL DEFAULT 0,
        ADD pairing jsonb NOT NULL DEFAULT '{"kind": "all"}',
        ADD apart jsonb NOT NULL DEFAULT '[]',
        ADD offered boolean NOT NULL DEFAULT true,
        ADD mode text NOT NULL DEFAULT 'on_request',
        ADD plan_published_at timestamptz,
        ADD removed_at timestamptz,
        ADD CONSTRAINT meeting_block_mode_known CHECK (mode IN ('on_request', 'instant', 'plan')),
        ADD CONSTRAINT meeting_block_capacity CHECK (rooms > 0 AND interpreters >= 0)`);
    await db.query('ALTER TABLE meeting_slot ADD retired_at timestamptz');
    await db.query(`
      CREATE TABLE meeting_phase (
        id uuid CONSTRAINT meeting_phase_pk PRIMARY KEY DEFAULT uuidv7(),
        block_id uuid NOT NULL CONSTRAINT meeting_phase_block REFERENCES meeting_block (id) ON DELETE CASCADE,
        mode text NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        at_end text NOT NULL,
        ended_at timestamptz,
        CONSTRAINT meeting_phase_mode_known CHECK (mode IN ('on_request', 'instant', 'plan')),
        CONSTRAINT meeting_phase_at_end_known CHECK (at_end IN ('carry', 'to_plan', 'close')),
        CONSTRAINT meeting_phase_has_length CHECK (closes_at > opens_at),
        CONSTRAINT meeting_phase_apart EXCLUDE USING gist (block_id WITH =, tstzrange(opens_at, closes_at) WITH &&)
      )`);
    await db.query('CREATE INDEX meeting_phase_to_end ON meeting_phase (closes_at) WHERE ended_at IS NULL');
    await db.query(`
      CREATE TABLE meeting_table (
        id uuid CONSTRAINT meeting_table_pk PRIMARY KEY DEFAULT uuidv7(),
        block_id uuid NOT NULL CONSTRAINT meeting_table_block REFERENCES meeting_block (id) ON DELETE CASCADE,
        number integer NOT NULL,
        CONSTRAINT meeting_table_once UNIQUE (block_id, number)
      )`);
    await db.query(`
      CREATE TABLE meeting_plan_wish (
        request_id uuid CONSTRAINT meeting_plan_wish_pk PRIMARY KEY
          CONSTRAINT meeting_plan_wish_request REFERENCES meeting_request (id) ON DELETE CASCADE,
        block_id uuid NOT NULL CONSTRAINT meeting_plan_wish_block REFERENCES meeting_block (id) ON DELETE CASCADE,
        offered_at timestamptz NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['meeting_plan_wish', 'meeting_table', 'meeting_phase']) await db.query(`DROP TABLE ${table}`);
    await db.query('ALTER TABLE meeting_slot DROP retired_at');
    await db.query(`
      ALTER TABLE meeting_block DROP CONSTRAINT meeting_block_mode_known, DROP CONSTRAINT meeting_block_capacity,
        DROP version, DROP name_en, DROP name_ja, DROP rooms, DROP interpreters, DROP pairing, DROP apart, DROP offered, DROP mode,
        DROP plan_published_at, DROP removed_at`);
  }
}
