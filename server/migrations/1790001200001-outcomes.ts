import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Outcomes1790001200001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE outcome (
        id uuid CONSTRAINT outcome_pk PRIMARY KEY DEFAULT uuidv7(),
        meeting_id uuid NOT NULL CONSTRAINT outcome_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        participant_id uuid NOT NULL CONSTRAINT outcome_participant REFERENCES registration (id) ON DELETE CASCADE,
        organisation_id uuid NOT NULL CONSTRAINT outcome_organisation REFERENCES organisation (id),
        revision integer NOT NULL,
        result text NOT NULL,
        follow_up text NOT NULL,
        next_step text,
        next_step_owner text,
        next_step_due date,
        kind text,
        note text,
        at timestamptz NOT NULL,
        CONSTRAINT outcome_revision_once UNIQUE (meeting_id, participant_id, revision),
        CONSTRAINT outcome_result_known CHECK (result IN ('met', 'partner_absent', 'i_was_absent', 'technical')),
        CONSTRAINT outcome_follow_up_known CHECK (follow_up IN ('agreed', 'perhaps', 'none')),
        CONSTRAINT outcome_owner_known CHECK (next_step_owner IN ('me', 'them', 'both'))
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE outcome');
  }
}
