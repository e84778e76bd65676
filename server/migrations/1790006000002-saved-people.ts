import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SavedPeople1790006000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_person (
        participant_id uuid NOT NULL CONSTRAINT saved_person_by REFERENCES registration (id) ON DELETE CASCADE,
        saved_id uuid NOT NULL CONSTRAINT saved_person_of REFERENCES registration (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        CONSTRAINT saved_person_pk PRIMARY KEY (participant_id, saved_id),
        CONSTRAINT saved_person_of_another CHECK (participant_id <> saved_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE saved_person');
  }
}
