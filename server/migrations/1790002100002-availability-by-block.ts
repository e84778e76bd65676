import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AvailabilityByBlock1790002100002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE block_availability (
        participant_id uuid NOT NULL CONSTRAINT block_availability_participant REFERENCES registration (id) ON DELETE CASCADE,
        block_id uuid NOT NULL CONSTRAINT block_availability_block REFERENCES meeting_block (id) ON DELETE CASCADE,
        everything boolean NOT NULL,
        offered tstzmultirange NOT NULL,
        CONSTRAINT block_availability_pk PRIMARY KEY (participant_id, block_id)
      )`);
    await db.query(`
      INSERT INTO block_availability (participant_id, block_id, everything, offered)
      SELECT known.participant_id, block.id, known.everything, known.offered * (
        SELECT coalesce(range_agg(day.during), '{}') FROM meeting_block_day day WHERE day.block_id = block.id)
      FROM meeting_availability known
      JOIN registration ON registration.id = known.participant_id
      JOIN meeting_block block ON block.event_id = registration.event_id`);
    await db.query('DROP TABLE meeting_availability');
    await db.query(`
      CREATE TABLE meeting_limit (
        participant_id uuid CONSTRAINT meeting_limit_pk PRIMARY KEY
          CONSTRAINT meeting_limit_participant REFERENCES registration (id) ON DELETE CASCADE,
        gap_minutes integer NOT NULL,
        per_day integer,
        quiet_until timestamptz,
        quiet boolean NOT NULL,
        CONSTRAINT meeting_limit_reasonable CHECK (gap_minutes >= 0 AND per_day > 0)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_limit');
    await db.query(`
      CREATE TABLE meeting_availability (
        participant_id uuid CONSTRAINT meeting_availability_pk PRIMARY KEY
          CONSTRAINT meeting_availability_participant REFERENCES registration (id) ON DELETE CASCADE,
        everything boolean NOT NULL,
        offered tstzmultirange NOT NULL
      )`);
    await db.query(`
      INSERT INTO meeting_availability (participant_id, everything, offered)
      SELECT participant_id, bool_and(everything), range_agg(offered) FROM block_availability GROUP BY participant_id`);
    await db.query('DROP TABLE block_availability');
  }
}
