import { globSync } from 'node:fs';
import { root } from '../../paths.ts';
import { runTool } from '../run-tool.ts';
import type { Step } from '../result.ts';

/** The specs of scripts/ and bench/ themselves, by Node's own runner. */
export const scripts: Step = {
  name: 'scripts',
  run: async () => {
    const files = globSync('{scripts,bench}/**/*.spec.ts', { cwd: root });
    const { code, output } = await runTool('node', ['--test', '--test-reporter=tap', ...files]);
    const count = (word: string): number => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
    const failed = count('fail') + count('cancelled');
    return {
      passed: count('pass'),
      failed: failed || (code === 0 ? 0 : 1),
      skipped: count('skipped'),
      output: output
        .split('\n')
        .filter((line) => !/^\s*(ok|# Subtest|---|\.\.\.|duration_ms|type:)/.test(line))
        .join('\n'),
    };
  },
};
