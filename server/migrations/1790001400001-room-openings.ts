import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A room closes, and what belongs to the same source later is another room with another name. */
export class RoomOpenings1790001400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE live_room ADD closed_at timestamptz');
    await db.query('ALTER TABLE live_room DROP CONSTRAINT live_room_of_source');
    await db.query('CREATE INDEX live_room_of_source ON live_room (kind, source_id)');
    await db.query('CREATE UNIQUE INDEX live_room_open_once ON live_room (kind, source_id) WHERE closed_at IS NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DELETE FROM live_room WHERE closed_at IS NOT NULL');
    await db.query('DROP INDEX live_room_open_once');
    await db.query('DROP INDEX live_room_of_source');
    await db.query('ALTER TABLE live_room ADD CONSTRAINT live_room_of_source UNIQUE (kind, source_id)');
    await db.query('ALTER TABLE live_room DROP closed_at');
  }
}
