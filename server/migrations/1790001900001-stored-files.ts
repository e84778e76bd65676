import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StoredFiles1790001900001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stored_file (
        id uuid NOT NULL DEFAULT uuidv7(),
        sha256 text NOT NULL,
        bytes integer NOT NULL,
        media_type text NOT NULL,
        name text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        attached_at timestamptz,
        CONSTRAINT stored_file_pk PRIMARY KEY (id),
        CONSTRAINT stored_file_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT stored_file_not_empty CHECK (bytes > 0),
        CONSTRAINT stored_file_name CHECK (char_length(name) BETWEEN 1 AND 120)
      )`);
    await db.query('CREATE INDEX stored_file_of_hash ON stored_file (sha256)');
    await db.query('CREATE INDEX stored_file_waiting ON stored_file (uploaded_at) WHERE attached_at IS NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE stored_file');
  }
}
