// `npm run openapi`: writes docs/openapi.json, the reviewed picture of the API.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { createApp } from '../create-app.js';
import { apiDocument, Config, migrate } from '../platform/index.js';

const config = Config.from({ LOG_LEVEL: 'error', ...process.env, WORKERS: '0' });
await migrate(config.databaseUrl);
const app = await createApp(config);
await app.init();
const file = join(process.cwd(), 'docs/openapi.json');
await writeFile(
  file,
  await prettier.format(JSON.stringify(apiDocument(app)), { ...(await prettier.resolveConfig(file)), parser: 'json' }),
);
await app.close();
console.log(file);
