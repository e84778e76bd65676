import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message may carry documents, with or without words. */
export class ThreadFiles1790001900002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE thread_message
        ADD files smallint NOT NULL DEFAULT 0,
        DROP CONSTRAINT thread_message_length,
        ADD CONSTRAINT thread_message_length CHECK (char_length(text) <= 2000),
        ADD CONSTRAINT thread_message_files CHECK (files BETWEEN 0 AND 3),
        ADD CONSTRAINT thread_message_says_something CHECK (text <> '' OR files > 0)`);
    await db.query(`
      CREATE TABLE thread_file (
        message_id uuid NOT NULL CONSTRAINT thread_file_message REFERENCES thread_message (id) ON DELETE CASCADE,
        file_id uuid NOT NULL CONSTRAINT thread_file_stored REFERENCES stored_file (id),
        place smallint NOT NULL,
        CONSTRAINT thread_file_pk PRIMARY KEY (message_id, file_id),
        CONSTRAINT thread_file_once UNIQUE (file_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE thread_file');
    await db.query(`DELETE FROM thread_message WHERE text = ''`);
    await db.query(`
      ALTER TABLE thread_message
        DROP CONSTRAINT thread_message_says_something,
        DROP CONSTRAINT thread_message_files,
        DROP CONSTRAINT thread_message_length,
        ADD CONSTRAINT thread_message_length CHECK (char_length(text) BETWEEN 1 AND 2000),
        DROP files`);
  }
}
