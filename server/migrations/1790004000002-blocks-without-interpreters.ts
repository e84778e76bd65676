import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many interpreters there are is said by the interpreters themselves, each with languages and hours. */
export class BlocksWithoutInterpreters implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE meeting_block DROP CONSTRAINT meeting_block_capacity`);
    await db.query(`ALTER TABLE meeting_block DROP COLUMN interpreters`);
    await db.query(`ALTER TABLE meeting_block ADD CONSTRAINT meeting_block_capacity CHECK (rooms > 0)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE meeting_block DROP CONSTRAINT meeting_block_capacity`);
    await db.query(`ALTER TABLE meeting_block ADD COLUMN interpreters integer NOT NULL DEFAULT 0`);
    await db.query(
      `ALTER TABLE meeting_block ADD CONSTRAINT meeting_block_capacity CHECK (rooms > 0 AND interpreters >= 0)`,
    );
  }
}
