import { Config, endOnSignals, migrate, Readiness } from './platform/index.js';
import { createApp } from './create-app.js';
import { fillEmptyDemo } from './demo/demo-data.js';
import { liveThroughJumps } from './demo/demo-jumps.js';

const config = Config.from(process.env);
await migrate(config.databaseUrl);
if (config.demo) await fillEmptyDemo(process.env);
const app = await createApp(config);
if (config.demo) liveThroughJumps(app);
endOnSignals(app);
await app.listen(config.port, config.host);
app.get(Readiness).opened();
