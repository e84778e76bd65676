import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a constraint cannot say, said by triggers that run at the end of the statement: by then the occupants' queues are
 * joined, so that each reads what everybody before it has committed.
 */
export class SeatsWithinLimits1790002100003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION meeting_limit_against(participant uuid, wanted tstzrange, besides uuid) RETURNS text
      LANGUAGE sql STABLE AS $$
        SELECT CASE
          WHEN own.quiet OR lower(wanted) < own.quiet_until THEN 'quiet'
          WHEN own.gap_minutes > 0 AND EXISTS (
            SELECT FROM meeting_seat seat
            WHERE seat.occupant_id = person.user_id AND seat.live AND seat.meeting_id IS DISTINCT FROM besides
              AND seat.during && tstzrange(lower(wanted) - make_interval(mins => own.gap_minutes),
                                           upper(wanted) + make_interval(mins => own.gap_minutes))) THEN 'gap'
          WHEN own.per_day <= (
            SELECT count(*) FROM meeting_seat seat
            WHERE seat.occupant_id = person.user_id AND seat.live AND seat.meeting_id IS DISTINCT FROM besides
              AND (lower(seat.during) AT TIME ZONE person.zone)::date = (lower(wanted) AT TIME ZONE person.zone)::date) THEN 'per_day'
        END
        FROM meeting_limit own JOIN registration person ON person.id = own.participant_id
        WHERE own.participant_id = participant
      $$`);
    await db.query(`
      CREATE FUNCTION meeting_slot_full(slot uuid) RETURNS boolean
      LANGUAGE sql STABLE AS $$
        SELECT block.rooms IS NOT NULL AND NOT EXISTS (
          SELECT FROM meeting_table place
          WHERE place.block_id = block.id AND NOT EXISTS (
            SELECT FROM meeting_seat seat WHERE seat.occupant_id = place.id AND seat.slot_id = chosen.id AND seat.live))
        FROM meeting_slot chosen JOIN meeting_block block ON block.id = chosen.block_id
        WHERE chosen.id = slot
      $$`);
    await db.query(`
      CREATE FUNCTION meeting_seat_within_limits() RETURNS trigger
      LANGUAGE plpgsql AS $$
      DECLARE against text;
      BEGIN
        -- A meeting that goes on for longer is the same meeting.
        IF TG_OP = 'UPDATE' AND lower(OLD.during) = lower(NEW.during) THEN RETURN NULL; END IF;
        IF NOT EXISTS (SELECT FROM meeting_limit WHERE participant_id = NEW.participant_id) THEN RETURN NULL; END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended('seats of ' || NEW.occupant_id, 0));
        against := meeting_limit_against(NEW.participant_id, NEW.during, NEW.meeting_id);
        IF against IS NOT NULL THEN
          RAISE EXCEPTION 'more than this person takes on: %', against
            USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_seat_within_limits', DETAIL = NEW.occupant_id || ' ' || against;
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER meeting_seat_within_limits AFTER INSERT OR UPDATE OF during ON meeting_seat
      FOR EACH ROW WHEN (NEW.live AND NEW.participant_id IS NOT NULL) EXECUTE FUNCTION meeting_seat_within_limits()`);
    await db.query(`
      CREATE FUNCTION meeting_takes_table() RETURNS trigger
      LANGUAGE plpgsql AS $$
      DECLARE
        slot record;
        place uuid;
      BEGIN
        IF TG_OP = 'UPDATE' THEN DELETE FROM meeting_seat WHERE meeting_id = NEW.id AND kind = 'room'; END IF;
        SELECT chosen.id, chosen.during, chosen.retired_at, block.id AS block_id, block.rooms INTO slot
        FROM meeting_slot chosen JOIN meeting_block block ON block.id = chosen.block_id WHERE chosen.id = NEW.slot_id;
        IF slot.retired_at IS NOT NULL THEN
          RAISE EXCEPTION 'the slot is not offered any more' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_slot_offered';
        END IF;
        IF slot.rooms IS NULL THEN RETURN NULL; END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended('tables in ' || slot.id, 0));
        SELECT one.id INTO place FROM meeting_table one
        WHERE one.block_id = slot.block_id
          AND NOT EXISTS (SELECT FROM meeting_seat seat WHERE seat.occupant_id = one.id AND seat.slot_id = slot.id AND seat.live)
        ORDER BY one.number LIMIT 1;
        IF place IS NULL THEN
          RAISE EXCEPTION 'every table is taken' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_table_free';
        END IF;
        INSERT INTO meeting_seat (meeting_id, occupant_id, kind, slot_id, during) VALUES (NEW.id, place, 'room', slot.id, slot.during);
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER meeting_takes_table AFTER INSERT OR UPDATE OF slot_id ON meeting
      FOR EACH ROW WHEN (NEW.state = 'confirmed') EXECUTE FUNCTION meeting_takes_table()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER meeting_takes_table ON meeting');
    await db.query('DROP FUNCTION meeting_takes_table');
    await db.query('DROP TRIGGER meeting_seat_within_limits ON meeting_seat');
    await db.query('DROP FUNCTION meeting_seat_within_limits');
    await db.query('DROP FUNCTION meeting_slot_full');
    await db.query('DROP FUNCTION meeting_limit_against');
  }
}
