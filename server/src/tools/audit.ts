// `npm run audit [<number>:<check value> …]`: reads the whole audit log and says whether it is what it was; with marks that were
// noted earlier, whether these are still in it. Ends with 1 where something was tampered with, and with 2 where it could not look.
import { AuditMark } from '@musubi/contracts';
import { createApp } from '../create-app.js';
import { AuditCheck, auditReport, Config, InstanceKey } from '../platform/index.js';

const marks = process.argv.slice(2);
if (!marks.every((mark) => AuditMark.safeParse(mark).success)) {
  console.error('Marks look like 120:<64 hexadecimal digits>: npm run audit -- <mark> …');
  process.exit(2);
}
const config = Config.from({ LOG_LEVEL: 'error', ...process.env, WORKERS: '0' });
const app = await createApp(config);
if (!app.get(InstanceKey).isThere()) {
  console.error(
    'The key of the instance is not here, and another fits nothing: set INSTANCE_KEY, or put instance.key back into DATA_DIR.',
  );
  process.exit(2);
}
await app.init();
try {
  const known = marks.map((mark) => {
    const [number, hash] = mark.split(':') as [string, string];
    return { number: Number(number), hash };
  });
  const { lines, sound } = auditReport(await app.get(AuditCheck).run(known));
  for (const line of lines) console.log(line);
  process.exitCode = sound ? 0 : 1;
} finally {
  await app.close();
}
