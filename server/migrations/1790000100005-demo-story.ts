import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DemoStory implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE demo_story (
        id smallint NOT NULL DEFAULT 1,
        people jsonb NOT NULL,
        stops jsonb NOT NULL,
        conference_slug text NOT NULL,
        CONSTRAINT demo_story_pk PRIMARY KEY (id),
        CONSTRAINT demo_story_one_row CHECK (id = 1)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE demo_story');
  }
}
