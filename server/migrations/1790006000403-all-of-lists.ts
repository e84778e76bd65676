import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `all_of(text[])`: every value of many lists, each once and in order. */
export class AllOfLists1790006000403 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION once_in_order(text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS 'SELECT coalesce(array_agg(value), ''{}'') FROM (SELECT DISTINCT value FROM unnest($1) AS value ORDER BY value) AS one'`);
    await db.query(`
      CREATE AGGREGATE all_of(text[]) (
        SFUNC = array_cat, STYPE = text[], INITCOND = '{}', FINALFUNC = once_in_order
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP AGGREGATE all_of(text[])');
    await db.query('DROP FUNCTION once_in_order(text[])');
  }
}
