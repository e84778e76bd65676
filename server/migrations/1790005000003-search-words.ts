import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['app_user', 'organisation', 'registration', 'opportunity', 'cooperation_profile'];

export class SearchWords1790005000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE EXTENSION IF NOT EXISTS fuzzystrmatch');
    // Cut once when a text is written: what somebody misspelt is compared with words, and there are far fewer of them than letters.
    await db.query(`
      CREATE FUNCTION latin_words(folded text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT word), '{}') FROM regexp_split_to_table(folded, '[^a-z]+') AS word
        WHERE length(word) BETWEEN 3 AND 40
      $$`);
    await db.query(`
      CREATE FUNCTION write_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' OR NEW.search_text IS DISTINCT FROM OLD.search_text THEN
          NEW.search_words := public.latin_words(NEW.search_text);
        END IF;
        RETURN NEW;
      END $$`);
    for (const table of tables) {
      await db.query(`ALTER TABLE ${table} ADD COLUMN search_words text[] NOT NULL DEFAULT '{}'`);
      await db.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await db.query(`UPDATE ${table} SET search_words = latin_words(search_text)`);
      await db.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      // Triggers run in the order of their names: this one after the one that writes the text.
      await db.query(`
        CREATE TRIGGER ${table}_search_words BEFORE INSERT OR UPDATE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION write_search_words()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of tables) {
      await db.query(`DROP TRIGGER ${table}_search_words ON ${table}`);
      await db.query(`ALTER TABLE ${table} DROP COLUMN search_words`);
    }
    await db.query('DROP FUNCTION write_search_words()');
    await db.query('DROP FUNCTION latin_words(text)');
    await db.query('DROP EXTENSION fuzzystrmatch');
  }
}
