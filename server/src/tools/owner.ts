// `npm run owner -- <address>`: prints a link, used once, that makes its user the first owner of this instance.
import { MailAddress } from '@musubi/contracts';
import { createApp } from '../create-app.js';
import { OwnerLinks } from '../modules/identity/index.js';
import { Config, migrate } from '../platform/index.js';

const address = MailAddress.safeParse(process.argv[2]);
if (!address.success) {
  console.error('Say for whom: npm run owner -- <address>');
  process.exit(2);
}
const config = Config.from({ LOG_LEVEL: 'error', ...process.env, WORKERS: '0' });
await migrate(config.databaseUrl);
const app = await createApp(config);
await app.init();
try {
  console.log(await app.get(OwnerLinks).make(address.data));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await app.close();
}
