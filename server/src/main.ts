import { Config, endOnSignals, migrate, Readiness } from './platform/index.js';
import { createApp } from './create-app.js';

const config = Config.from(process.env);
await migrate(config.databaseUrl);
const app = await createApp(config);
endOnSignals(app);
await app.listen(config.port, config.host);
app.get(Readiness).opened();
