import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CancelledThrough1790002600003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting ADD COLUMN cancelled_through uuid');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting DROP COLUMN cancelled_through');
  }
}
