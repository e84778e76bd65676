import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FormDrafts implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE form_draft (
        user_id uuid NOT NULL,
        form text NOT NULL,
        content text,
        typed_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT form_draft_pk PRIMARY KEY (user_id, form),
        CONSTRAINT form_draft_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT form_draft_size CHECK (octet_length(content) <= 80000),
        CONSTRAINT form_draft_expires_later CHECK (expires_at > typed_at)
      )`);
    await db.query(`CREATE INDEX form_draft_expiry ON form_draft (expires_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE form_draft`);
  }
}
