import { existsSync, globSync } from 'node:fs';
import { dirname } from 'node:path';
import { at, root } from '../../paths.ts';
import { yesOrNo, type Step } from '../result.ts';
import { runTool } from '../run-tool.ts';

export const sourceFolders = ['libs', 'server', 'client', 'scripts', 'e2e', 'bench'];

/** Folders for the dependency rules; dist and node_modules are not sources. */
const cruised = [
  'libs',
  'server/src',
  'server/migrations',
  'server/seeds',
  'server/test',
  'client/src',
  'scripts',
  'e2e',
  'bench',
];

export const typeProjects = [
  'libs/tsconfig.spec.json',
  'server/tsconfig.json',
  'client/tsconfig.spec.json',
  'scripts/tsconfig.json',
  'e2e/tsconfig.json',
  'bench/tsconfig.json',
];

const present = (path: string): boolean => existsSync(at(path));

/** A folder without sources yet has no types to check. */
const hasSources = (project: string): boolean =>
  globSync(`${dirname(project)}/**/*.ts`, { cwd: root, exclude: ['**/node_modules/**'] }).length > 0;

export const format: Step = {
  name: 'format',
  run: async () => {
    const { code, output } = await runTool('prettier', ['--check', '.', '--cache', '--cache-location=.cache/prettier']);
    return yesOrNo(code === 0, output);
  },
};

export const lint: Step = {
  name: 'lint',
  run: async () => {
    const { code, output } = await runTool('eslint', [
      ...sourceFolders,
      '*.js',
      '*.cjs',
      '--max-warnings=0',
      '--no-error-on-unmatched-pattern',
    ]);
    return yesOrNo(code === 0, output);
  },
};

export const dependencies: Step = {
  name: 'dependency rules',
  run: async () => {
    const { code, output } = await runTool('depcruise', [
      '--config',
      '.dependency-cruiser.cjs',
      ...cruised.filter(present),
    ]);
    return yesOrNo(code === 0, output);
  },
};

export const types: Step[] = typeProjects.filter(hasSources).map((project) => ({
  name: `types ${project.split('/')[0]}`,
  run: async () => {
    const { code, output } = await runTool('tsc', ['--noEmit', '-p', project]);
    return yesOrNo(code === 0, output);
  },
}));
