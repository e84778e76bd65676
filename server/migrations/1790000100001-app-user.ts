import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AppUser implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE app_user (
        id uuid NOT NULL DEFAULT uuidv7(),
        address text NOT NULL,
        address_verified_at timestamptz,
        name jsonb,
        lang text NOT NULL,
        zone text NOT NULL,
        totp_secret bytea,
        totp_confirmed_at timestamptz,
        totp_last_step integer,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT app_user_pk PRIMARY KEY (id),
        CONSTRAINT app_user_address UNIQUE (address),
        CONSTRAINT app_user_address_is_lower_case CHECK (address = lower(address)),
        CONSTRAINT app_user_lang_known CHECK (lang = ANY (ARRAY['en', 'ja']))
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE app_user');
  }
}
