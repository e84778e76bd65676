import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DirectorySearch1790001700001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Folded once when it is written: folding thousands of names anew for every search takes a hundred times as long.
    await db.query(`
      ALTER TABLE app_user
        ADD COLUMN search_text text NOT NULL DEFAULT '',
        ADD COLUMN sort_latin text NOT NULL DEFAULT '',
        ADD COLUMN sort_kana text NOT NULL DEFAULT ''`);
    await db.query(`
      CREATE FUNCTION app_user_write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        n jsonb := coalesce(NEW.name, '{}');
        family_kana text := coalesce(n ->> 'familyKana', n ->> 'familyLatin');
        given_kana text := coalesce(n ->> 'givenKana', n ->> 'givenLatin');
      BEGIN
        -- Japanese names are also typed without the space between family and given name.
        NEW.search_text := fold(concat_ws(' ',
          n ->> 'givenLatin', n ->> 'familyLatin', n ->> 'givenLatin',
          n ->> 'familyLocal', n ->> 'givenLocal', (n ->> 'familyLocal') || (n ->> 'givenLocal'),
          n ->> 'familyKana', n ->> 'givenKana', (n ->> 'familyKana') || (n ->> 'givenKana')));
        NEW.sort_latin := fold(concat_ws(' ', n ->> 'familyLatin', n ->> 'givenLatin'));
        NEW.sort_kana := fold(concat_ws(' ', family_kana, given_kana));
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER app_user_search_text BEFORE INSERT OR UPDATE OF name ON app_user
      FOR EACH ROW EXECUTE FUNCTION app_user_write_search_text()`);
    await db.query(`UPDATE app_user SET name = name`);

    await db.query(`ALTER TABLE registration ADD COLUMN search_text text NOT NULL DEFAULT ''`);
    await db.query(`
      CREATE FUNCTION registration_write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search_text := fold(concat_ws(' ', NEW.job_title, NEW.department));
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER registration_search_text BEFORE INSERT OR UPDATE OF job_title, department ON registration
      FOR EACH ROW EXECUTE FUNCTION registration_write_search_text()`);
    await db.query(`UPDATE registration SET job_title = job_title`);

    await db.query(`ALTER TABLE organisation ADD COLUMN sort_kana text NOT NULL DEFAULT ''`);
    await db.query(`
      CREATE OR REPLACE FUNCTION organisation_write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search_text := fold(concat_ws(' ', NEW.name_latin, NEW.name_local, NEW.name_kana));
        NEW.sort_kana := fold(coalesce(NEW.name_kana, NEW.name_latin));
        RETURN NEW;
      END $$`);
    await db.query(`UPDATE organisation SET name_latin = name_latin`);

    await db.query(`ALTER TABLE opportunity ADD COLUMN search_text text NOT NULL DEFAULT ''`);
    await db.query(`
      CREATE FUNCTION opportunity_write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search_text := fold(concat_ws(' ', NEW.title ->> 'en', NEW.title ->> 'ja', NEW.summary ->> 'en', NEW.summary ->> 'ja'));
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER opportunity_search_text BEFORE INSERT OR UPDATE OF title, summary ON opportunity
      FOR EACH ROW EXECUTE FUNCTION opportunity_write_search_text()`);
    await db.query(`UPDATE opportunity SET title = title`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['opportunity', 'registration', 'app_user']) {
      await db.query(`DROP TRIGGER ${table}_search_text ON ${table}`);
      await db.query(`DROP FUNCTION ${table}_write_search_text()`);
      await db.query(`ALTER TABLE ${table} DROP COLUMN search_text`);
    }
    await db.query(`
      CREATE OR REPLACE FUNCTION organisation_write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search_text := fold(concat_ws(' ', NEW.name_latin, NEW.name_local, NEW.name_kana));
        RETURN NEW;
      END $$`);
    await db.query(`ALTER TABLE organisation DROP COLUMN sort_kana`);
    await db.query(`ALTER TABLE app_user DROP COLUMN sort_latin, DROP COLUMN sort_kana`);
  }
}
