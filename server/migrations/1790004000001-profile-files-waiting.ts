import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is added to a text that was read waits with its changes; a new logo stands beside the public one. */
export class ProfileFilesWaiting implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE profile_file ADD COLUMN waiting boolean NOT NULL DEFAULT false`);
    await db.query(`DROP INDEX profile_file_one_logo`);
    await db.query(
      `CREATE UNIQUE INDEX profile_file_one_logo ON profile_file (organisation_id, waiting) WHERE use = 'logo'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM profile_file WHERE waiting`);
    await db.query(`DROP INDEX profile_file_one_logo`);
    await db.query(`CREATE UNIQUE INDEX profile_file_one_logo ON profile_file (organisation_id) WHERE use = 'logo'`);
    await db.query(`ALTER TABLE profile_file DROP COLUMN waiting`);
  }
}
