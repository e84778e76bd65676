import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Extensions implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await db.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await db.query('CREATE EXTENSION IF NOT EXISTS unaccent');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP EXTENSION unaccent');
    await db.query('DROP EXTENSION pg_trgm');
    await db.query('DROP EXTENSION btree_gist');
  }
}
