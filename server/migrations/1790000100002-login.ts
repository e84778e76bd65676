import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Login implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE login (
        id uuid NOT NULL DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        reference_hash bytea NOT NULL,
        device text NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        second_factor_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT login_pk PRIMARY KEY (id),
        CONSTRAINT login_reference UNIQUE (reference_hash),
        CONSTRAINT login_user_known FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX login_user ON login (user_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE login');
  }
}
