import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { at } from '../../paths.ts';
import { ensureBrowser } from '../../system/browser.ts';
import { runTool } from '../run-tool.ts';
import type { Step, StepResult } from '../result.ts';

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: Suite[];
}
interface Suite {
  file: string;
  specs: { title: string; tests: { status: string }[] }[];
  suites?: Suite[];
}

/** The journeys, in the system's Chromium, against built servers and a real LiveKit. */
export const e2e: Step = { name: 'e2e pages', run: (report) => journeys('pages', report) };

/** On their own: encoding video takes a whole core. */
export const video: Step = { name: 'e2e video', run: (report) => journeys('video', report) };

async function journeys(project: 'pages' | 'video', report: (line: string) => void): Promise<StepResult> {
  const missing = await ensureBrowser(report);
  if (missing) return { passed: 0, failed: 1, output: missing };
  return runPlaywright([`--project=${project}`, '--retries=1'], report);
}

export async function runPlaywright(args: readonly string[], report: (line: string) => void): Promise<StepResult> {
  const file = at('.cache', 'test', 'e2e.json');
  mkdirSync(at('.cache', 'test'), { recursive: true });
  rmSync(file, { force: true });
  const { output } = await runTool('playwright', ['test', '-c', 'e2e', '--reporter=list,json', ...args], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    onOutput: (piece) => {
      for (const line of piece.split('\n')) if (/^\s*(✓|✘|ok|x|-)\s/.test(line)) report(line.trim());
    },
  });
  if (!existsSync(file)) return { passed: 0, failed: 1, output };
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    unsteady: suites.flatMap(unsteadyOf),
    output,
  };
}

/** Journeys that passed at the second try only. */
const unsteadyOf = ({ file, specs, suites = [] }: Suite): string[] => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title }) => `e2e/${file}: ${title}`),
  ...suites.flatMap(unsteadyOf),
];
