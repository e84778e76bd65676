import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Registration implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE registration (
        id uuid NOT NULL DEFAULT uuidv7(),
        event_id uuid NOT NULL,
        user_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        state text NOT NULL,
        waiting_number integer,
        department text,
        job_title text,
        working_languages text[] NOT NULL,
        lang text NOT NULL,
        zone text NOT NULL,
        directory text NOT NULL,
        answers jsonb NOT NULL,
        access_needs text,
        rejected_because text,
        registered_at timestamptz NOT NULL DEFAULT domain_now(),
        changed_at timestamptz NOT NULL DEFAULT domain_now(),
        CONSTRAINT registration_pk PRIMARY KEY (id),
        CONSTRAINT registration_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT registration_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT registration_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
        CONSTRAINT registration_state_known CHECK (
          state IN ('draft', 'pending', 'complete', 'waitlisted', 'offered', 'offer_expired', 'rejected', 'withdrawn')
        ),
        CONSTRAINT registration_directory_known CHECK (directory IN ('nobody', 'participants', 'public')),
        CONSTRAINT registration_lang_known CHECK (lang IN ('en', 'ja')),
        CONSTRAINT registration_waits_with_a_number CHECK ((state = 'waitlisted') = (waiting_number IS NOT NULL))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX registration_active_person ON registration (event_id, user_id)
      WHERE state IN ('draft', 'pending', 'complete', 'waitlisted', 'offered')`);
    await db.query(`
      CREATE UNIQUE INDEX registration_waiting ON registration (event_id, waiting_number) WHERE state = 'waitlisted'`);
    await db.query(`CREATE INDEX registration_of_event ON registration (event_id, state)`);
    await db.query(`CREATE INDEX registration_of_user ON registration (user_id)`);
    await db.query(`CREATE INDEX registration_of_organisation ON registration (organisation_id)`);
    await db.query(`
      CREATE TABLE event_capacity (
        event_id uuid NOT NULL,
        taken integer NOT NULL DEFAULT 0,
        last_waiting_number integer NOT NULL DEFAULT 0,
        CONSTRAINT event_capacity_pk PRIMARY KEY (event_id),
        CONSTRAINT event_capacity_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT event_capacity_counts CHECK (taken >= 0 AND last_waiting_number >= 0)
      )`);
    await db.query(`
      CREATE TABLE event_question (
        event_id uuid NOT NULL,
        key text NOT NULL,
        place integer NOT NULL,
        kind text NOT NULL,
        required boolean NOT NULL,
        label jsonb NOT NULL,
        choices jsonb NOT NULL,
        CONSTRAINT event_question_pk PRIMARY KEY (event_id, key),
        CONSTRAINT event_question_order UNIQUE (event_id, place),
        CONSTRAINT event_question_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
        CONSTRAINT event_question_kind_known CHECK (kind IN ('text', 'choice', 'consent'))
      )`);
    await db.query(`
      CREATE TABLE event_approval (
        event_id uuid NOT NULL,
        CONSTRAINT event_approval_pk PRIMARY KEY (event_id),
        CONSTRAINT event_approval_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE person_block (
        by_user_id uuid NOT NULL,
        user_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT domain_now(),
        CONSTRAINT person_block_pk PRIMARY KEY (by_user_id, user_id),
        CONSTRAINT person_block_by FOREIGN KEY (by_user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT person_block_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT person_block_of_another CHECK (by_user_id <> user_id)
      )`);
    await db.query(`CREATE INDEX person_block_reverse ON person_block (user_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE person_block`);
    await db.query(`DROP TABLE event_approval`);
    await db.query(`DROP TABLE event_question`);
    await db.query(`DROP TABLE event_capacity`);
    await db.query(`DROP TABLE registration`);
  }
}
