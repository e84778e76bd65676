// `npm test [-- <step>…]`: every check, one after the other; ends with one line `N passed, N failed`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { at } from '../paths.ts';
import { say, secondsSince } from '../terminal/progress.ts';
import { sum, type Step, type StepResult } from './result.ts';
import { buildOnce } from './steps/build.ts';
import { bundle } from './steps/bundle.ts';
import { conformance } from './steps/conformance.ts';
import { drawings } from './steps/drawings.ts';
import { e2e, video } from './steps/e2e.ts';
import { jest } from './steps/jest.ts';
import { scripts } from './steps/scripts.ts';
import { dependencies, format, lint, types } from './steps/static.ts';

/** Steps of one row run at the same time; specs use both cores by themselves. */
const rows: Step[][] = [
  [format, dependencies, drawings],
  [lint, ...types],
  [scripts, jest('libs', 'libs/jest.config.js')],
  [buildOnce],
  [bundle],
  [jest('server', 'server/jest.config.js')],
  [conformance],
  [jest('client', 'client/jest.config.js')],
  [e2e],
  [video],
];

const asked = process.argv.slice(2);
const wanted = ({ name }: Step): boolean => asked.length === 0 || asked.some((word) => name.startsWith(word));
if (!rows.flat().some(wanted)) {
  say(
    `No such step; there are: ${rows
      .flat()
      .map(({ name }) => name)
      .join(', ')}`,
  );
  process.exit(2);
}

const began = Date.now();
const results: StepResult[] = [];
for (const row of rows) await runTwoAtATime(row.filter(wanted));

const { passed, failed, skipped } = sum(results);
for (const name of results.flatMap(({ unsteady = [] }) => unsteady)) say(`unsteady, passed at the second try: ${name}`);
say(`\nAll in ${secondsSince(began)} s${skipped > 0 ? `, ${skipped} skipped` : ''}`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function runTwoAtATime(steps: Step[]): Promise<void> {
  const waiting = [...steps];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await runStep(next));
  };
  await Promise.all([worker(), worker()]);
}

async function runStep(step: Step): Promise<StepResult> {
  const start = Date.now();
  say(`▸ ${step.name}`);
  const result = await step
    .run((line) => say(`  ${step.name}: ${line}`))
    .catch((error: unknown): StepResult => ({ passed: 0, failed: 1, output: String(error) }));
  const { passed, failed, skipped = 0, note, output = '' } = result;
  const log = at('.cache', 'test', `${step.name.replaceAll(' ', '-')}.log`);
  mkdirSync(at('.cache', 'test'), { recursive: true });
  writeFileSync(log, output);
  const counts = note ?? `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  if (failed > 0) say(`\n${lastLines(output, 120)}\n\n  (all of it: ${log})`);
  say(`${failed > 0 ? '✗' : '✓'} ${step.name}: ${counts}; ${secondsSince(start)} s`);
  return result;
}

function lastLines(text: string, count: number): string {
  return text
    .trimEnd()
    .split('\n')
    .slice(-count)
    .map((line) => line.slice(0, 400))
    .join('\n');
}
