import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CooperationCases1790001200002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cooperation_case (
        id uuid CONSTRAINT cooperation_case_pk PRIMARY KEY DEFAULT uuidv7(),
        event_id uuid NOT NULL CONSTRAINT cooperation_case_event_of REFERENCES event (id) ON DELETE CASCADE,
        status text NOT NULL,
        kind text,
        title text NOT NULL,
        next_step text,
        next_step_due date,
        level text NOT NULL,
        disputed boolean NOT NULL,
        initiated_on date,
        claimed_by uuid CONSTRAINT cooperation_case_claimant REFERENCES organisation (id),
        opened_at timestamptz NOT NULL,
        CONSTRAINT cooperation_case_status_known CHECK (status IN ('contact', 'follow_up_agreed', 'initiated', 'drafted', 'signed', 'dormant', 'ended')),
        CONSTRAINT cooperation_case_level_known CHECK (level IN ('claimed', 'confirmed', 'verified')),
        CONSTRAINT cooperation_case_initiated_on_a_day CHECK (initiated_on IS NOT NULL OR status NOT IN ('initiated', 'drafted', 'signed'))
      )`);
    await db.query('CREATE INDEX cooperation_case_event ON cooperation_case (event_id)');
    await db.query(`
      CREATE TABLE case_party (
        case_id uuid NOT NULL CONSTRAINT case_party_case REFERENCES cooperation_case (id) ON DELETE CASCADE,
        organisation_id uuid NOT NULL CONSTRAINT case_party_organisation_of REFERENCES organisation (id),
        CONSTRAINT case_party_pk PRIMARY KEY (case_id, organisation_id)
      )`);
    await db.query('CREATE INDEX case_party_organisation ON case_party (organisation_id)');
    await db.query(`
      CREATE TABLE case_meeting (
        meeting_id uuid CONSTRAINT case_meeting_pk PRIMARY KEY CONSTRAINT case_meeting_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        case_id uuid NOT NULL CONSTRAINT case_meeting_case_of REFERENCES cooperation_case (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX case_meeting_case ON case_meeting (case_id)');
    await db.query(`
      CREATE TABLE case_statement (
        id uuid CONSTRAINT case_statement_pk PRIMARY KEY DEFAULT uuidv7(),
        case_id uuid NOT NULL CONSTRAINT case_statement_case_of REFERENCES cooperation_case (id) ON DELETE CASCADE,
        says text NOT NULL,
        by_user_id uuid NOT NULL,
        organisation_id uuid CONSTRAINT case_statement_organisation REFERENCES organisation (id),
        at timestamptz NOT NULL,
        CONSTRAINT case_statement_says_known CHECK (says IN ('confirms', 'verifies')),
        CONSTRAINT case_statement_confirmed_by_a_party CHECK ((says = 'confirms') = (organisation_id IS NOT NULL))
      )`);
    await db.query('CREATE INDEX case_statement_case ON case_statement (case_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE case_statement');
    await db.query('DROP TABLE case_meeting');
    await db.query('DROP TABLE case_party');
    await db.query('DROP TABLE cooperation_case');
  }
}
