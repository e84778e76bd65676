import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoleGrant implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE role_grant (
        id uuid NOT NULL DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        role text NOT NULL,
        event_id uuid,
        organisation_id uuid,
        starts_at timestamptz NOT NULL DEFAULT domain_now(),
        ends_at timestamptz,
        CONSTRAINT role_grant_pk PRIMARY KEY (id),
        CONSTRAINT role_grant_user_known FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
      )`);
    await db.query('CREATE INDEX role_grant_user ON role_grant (user_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE role_grant');
  }
}
