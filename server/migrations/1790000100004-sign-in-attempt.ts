import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignInAttempt implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sign_in_attempt (
        id uuid NOT NULL DEFAULT uuidv7(),
        address text NOT NULL,
        lang text NOT NULL,
        return_to text,
        nonce_hash bytea,
        token_hash bytea,
        code_hash bytea,
        tries smallint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT sign_in_attempt_pk PRIMARY KEY (id),
        CONSTRAINT sign_in_attempt_token UNIQUE (token_hash)
      )`);
    await db.query('CREATE INDEX sign_in_attempt_nonce ON sign_in_attempt (nonce_hash)');
    await db.query('CREATE INDEX sign_in_attempt_expires_at ON sign_in_attempt (expires_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sign_in_attempt');
  }
}
