import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProfileFiles implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE profile_file (
        file_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        use text NOT NULL,
        added_at timestamptz NOT NULL DEFAULT domain_now(),
        CONSTRAINT profile_file_pk PRIMARY KEY (file_id),
        CONSTRAINT profile_file_file FOREIGN KEY (file_id) REFERENCES stored_file (id),
        CONSTRAINT profile_file_profile FOREIGN KEY (organisation_id)
          REFERENCES cooperation_profile (organisation_id) ON DELETE CASCADE,
        CONSTRAINT profile_file_use_known CHECK (use IN ('logo', 'document'))
      )`);
    await db.query(`CREATE UNIQUE INDEX profile_file_one_logo ON profile_file (organisation_id) WHERE use = 'logo'`);
    await db.query(`CREATE INDEX profile_file_of_profile ON profile_file (organisation_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE profile_file`);
  }
}
