import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UserFeed implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE user_feed (
        user_id uuid NOT NULL,
        last_n integer NOT NULL,
        CONSTRAINT user_feed_pk PRIMARY KEY (user_id)
      )`);
    await db.query(`
      CREATE TABLE user_event (
        user_id uuid NOT NULL,
        n integer NOT NULL,
        kind text NOT NULL,
        ids jsonb NOT NULL,
        at timestamptz NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT user_event_pk PRIMARY KEY (user_id, n)
      )`);
    await db.query('CREATE INDEX user_event_written_at ON user_event (written_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE user_event');
    await db.query('DROP TABLE user_feed');
  }
}
