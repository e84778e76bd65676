// `npm run soak [-- --json] [--attempts N] [--hotslots N] [--lost N] [--kills N] [--crashes N] [--sequences N] [--guests N]
// [--assistants N] [--pools N] [--histories N] [--guestsatonce N] [--poolsatonce N] [--barriers N] [--without seats|durability]`:
// what must never happen, tried long enough. Ends with exit code 1 and its findings when it did. 0 leaves a part out.
import { BenchInstance } from './instance/bench-instance.ts';
import { Report } from './report/report.ts';
import { attempts } from './soak/attempts.ts';
import { killedDatabase, killedServer, lostAnswer, rounds } from './soak/faults.ts';
import { takeAway } from './soak/guards.ts';
import { hotSlots } from './soak/hot-slots.ts';
import { spec } from './soak/specs.ts';
import { Tally } from './soak/tally.ts';

type Part = (instance: BenchInstance, count: number, tally: Tally) => Promise<void>;

const parts: { name: string; usual: number; run: Part }[] = [
  { name: 'attempts', usual: 50_000, run: attempts },
  { name: 'hotslots', usual: 100, run: hotSlots },
  { name: 'lost', usual: 100, run: (instance, count, tally) => rounds(instance, lostAnswer, count, tally) },
  { name: 'kills', usual: 60, run: (instance, count, tally) => rounds(instance, killedServer, count, tally) },
  { name: 'crashes', usual: 20, run: (instance, count, tally) => rounds(instance, killedDatabase, count, tally) },
  { name: 'sequences', usual: 10_000, run: spec('meeting-request.model', 'SEQUENCES') },
  { name: 'guests', usual: 1_500, run: spec('guests.model', 'SEQUENCES') },
  { name: 'assistants', usual: 1_000, run: spec('assistants.model', 'SEQUENCES') },
  { name: 'pools', usual: 1_500, run: spec('pools.model', 'SEQUENCES') },
  { name: 'histories', usual: 3_000, run: spec('parallel-histories', 'HISTORIES') },
  { name: 'guestsatonce', usual: 1_000, run: spec('parallel-guests', 'HISTORIES') },
  { name: 'poolsatonce', usual: 1_000, run: spec('parallel-pools', 'HISTORIES') },
  { name: 'barriers', usual: 100, run: spec('seats/barriers', 'ROUNDS') },
];

const report = new Report();
const tallies: Record<string, Tally> = {};
const without = process.argv.includes('--without') ? process.argv[process.argv.indexOf('--without') + 1] : undefined;
const began = Date.now();

await BenchInstance.with(async (instance) => {
  await instance.startServer();
  if (without) await takeAway(instance, without);
  for (const { name, usual, run } of parts) {
    const at = process.argv.indexOf(`--${name}`);
    const count = at === -1 ? usual : Number(process.argv[at + 1]);
    if (!Number.isInteger(count) || count < 0) throw new Error(`--${name} is a whole number`);
    if (count === 0) continue;
    const tally = (tallies[name] = new Tally(name, report));
    await run(instance, count, tally);
  }
});

const findings = Object.entries(tallies).flatMap(([name, { complaints }]) =>
  [...complaints].map(([words, times]) => `${name}: ${words} (${times} times)`),
);
report.end({
  bench: 'soak',
  seconds: Math.round((Date.now() - began) / 1_000),
  ...Object.fromEntries(Object.entries(tallies).map(([name, { figures }]) => [name, figures])),
  findings,
});
process.exitCode = findings.length > 0 ? 1 : 0;
