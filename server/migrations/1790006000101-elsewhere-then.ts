import type { MigrationInterface, QueryRunner } from 'typeorm';

const personOpen = (besides: string): string => `
  CREATE OR REPLACE FUNCTION meeting_person_open(participant uuid, person uuid, wanted tstzrange, besides uuid) RETURNS boolean
  LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (
             SELECT FROM meeting_seat seat WHERE seat.live AND seat.occupant_id = person AND seat.during && wanted)
       ${besides}
       AND meeting_limit_against(participant, wanted, besides) IS NULL
  $$`;

/** Whoever speaks or has saved a session then is not open to a meeting that was proposed before. */
export class ElsewhereThen1790006000101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      personOpen(`AND NOT EXISTS (
             SELECT FROM commitment WHERE user_id = person AND kind <> 'meeting' AND commitment.during && wanted)`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(personOpen(''));
  }
}
