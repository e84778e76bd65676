import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Profiles implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cooperation_profile (
        organisation_id uuid NOT NULL,
        opened_at timestamptz NOT NULL DEFAULT domain_now(),
        published_at timestamptz,
        CONSTRAINT cooperation_profile_pk PRIMARY KEY (organisation_id),
        CONSTRAINT cooperation_profile_organisation FOREIGN KEY (organisation_id)
          REFERENCES organisation (id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE opportunity (
        id uuid NOT NULL DEFAULT uuidv7(),
        organisation_id uuid NOT NULL,
        kind text NOT NULL,
        title jsonb NOT NULL,
        summary jsonb NOT NULL,
        dimension text NOT NULL,
        topic text NOT NULL,
        form text NOT NULL,
        target_regions text[] NOT NULL,
        stage text NOT NULL,
        novelty text NOT NULL,
        deadline date,
        state text NOT NULL,
        published_at timestamptz,
        expires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT domain_now(),
        CONSTRAINT opportunity_pk PRIMARY KEY (id),
        CONSTRAINT opportunity_profile FOREIGN KEY (organisation_id)
          REFERENCES cooperation_profile (organisation_id) ON DELETE CASCADE,
        CONSTRAINT opportunity_state_known CHECK (state IN ('draft', 'submitted', 'published', 'expired', 'archived')),
        CONSTRAINT opportunity_published_has_dates
          CHECK (state <> 'published' OR (published_at IS NOT NULL AND expires_at IS NOT NULL)),
        CONSTRAINT opportunity_title_has_original CHECK ((title ->> (title ->> 'original')) IS NOT NULL),
        CONSTRAINT opportunity_summary_has_original CHECK ((summary ->> (summary ->> 'original')) IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX opportunity_of_organisation ON opportunity (organisation_id)`);
    await db.query(`CREATE INDEX opportunity_due_to_expire ON opportunity (expires_at) WHERE state = 'published'`);
    await db.query(`
      CREATE TABLE opportunity_review (
        id smallint NOT NULL DEFAULT 1,
        required boolean NOT NULL DEFAULT false,
        CONSTRAINT opportunity_review_pk PRIMARY KEY (id),
        CONSTRAINT opportunity_review_one_row CHECK (id = 1)
      )`);
    await db.query(`INSERT INTO opportunity_review DEFAULT VALUES`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE opportunity_review`);
    await db.query(`DROP TABLE opportunity`);
    await db.query(`DROP TABLE cooperation_profile`);
  }
}
