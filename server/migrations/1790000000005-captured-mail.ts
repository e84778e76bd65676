import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CapturedMail implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE captured_mail (
        id uuid NOT NULL DEFAULT uuidv7(),
        at timestamptz NOT NULL,
        from_address text NOT NULL,
        to_address text NOT NULL,
        to_name text NOT NULL,
        message_id text NOT NULL,
        subject text NOT NULL,
        lang text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        calendar jsonb,
        headers jsonb NOT NULL,
        CONSTRAINT captured_mail_pk PRIMARY KEY (id)
      )`);
    await db.query('CREATE UNIQUE INDEX captured_mail_message_id ON captured_mail (message_id)');
    await db.query('CREATE INDEX captured_mail_at ON captured_mail (at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE captured_mail');
  }
}
