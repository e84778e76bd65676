// `npm run db:drift`: says what the entities expect of the schema that the migrations have not made.
import { createApp } from '../create-app.js';
import { Config, migrate, schemaDrift } from '../platform/index.js';
import { DataSource } from 'typeorm';

const config = Config.from({ LOG_LEVEL: 'error', ...process.env, WORKERS: '0' });
await migrate(config.databaseUrl);
const app = await createApp(config);
await app.init();
const drift = await schemaDrift(app.get(DataSource));
await app.close();
console.log(drift.length > 0 ? drift.join('\n') : 'Entities and schema agree.');
process.exitCode = drift.length > 0 ? 1 : 0;
