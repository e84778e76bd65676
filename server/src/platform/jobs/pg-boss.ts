export { PgBoss } from 'pg-boss';
export type { Db as IDatabase, Job } from 'pg-boss';
