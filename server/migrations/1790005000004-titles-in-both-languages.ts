import type { MigrationInterface, QueryRunner } from 'typeorm';

const written = (columns: string) => `
  CREATE OR REPLACE FUNCTION registration_write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.search_text := fold(concat_ws(' ', ${columns}));
    RETURN NEW;
  END $$`;
const writtenOn = (columns: string) => `
  CREATE TRIGGER registration_search_text BEFORE INSERT OR UPDATE OF ${columns} ON registration
  FOR EACH ROW EXECUTE FUNCTION registration_write_search_text()`;

export class TitlesInBothLanguages1790005000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE registration ADD COLUMN job_title_other text, ADD COLUMN department_other text');
    await db.query('DROP TRIGGER registration_search_text ON registration');
    await db.query(written('NEW.job_title, NEW.department, NEW.job_title_other, NEW.department_other'));
    await db.query(writtenOn('job_title, department, job_title_other, department_other'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TRIGGER registration_search_text ON registration');
    await db.query(written('NEW.job_title, NEW.department'));
    await db.query(writtenOn('job_title, department'));
    await db.query('ALTER TABLE registration DROP COLUMN job_title_other, DROP COLUMN department_other');
  }
}
