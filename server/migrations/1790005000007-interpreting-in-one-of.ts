import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What earlier runs were given: a wish names all pairs of languages of which an interpreter has to know one. */
export class InterpretingInOneOf1790005000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(rewritten(`'string'`, `jsonb_build_array(wish -> 'interpreting')`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(rewritten(`'array'`, `wish -> 'interpreting' -> 0`));
  }
}

const rewritten = (kind: string, value: string): string => `
  UPDATE schedule_input SET problem = jsonb_set(problem, '{wishes}', (
    SELECT jsonb_agg(CASE WHEN jsonb_typeof(wish -> 'interpreting') = ${kind} THEN jsonb_set(wish, '{interpreting}', ${value}) ELSE wish END
                     ORDER BY place)
    FROM jsonb_array_elements(problem -> 'wishes') WITH ORDINALITY AS each (wish, place)))
  WHERE jsonb_array_length(problem -> 'wishes') > 0`;
