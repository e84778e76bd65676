import type { DataSource } from 'typeorm';

/** Tables without an entity: TypeORM's own list of migrations. */
const withoutEntity = new Set(['migration']);

/** Statements that would make the schema what the entities expect, and tables that no entity knows. Empty when all agrees. */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  const tables = (await dataSource.query(
    `SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname = 'public' AND relkind IN ('r', 'p') ORDER BY relname`,
  )) as { relname: string }[];
  const known = new Set(dataSource.entityMetadatas.map((entity) => entity.tableName));
  const unknown = tables.filter(({ relname }) => !known.has(relname) && !withoutEntity.has(relname));
  return [...upQueries.map(({ query }) => query), ...unknown.map(({ relname }) => `-- no entity for table ${relname}`)];
}
