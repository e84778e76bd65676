// `npm run bench -- schedule [--json] [--instances DIR] [--seconds S]`: the scheduler on invented events of three sizes and with every rule (problem O), on a
// plan that is mended live, and on every published instance of a folder (problem B), audited.
import { option, Report, rounded } from './report/report.ts';
import { days, events, instancesIn, type Instance } from './schedule/instances.ts';
import { measureRepair } from './schedule/live-repair.ts';
import { measure, type Measured } from './schedule/measure.ts';

const given = process.argv.indexOf('--instances');
const folder = given === -1 ? null : process.argv[given + 1];
if (given !== -1 && (!folder || folder.startsWith('--'))) throw new Error('--instances is followed by a folder');
const seconds = option('seconds', 60);
const json = process.argv.includes('--json');
const report = new Report();
/** With `--json` the objects are the table; the lines are for who watches. */
const say = json ? (line: string): void => report.progress(line) : (line: string): void => report.say(line);
const all: readonly Instance[] = folder ? instancesIn(folder) : [...events, ...days];

const measured: Measured[] = [];
let matched = 0;
let compared = 0;
say(row('instance', 'objective', 'bound', 'gap', 'first', 'best', 'total', 'proved', 'audit', 'published'));
for (const instance of all) {
  const { measured: one, course } = measure(instance, seconds);
  measured.push(one);
  if (json) process.stdout.write(`${JSON.stringify(one)}\n`);
  const { published } = instance;
  if (published) {
    compared++;
    if (one.objective === published.objective && (one.feasible ?? true) === (published.objective !== null)) matched++;
  }
  say(
    row(
      one.instance,
      one.feasible === false ? 'impossible' : (one.objective ?? '?'),
      one.bound ?? '',
      one.objective !== null && one.bound !== null ? gap(one) : '',
      ms(one.msFirst),
      ms(one.msBest),
      ms(one.msTotal),
      one.proved ? 'yes' : 'no',
      one.auditFindings,
      published ? `${published.objective ?? 'impossible'} in ${published.seconds} s` : '',
    ),
  );
  if (one.problem === 'O')
    say(`  ${course.reached.map(([share, when]) => `${rounded(100 * share)} % of the bound ${ms(when)}`).join(', ')}`);
}
/** What moving one meeting costs where it is asked for, in weight: a third of a wish that only one side has. */
const moveCost = 100;
const live = folder ? null : { still: measureRepair(5, null), moving: measureRepair(5, moveCost) };
for (const [how, one] of Object.entries(live ?? {}))
  say(
    `\nrepair of 20 people's changes, ${how}: ${one.ms.join(', ')} ms; ${one.movedUntouched} untouched moved, ${one.gained} gained, weight ${rounded(100 * one.weightKept, 2)} %`,
  );

report.end({
  bench: 'schedule',
  instances: measured.length,
  seconds,
  feasible: measured.filter(({ feasible }) => feasible === true).length,
  infeasible: measured.filter(({ feasible }) => feasible === false).length,
  unknown: measured.filter(({ feasible }) => feasible === null).length,
  proved: measured.filter(({ proved }) => proved).length,
  asPublished: `${matched} of ${compared}`,
  slowestMs: Math.max(0, ...measured.map(({ msTotal }) => msTotal)),
  auditFindings:
    measured.reduce((sum, one) => sum + one.auditFindings, 0) +
    Object.values(live ?? {}).reduce((sum, one) => sum + one.auditFindings, 0),
  ...(live ? { repair: live, moveCost } : {}),
});

function row(name: string, ...cells: readonly (string | number)[]): string {
  return [name.padEnd(26), ...cells.map((cell) => String(cell).padStart(10))].join(' ');
}

function ms(value: number | null): string {
  return value === null ? 'never' : value < 10_000 ? `${value} ms` : `${rounded(value / 1000)} s`;
}

function gap({ problem, objective, bound }: Measured): string {
  return problem === 'B' ? String(objective! - bound!) : `${rounded((100 * (bound! - objective!)) / bound!, 3)} %`;
}
