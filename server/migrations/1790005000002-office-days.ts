import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OfficeDays1790005000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE office_day (
        id uuid CONSTRAINT office_day_pk PRIMARY KEY DEFAULT uuidv7(),
        region_code text,
        organisation_id uuid CONSTRAINT office_day_organisation REFERENCES organisation ON DELETE CASCADE,
        first_on date NOT NULL,
        last_on date NOT NULL,
        works boolean NOT NULL,
        reason text,
        CONSTRAINT office_day_of_one CHECK ((region_code IS NULL) <> (organisation_id IS NULL)),
        CONSTRAINT office_day_month_at_most CHECK (last_on BETWEEN first_on AND first_on + 30),
        CONSTRAINT office_day_reason_short CHECK (char_length(reason) <= 100),
        CONSTRAINT office_day_apart EXCLUDE USING gist (
          coalesce(region_code, organisation_id::text) WITH =, daterange(first_on, last_on, '[]') WITH &&)
      )`);
    await db.query('CREATE INDEX office_day_until ON office_day (last_on)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE office_day');
  }
}
