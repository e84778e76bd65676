import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A 1+1 in a third country says in which. Texts that wait beside public ones are whole again, too. */
export class ThirdCountries1790006000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE opportunity
        ADD COLUMN third_countries text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT opportunity_third_countries_of_form CHECK (form = 'one-plus-one' OR third_countries = '{}')`);
    await db.query(`UPDATE opportunity SET revision = revision || '{"thirdCountries": []}' WHERE revision IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE opportunity DROP COLUMN third_countries');
    await db.query(`UPDATE opportunity SET revision = revision - 'thirdCountries' WHERE revision IS NOT NULL`);
  }
}
