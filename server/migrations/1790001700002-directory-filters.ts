import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DirectoryFilters1790001700002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE directory_filter (
        id uuid NOT NULL DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        name text NOT NULL,
        filter jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        CONSTRAINT directory_filter_pk PRIMARY KEY (id),
        CONSTRAINT directory_filter_name UNIQUE (user_id, name),
        CONSTRAINT directory_filter_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE directory_filter`);
  }
}
