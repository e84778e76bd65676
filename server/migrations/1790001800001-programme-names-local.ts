import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rooms, tracks and the speakers' organisations are called in Japanese; releases say of themselves that they had none. */
export class ProgrammeNamesLocal implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE programme_room ADD COLUMN name_local text`);
    await db.query(`ALTER TABLE programme_track ADD COLUMN name_local text`);
    await db.query(`ALTER TABLE speaker ADD COLUMN organisation_local text`);
    await db.query(`
      UPDATE released_session SET view = '{"roomLocal": null, "trackLocal": null}'::jsonb || view ||
        jsonb_build_object('speakers', (
          SELECT coalesce(jsonb_agg('{"organisationLocal": null}'::jsonb || speaker ORDER BY place), '[]')
          FROM jsonb_array_elements(view -> 'speakers') WITH ORDINALITY AS given (speaker, place)))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE released_session SET view = (view - 'roomLocal' - 'trackLocal') ||
        jsonb_build_object('speakers', (
          SELECT coalesce(jsonb_agg(speaker - 'organisationLocal' ORDER BY place), '[]')
          FROM jsonb_array_elements(view -> 'speakers') WITH ORDINALITY AS given (speaker, place)))`);
    await db.query(`ALTER TABLE speaker DROP COLUMN organisation_local`);
    await db.query(`ALTER TABLE programme_track DROP COLUMN name_local`);
    await db.query(`ALTER TABLE programme_room DROP COLUMN name_local`);
  }
}
