// `npm run check`: format, lint, types and specs of what changed since the last commit (or since `-- <commit>`).
import { existsSync } from 'node:fs';
import { at, root } from '../paths.ts';
import { runCommand } from '../terminal/run-command.ts';
import { say, secondsSince } from '../terminal/progress.ts';
import { yesOrNo, sum, type StepResult } from '../test/result.ts';
import { runTool } from '../test/run-tool.ts';
import { runJest } from '../test/steps/jest.ts';
import { dependencies, typeProjects } from '../test/steps/static.ts';

const began = Date.now();
const files = await changedFiles(process.argv[2] ?? 'HEAD');
const sources = files.filter((file) => /\.(ts|js|mjs|cjs|html)$/.test(file));
const inFolder = (folder: string): string[] =>
  sources.filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.ts'));
say(`${files.length} changed files`);

const results: StepResult[] = [];
if (files.length > 0) {
  await tool('format', 'prettier', ['--check', '--ignore-unknown', ...files]);
  await note('dependency rules', dependencies.run(say));
}
if (sources.length > 0) await tool('lint', 'eslint', ['--no-warn-ignored', '--max-warnings=0', ...sources]);
for (const project of typeProjects) {
  const folder = project.split('/')[0] ?? '';
  if (inFolder(folder).length > 0) await tool(`types ${folder}`, 'tsc', ['--noEmit', '-p', project]);
}
for (const folder of ['libs', 'server', 'client']) {
  const related = inFolder(folder);
  if (related.length === 0) continue;
  const args = ['-c', `${folder}/jest.config.js`, '--passWithNoTests', '--findRelatedTests', ...related];
  await note(`specs ${folder}`, runJest(`check-${folder}`, args, say));
}

const { passed, failed } = sum(results);
say(`\nIn ${secondsSince(began)} s\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function tool(name: string, program: string, args: string[]): Promise<void> {
  const { code, output } = await runTool(program, args);
  await note(name, Promise.resolve(yesOrNo(code === 0, output)));
}

async function note(name: string, pending: Promise<StepResult>): Promise<void> {
  const result = await pending;
  results.push(result);
  if (result.failed > 0) say(result.output ?? '');
  say(`${result.failed > 0 ? '✗' : '✓'} ${name}`);
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
