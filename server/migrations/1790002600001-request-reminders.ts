import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RequestReminders1790002600001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting_request ADD COLUMN remind_at timestamptz');
    await db.query(
      'CREATE INDEX meeting_request_open_reminder ON meeting_request (remind_at) WHERE turn IS NOT NULL AND remind_at IS NOT NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting_request DROP COLUMN remind_at');
  }
}
