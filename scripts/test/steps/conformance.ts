import { existsSync } from 'node:fs';
import { jest } from './jest.ts';
import type { Step } from '../result.ts';

/** Reads real files of other programs, where they are at hand; the repository carries none of them. */
export const conformance: Step = {
  name: 'conformance',
  run: async (report) => {
    const folder = process.env['SAMPLES_DIR'];
    if (!folder) return { passed: 0, failed: 0, note: 'absent: SAMPLES_DIR is not set' };
    if (!existsSync(folder)) return { passed: 0, failed: 1, output: `SAMPLES_DIR is not a folder: ${folder}` };
    const match = ['--testMatch', '**/*.conformance-spec.ts', '--passWithNoTests'];
    return jest('conformance', 'server/jest.config.js', match).run(report);
  },
};
