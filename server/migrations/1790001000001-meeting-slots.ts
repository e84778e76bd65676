import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MeetingSlots1790001000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meeting_block (
        id uuid CONSTRAINT meeting_block_pk PRIMARY KEY DEFAULT uuidv7(),
        event_id uuid NOT NULL CONSTRAINT meeting_block_event_of REFERENCES event (id) ON DELETE CASCADE,
        dates text[] NOT NULL,
        from_wall text NOT NULL,
        until_wall text NOT NULL,
        slot_minutes integer NOT NULL,
        gap_minutes integer NOT NULL,
        CONSTRAINT meeting_block_lengths CHECK (slot_minutes > 0 AND gap_minutes >= 0)
      )`);
    await db.query('CREATE INDEX meeting_block_event ON meeting_block (event_id)');
    await db.query(`
      CREATE TABLE meeting_block_day (
        block_id uuid NOT NULL CONSTRAINT meeting_block_day_block REFERENCES meeting_block (id) ON DELETE CASCADE,
        date text NOT NULL,
        event_id uuid NOT NULL,
        during tstzrange NOT NULL,
        CONSTRAINT meeting_block_day_pk PRIMARY KEY (block_id, date),
        CONSTRAINT meeting_block_day_apart EXCLUDE USING gist (event_id WITH =, during WITH &&)
      )`);
    await db.query(`
      CREATE TABLE meeting_slot (
        id uuid CONSTRAINT meeting_slot_pk PRIMARY KEY DEFAULT uuidv7(),
        event_id uuid NOT NULL,
        block_id uuid NOT NULL CONSTRAINT meeting_slot_block REFERENCES meeting_block (id) ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        during tstzrange NOT NULL,
        CONSTRAINT meeting_slot_during_is_its_times CHECK (during = tstzrange(starts_at, ends_at) AND ends_at > starts_at),
        CONSTRAINT meeting_slot_id_during UNIQUE (id, during)
      )`);
    await db.query('CREATE INDEX meeting_slot_event_start ON meeting_slot (event_id, starts_at)');
    await db.query(`
      CREATE TABLE meeting_availability (
        participant_id uuid CONSTRAINT meeting_availability_pk PRIMARY KEY
          CONSTRAINT meeting_availability_participant REFERENCES registration (id) ON DELETE CASCADE,
        everything boolean NOT NULL,
        offered tstzmultirange NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE meeting_availability');
    await db.query('DROP TABLE meeting_slot');
    await db.query('DROP TABLE meeting_block_day');
    await db.query('DROP TABLE meeting_block');
  }
}
