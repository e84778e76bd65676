import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { at, root } from '../../paths.ts';
import { runTool } from '../run-tool.ts';
import { secondTry } from '../second-try.ts';
import type { Step, StepResult } from '../result.ts';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
  success: boolean;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** The specs of a jest configuration. ESM needs the flag, also under Node 26. */
export const jest = (name: string, config: string, args: readonly string[] = []): Step => ({
  name,
  run: async (report) => {
    const these = ['-c', config, ...args];
    const first = await runJest(name, these, report);
    return secondTry(first, (files) =>
      runJest(`${name} again`, [...these, '-w', '1', '--runTestsByPath', ...files], report),
    );
  },
});

export async function runJest(
  name: string,
  args: readonly string[],
  report: (line: string) => void,
): Promise<StepResult> {
  const file = at('.cache', 'test', `${name.replaceAll(' ', '-')}.json`);
  mkdirSync(at('.cache', 'test'), { recursive: true });
  rmSync(file, { force: true });
  let files = 0;
  const tick = setInterval(() => report(`${files} files done`), 20_000);
  const { output } = await runTool('jest', [...args, '--ci', '--json', `--outputFile=${file}`], {
    env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', NODE_ENV: 'test' },
    onOutput: (piece) => {
      for (const line of piece.split('\n')) {
        if (/^(PASS|FAIL) /.test(line)) files += 1;
        if (line.startsWith('FAIL ')) report(line);
      }
    },
  }).finally(() => clearInterval(tick));
  const told = withoutReport(output);
  if (!existsSync(file)) return { passed: 0, failed: 1, output: told };
  const all = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  // A file that cannot be read has no tests to count; it fails as one.
  const failed = all.numFailedTests + all.numRuntimeErrorTestSuites;
  return {
    passed: all.numPassedTests,
    failed: failed || (all.success ? 0 : 1),
    skipped: all.numPendingTests,
    failing: all.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name, assertionResults }) => ({
        file: relative(root, name),
        passed: assertionResults.filter(({ status }) => status === 'passed').length,
      })),
    output: told,
  };
}

/** What jest said, less the report that `--json` also prints in one long line. */
const withoutReport = (output: string): string =>
  output
    .split('\n')
    .filter((line) => !line.startsWith('{"num') && !/^Test results written/.test(line))
    .join('\n');
