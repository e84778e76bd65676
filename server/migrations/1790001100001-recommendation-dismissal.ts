import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecommendationDismissal1790001100001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recommendation_dismissal (
        participant_id uuid NOT NULL CONSTRAINT recommendation_dismissal_by REFERENCES registration (id) ON DELETE CASCADE,
        dismissed_id uuid NOT NULL CONSTRAINT recommendation_dismissal_of REFERENCES registration (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        CONSTRAINT recommendation_dismissal_pk PRIMARY KEY (participant_id, dismissed_id),
        CONSTRAINT recommendation_dismissal_of_another CHECK (participant_id <> dismissed_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE recommendation_dismissal');
  }
}
