// `npm run check`: format, lint, types and specs of what changed since the last commit (or since `-- <commit>`).
import { existsSync } from 'node:fs';
import { at, root } from '../paths.ts';
import { runCommand } from '../terminal/run-command.ts';
import { say, secondsSince } from '../terminal/progress.ts';
import { yesOrNo, sum, type StepResult } from '../test/result.ts';
import { runTool } from '../test/run-tool.ts';
import { runJest } from '../test/steps/jest.ts';
import { specsBeside } from './specs-of.ts';
import { dependencies, typeProjects } from '../test/steps/static.ts';

const began = Date.now();
const files = await changedFiles(process.argv[2] ?? 'HEAD');
const sources = files.filter((file) => /\.(ts|js|mjs|cjs|html)$/.test(file));
const inFolder = (folder: string): string[] =>
  sources.filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.ts'));
say(`${files.length} changed files`);

const results: StepResult[] = [];
const jobs: (() => Promise<void>)[] = [];
const note = (name: string, run: () => Promise<StepResult>): void => void jobs.push(() => judge(name, run));
const tool = (name: string, program: string, args: string[]): void =>
  note(name, async () => {
    const { code, output } = await runTool(program, args);
    return yesOrNo(code === 0, output);
  });

for (const project of typeProjects) {
  const folder = project.split('/')[0] ?? '';
  const kept = at('.cache', 'check', `${folder}.tsbuildinfo`);
  if (inFolder(folder).length > 0)
    tool(`types ${folder}`, 'tsc', ['--noEmit', '--incremental', '--tsBuildInfoFile', kept, '-p', project]);
}
if (sources.length > 0) tool('lint', 'eslint', ['--no-warn-ignored', '--max-warnings=0', ...sources]);
if (files.length > 0) {
  tool('format', 'prettier', ['--check', '--ignore-unknown', ...files]);
  note('dependency rules', () => dependencies.run(say));
}
const scriptSpecs = specsBeside(inFolder('scripts'));
if (scriptSpecs.length > 0) tool('specs scripts', 'node', ['--test', ...scriptSpecs]);
for (const folder of ['libs', 'server', 'client']) {
  const changed = inFolder(folder);
  const specs = folder === 'libs' ? ['--findRelatedTests', ...changed] : specsBeside(changed);
  if (changed.length === 0 || specs.length === 0) continue;
  const args = ['-c', `${folder}/jest.config.js`, '--passWithNoTests', ...specs];
  note(`specs ${folder}`, () => runJest(`check-${folder}`, args, say));
}
const work = async (): Promise<void> => {
  for (let next = jobs.shift(); next; next = jobs.shift()) await next();
};
await Promise.all([work(), work()]);

const { passed, failed } = sum(results);
say(`\nIn ${secondsSince(began)} s\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function judge(name: string, run: () => Promise<StepResult>): Promise<void> {
  const start = Date.now();
  const result = await run();
  results.push(result);
  if (result.failed > 0) say(result.output ?? '');
  say(`${result.failed > 0 ? '✗' : '✓'} ${name}; ${secondsSince(start)} s`);
}

async function changedFiles(since: string): Promise<string[]> {
  const list = async (...args: string[]): Promise<string[]> =>
    (await runCommand('git', args, { cwd: root })).output.split('\n').filter(Boolean);
  const names = [
    ...(await list('diff', '--name-only', since)),
    ...(await list('ls-files', '--others', '--exclude-standard')),
  ];
  return [...new Set(names)].filter((name) => existsSync(at(name)));
}
