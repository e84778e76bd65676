import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom people want to meet, and what the organisers' plan is made from. */
export class MeetingPreferences1790003000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE schedule_settings (
        event_id uuid CONSTRAINT schedule_settings_pk PRIMARY KEY
          CONSTRAINT schedule_settings_event REFERENCES event (id) ON DELETE CASCADE,
        version integer NOT NULL,
        opens_at timestamptz,
        preferences_until timestamptz,
        must_at_most integer NOT NULL,
        meetings_at_most integer,
        pairs_once boolean NOT NULL,
        CONSTRAINT schedule_settings_in_order CHECK (preferences_until > opens_at),
        CONSTRAINT schedule_settings_positive CHECK (must_at_most > 0 AND meetings_at_most > 0)
      )`);
    await db.query(`
      CREATE TABLE meeting_preference (
        from_participant_id uuid NOT NULL CONSTRAINT meeting_preference_from REFERENCES registration (id) ON DELETE CASCADE,
        to_participant_id uuid NOT NULL CONSTRAINT meeting_preference_to REFERENCES registration (id) ON DELETE CASCADE,
        event_id uuid NOT NULL CONSTRAINT meeting_preference_event REFERENCES event (id) ON DELETE CASCADE,
        preference text NOT NULL,
        said_at timestamptz NOT NULL,
        CONSTRAINT meeting_preference_pk PRIMARY KEY (from_participant_id, to_participant_id),
        CONSTRAINT meeting_preference_known CHECK (preference IN ('must', 'meet', 'no_thanks')),
        CONSTRAINT meeting_preference_of_another CHECK (from_participant_id <> to_participant_id)
      )`);
    await db.query('CREATE INDEX meeting_preference_of_event ON meeting_preference (event_id)');
    await db.query('CREATE INDEX meeting_preference_towards ON meeting_preference (to_participant_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_preference');
    await db.query('DROP TABLE schedule_settings');
  }
}
