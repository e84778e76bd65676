import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Events implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE event_series (
        id uuid NOT NULL DEFAULT uuidv7(),
        fiscal_year integer NOT NULL,
        CONSTRAINT event_series_pk PRIMARY KEY (id),
        CONSTRAINT event_series_of_year UNIQUE (fiscal_year)
      )`);
    await db.query(`
      CREATE TABLE event (
        id uuid NOT NULL DEFAULT uuidv7(),
        slug text NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        series_id uuid,
        title jsonb NOT NULL,
        lead jsonb NOT NULL,
        zone text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        registration_opens_at timestamptz NOT NULL,
        registration_closes_at timestamptz NOT NULL,
        capacity integer NOT NULL,
        matchmaking boolean NOT NULL,
        organised_by text[] NOT NULL,
        supported_by text[] NOT NULL,
        calendar_sequence integer NOT NULL DEFAULT 0,
        changed_at timestamptz NOT NULL DEFAULT domain_now(),
        CONSTRAINT event_pk PRIMARY KEY (id),
        CONSTRAINT event_slug UNIQUE (slug),
        CONSTRAINT event_series_of_event FOREIGN KEY (series_id) REFERENCES event_series (id),
        CONSTRAINT event_kind_known CHECK (kind IN ('webinar', 'conference')),
        CONSTRAINT event_state_known CHECK (state IN ('draft', 'published', 'cancelled')),
        CONSTRAINT event_ends_after_start CHECK (ends_at > starts_at),
        CONSTRAINT event_registration_closes_after_opening CHECK (registration_closes_at > registration_opens_at),
        CONSTRAINT event_capacity_positive CHECK (capacity > 0),
        CONSTRAINT event_title_has_original CHECK ((title ->> (title ->> 'original')) IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX event_by_start ON event (starts_at)`);
    await db.query(`CREATE INDEX event_of_series ON event (series_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE event`);
    await db.query(`DROP TABLE event_series`);
  }
}
