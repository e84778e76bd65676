import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Stage implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stage (
        session_id uuid NOT NULL,
        event_id uuid NOT NULL,
        state text NOT NULL,
        live_since timestamptz,
        ended_at timestamptz,
        CONSTRAINT stage_pk PRIMARY KEY (session_id),
        CONSTRAINT stage_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT stage_state_known CHECK (state IN ('backstage', 'live', 'ended')),
        CONSTRAINT stage_live_since_start CHECK ((state = 'backstage') = (live_since IS NULL)),
        CONSTRAINT stage_ended_at_end CHECK ((state = 'ended') = (ended_at IS NOT NULL))
      )`);
    await db.query('CREATE INDEX stage_of_event ON stage (event_id)');
    await db.query(`
      CREATE TABLE stage_settings (
        event_id uuid NOT NULL,
        moderate_questions boolean NOT NULL DEFAULT false,
        CONSTRAINT stage_settings_pk PRIMARY KEY (event_id),
        CONSTRAINT stage_settings_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE stage_settings');
    await db.query('DROP TABLE stage');
  }
}
