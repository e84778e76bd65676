// `npm run audit [<number>:<check value> …]`: reads the whole audit log and says whether it is what it was; with marks that were
// noted earlier, whether these are still in it. Ends with 1 where something was tampered with.
import { AuditMark } from '@musubi/contracts';
import { createApp } from '../create-app.js';
import { AuditCheck, type AuditFault, Config } from '../platform/index.js';

const marks = process.argv.slice(2);
if (!marks.every((mark) => AuditMark.safeParse(mark).success)) {
  console.error('Marks look like 120:<64 hexadecimal digits>: npm run audit -- <mark> …');
  process.exit(2);
}
const config = Config.from({ LOG_LEVEL: 'error', ...process.env, WORKERS: '0' });
const app = await createApp(config);
await app.init();
try {
  const known = marks.map((mark) => {
    const [number, hash] = mark.split(':') as [string, string];
    return { number: Number(number), hash };
  });
  const { sealed, waiting, head, faults, more } = await app.get(AuditCheck).run(known);
  for (const fault of faults) console.log(textOf(fault));
  if (more) console.log('… and others.');
  console.log(
    `${sealed} sealed, ${waiting} waiting. ${faults.length === 0 ? 'All is as it was recorded.' : 'The log was tampered with.'}`,
  );
  if (head) console.log(`To be noted elsewhere: ${head.number}:${head.hash}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await app.close();
}

function textOf({ kind, number, entryId }: AuditFault): string {
  const what = {
    changed: 'was changed after it was recorded',
    removed: 'is gone',
    inserted: 'bears an earlier time than it came',
    mark_missing: 'is not the one that was noted',
  }[kind];
  return [number === null ? 'An entry' : `Number ${number}`, what, entryId && `(${entryId})`].filter(Boolean).join(' ');
}
