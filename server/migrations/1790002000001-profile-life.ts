import type { MigrationInterface, QueryRunner } from 'typeorm';

const empty = JSON.stringify({
  summary: { en: null, ja: null, original: 'en' },
  description: { en: null, ja: null, original: 'en' },
  aims: { en: null, ja: null, original: 'en' },
  lookingFor: { en: null, ja: null, original: 'en' },
  sectors: [],
  size: null,
  workingLanguages: [],
  website: null,
  seeks: [],
});

/** Profiles have texts and a life of their own; a text that is public stays so while changes to it are read. */
export class ProfileLife implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE organisation ADD COLUMN member_since timestamptz`);
    await db.query(`
      ALTER TABLE cooperation_profile
        ADD COLUMN slug text,
        ADD COLUMN state text NOT NULL DEFAULT 'draft',
        ADD COLUMN content jsonb NOT NULL DEFAULT '${empty}',
        ADD COLUMN verified_at timestamptz,
        ADD COLUMN verified_by_user_id uuid,
        ADD COLUMN search_text text NOT NULL DEFAULT '',
        ADD CONSTRAINT cooperation_profile_verified_by FOREIGN KEY (verified_by_user_id) REFERENCES app_user (id) ON DELETE SET NULL,
        ADD CONSTRAINT cooperation_profile_state_known
          CHECK (state IN ('draft', 'submitted', 'published', 'expired', 'archived'))`);
    for (const table of ['cooperation_profile', 'opportunity']) {
      await db.query(`
        ALTER TABLE ${table}
          ADD COLUMN revision jsonb,
          ADD COLUMN revision_state text,
          ADD COLUMN version integer NOT NULL DEFAULT 1,
          ADD COLUMN submitted_at timestamptz,
          ADD COLUMN sent_back_at timestamptz,
          ADD COLUMN sent_back_because text,
          ADD COLUMN reviewed_at timestamptz,
          ADD COLUMN reviewed_by_user_id uuid,
          ADD COLUMN reminded_days smallint,
          ADD CONSTRAINT ${table}_reviewed_by FOREIGN KEY (reviewed_by_user_id) REFERENCES app_user (id) ON DELETE SET NULL,
          ADD CONSTRAINT ${table}_revision_state_known CHECK (revision_state IN ('draft', 'submitted')),
          ADD CONSTRAINT ${table}_revision_has_state CHECK ((revision IS NULL) = (revision_state IS NULL)),
          ADD CONSTRAINT ${table}_revision_beside_public CHECK (revision IS NULL OR state IN ('published', 'expired')),
          ADD CONSTRAINT ${table}_sent_back_because CHECK ((sent_back_at IS NULL) = (sent_back_because IS NULL))`);
      await db.query(`CREATE INDEX ${table}_waits ON ${table} (submitted_at) WHERE submitted_at IS NOT NULL`);
    }
    await db.query(`ALTER TABLE opportunity ALTER COLUMN state SET DEFAULT 'draft'`);
    await db.query(`UPDATE opportunity SET submitted_at = created_at WHERE state = 'submitted'`);
    for (const table of ['cooperation_profile', 'opportunity']) {
      await db.query(`
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_waits_since
          CHECK ((state = 'submitted' OR coalesce(revision_state, 'draft') = 'submitted') = (submitted_at IS NOT NULL))`);
    }
    await db.query(`ALTER TABLE cooperation_profile ADD COLUMN expires_at timestamptz`);
    // It told when the first opportunity was published; the profile's own text never was.
    await db.query(`UPDATE cooperation_profile SET published_at = NULL`);
    await db.query(`
      ALTER TABLE cooperation_profile ADD CONSTRAINT cooperation_profile_published_has_dates
        CHECK (state <> 'published' OR (published_at IS NOT NULL AND expires_at IS NOT NULL))`);
    await db.query(
      `CREATE INDEX cooperation_profile_due_to_expire ON cooperation_profile (expires_at) WHERE state = 'published'`,
    );
    await this.nameAddresses(db);
    await this.writeSearchText(db);
    await db.query(`
      CREATE TABLE profile_edit (
        organisation_id uuid NOT NULL,
        version integer NOT NULL,
        by_user_id uuid,
        at timestamptz NOT NULL DEFAULT domain_now(),
        fields text[] NOT NULL,
        CONSTRAINT profile_edit_pk PRIMARY KEY (organisation_id, version),
        CONSTRAINT profile_edit_profile FOREIGN KEY (organisation_id)
          REFERENCES cooperation_profile (organisation_id) ON DELETE CASCADE,
        CONSTRAINT profile_edit_by FOREIGN KEY (by_user_id) REFERENCES app_user (id) ON DELETE SET NULL
      )`);
  }

  /** `neckar-hydrogen-cluster`; where another organisation has that name, its region follows, then a part of its id. */
  private async nameAddresses(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION cooperation_profile_write_slug() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        named text;
        region text;
      BEGIN
        IF NEW.slug IS NOT NULL THEN RETURN NEW; END IF;
        SELECT coalesce(nullif(trim(BOTH '-' FROM left(regexp_replace(fold(name_latin), '[^a-z0-9]+', '-', 'g'), 60)), ''), 'profile'),
               lower(region_code)
        INTO named, region FROM organisation WHERE id = NEW.organisation_id;
        PERFORM pg_advisory_xact_lock(hashtextextended('profile slugs', 0));
        NEW.slug := named;
        IF EXISTS (SELECT FROM cooperation_profile WHERE slug = NEW.slug) THEN NEW.slug := named || '-' || region; END IF;
        IF EXISTS (SELECT FROM cooperation_profile WHERE slug = NEW.slug) THEN
          NEW.slug := named || '-' || right(NEW.organisation_id::text, 12);
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER cooperation_profile_slug_written BEFORE INSERT OR UPDATE OF slug ON cooperation_profile
      FOR EACH ROW EXECUTE FUNCTION cooperation_profile_write_slug()`);
    await db.query(`UPDATE cooperation_profile SET slug = NULL`);
    await db.query(`
      ALTER TABLE cooperation_profile ALTER COLUMN slug SET NOT NULL,
        ADD CONSTRAINT cooperation_profile_slug UNIQUE (slug)`);
  }

  private async writeSearchText(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION cooperation_profile_write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.search_text := fold(concat_ws(' ', NEW.content #>> '{summary,en}', NEW.content #>> '{summary,ja}',
          NEW.content #>> '{description,en}', NEW.content #>> '{description,ja}', NEW.content #>> '{aims,en}',
          NEW.content #>> '{aims,ja}', NEW.content #>> '{lookingFor,en}', NEW.content #>> '{lookingFor,ja}'));
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER cooperation_profile_search_text BEFORE INSERT OR UPDATE OF content ON cooperation_profile
      FOR EACH ROW EXECUTE FUNCTION cooperation_profile_write_search_text()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE profile_edit`);
    await db.query(`DROP TRIGGER cooperation_profile_search_text ON cooperation_profile`);
    await db.query(`DROP FUNCTION cooperation_profile_write_search_text()`);
    await db.query(`DROP TRIGGER cooperation_profile_slug_written ON cooperation_profile`);
    await db.query(`DROP FUNCTION cooperation_profile_write_slug()`);
    for (const table of ['cooperation_profile', 'opportunity']) {
      await db.query(`
        ALTER TABLE ${table} DROP COLUMN revision, DROP COLUMN revision_state, DROP COLUMN version, DROP COLUMN submitted_at,
          DROP COLUMN sent_back_at, DROP COLUMN sent_back_because, DROP COLUMN reviewed_at,
          DROP COLUMN reviewed_by_user_id, DROP COLUMN reminded_days`);
    }
    await db.query(`
      ALTER TABLE cooperation_profile DROP COLUMN slug, DROP COLUMN state, DROP COLUMN content, DROP COLUMN expires_at,
        DROP COLUMN verified_at, DROP COLUMN verified_by_user_id, DROP COLUMN search_text`);
    await db.query(`ALTER TABLE opportunity ALTER COLUMN state DROP DEFAULT`);
    await db.query(`ALTER TABLE organisation DROP COLUMN member_since`);
  }
}
