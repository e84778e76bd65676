import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever leaves is looked for among those whom others have saved. */
export class WhoSavedSomebody1790006000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX saved_person_saved ON saved_person (saved_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX saved_person_saved');
  }
}
