import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organisations implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // One form for all spellings: full and half width, accents, case, katakana and hiragana. unaccent() is only STABLE
    // because its dictionary could be swapped; naming the dictionary makes the wrapper safe to call immutable.
    await db.query(`
      CREATE FUNCTION fold(word text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT translate(
          lower(public.unaccent('public.unaccent', normalize(word, NFKC))),
          'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
          'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ'
        )
      $$`);
    await db.query(`
      CREATE TABLE organisation (
        id uuid NOT NULL DEFAULT uuidv7(),
        name_latin text NOT NULL,
        name_local text,
        name_kana text,
        kind text NOT NULL,
        side text NOT NULL,
        country text NOT NULL,
        region_code text NOT NULL,
        zone text NOT NULL,
        website text,
        search_text text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT domain_now(),
        CONSTRAINT organisation_pk PRIMARY KEY (id),
        CONSTRAINT organisation_side_known CHECK (side IN ('eu', 'jp', 'third'))
      )`);
    await db.query(`CREATE UNIQUE INDEX organisation_name_in_region ON organisation (fold(name_latin), region_code)`);
    await db.query(`CREATE INDEX organisation_region ON organisation (region_code)`);
    await db.query(`
      CREATE FUNCTION organisation_write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search_text := fold(concat_ws(' ', NEW.name_latin, NEW.name_local, NEW.name_kana));
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER organisation_search_text BEFORE INSERT OR UPDATE ON organisation
      FOR EACH ROW EXECUTE FUNCTION organisation_write_search_text()`);
    await db.query(`
      CREATE TABLE affiliation (
        id uuid NOT NULL DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        role text NOT NULL,
        started_at timestamptz NOT NULL DEFAULT domain_now(),
        ended_at timestamptz,
        CONSTRAINT affiliation_pk PRIMARY KEY (id),
        CONSTRAINT affiliation_user FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE,
        CONSTRAINT affiliation_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
        CONSTRAINT affiliation_role_known CHECK (role IN ('member', 'admin')),
        CONSTRAINT affiliation_ends_after_start CHECK (ended_at >= started_at)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX affiliation_active ON affiliation (user_id, organisation_id) WHERE ended_at IS NULL`,
    );
    await db.query(`CREATE INDEX affiliation_of_organisation ON affiliation (organisation_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE affiliation`);
    await db.query(`DROP TABLE organisation`);
    await db.query(`DROP FUNCTION organisation_write_search_text()`);
    await db.query(`DROP FUNCTION fold(text)`);
  }
}
