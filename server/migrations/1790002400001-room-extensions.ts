import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Five minutes more: asked for, agreed to, and claimed. The claim lies on the seats, so that the constraint which keeps an
 * occupant's meetings apart sees it: nobody books over it.
 */
export class RoomExtensions1790002400001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE meeting ADD extended_until timestamptz');
    await db.query(`
      ALTER TABLE meeting_seat
        ADD extended_until timestamptz,
        ADD CONSTRAINT meeting_seat_extended_beyond CHECK (extended_until > upper(during)),
        DROP CONSTRAINT meeting_seat_occupant_apart`);
    await db.query(`
      ALTER TABLE meeting_seat ADD CONSTRAINT meeting_seat_occupant_apart
        EXCLUDE USING gist (occupant_id WITH =, tstzrange(lower(during), coalesce(extended_until, upper(during))) WITH &&) WHERE (live)`);
    await db.query(`
      CREATE TABLE meeting_extension (
        meeting_id uuid NOT NULL CONSTRAINT meeting_extension_meeting REFERENCES meeting (id) ON DELETE CASCADE,
        nth integer NOT NULL,
        until timestamptz NOT NULL,
        asked_by uuid[] NOT NULL,
        agreed_at timestamptz,
        CONSTRAINT meeting_extension_pk PRIMARY KEY (meeting_id, nth),
        CONSTRAINT meeting_extension_twice_at_most CHECK (nth BETWEEN 1 AND 2)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_extension');
    await db.query('ALTER TABLE meeting_seat DROP CONSTRAINT meeting_seat_occupant_apart');
    await db.query(`
      ALTER TABLE meeting_seat
        ADD CONSTRAINT meeting_seat_occupant_apart EXCLUDE USING gist (occupant_id WITH =, during WITH &&) WHERE (live),
        DROP CONSTRAINT meeting_seat_extended_beyond,
        DROP extended_until`);
    await db.query('ALTER TABLE meeting DROP extended_until');
  }
}
