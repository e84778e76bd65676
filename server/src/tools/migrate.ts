// `npm run db:migrate`: brings the schema up to date.
import { Config, migrate } from '../platform/index.js';

const ran = await migrate(Config.from(process.env).databaseUrl);
console.log(ran.length > 0 ? ran.join('\n') : 'The schema is up to date.');
