import presets from 'jest-preset-angular/presets/index.js';

/** Run with NODE_OPTIONS=--experimental-vm-modules. */
export default {
  ...presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  rootDir: import.meta.dirname,
  displayName: 'client',
  setupFiles: ['<rootDir>/../scripts/test/same-draws.mjs'],
  setupFilesAfterEnv: ['<rootDir>/setup-jest.ts'],
  // The libraries import each other with `.ts`, which is written out as `.js`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  maxWorkers: 2,
  // The first of a file compiles what it needs: on a busy machine that takes longer than the usual five seconds.
  testTimeout: 30_000,
  workerIdleMemoryLimit: '800MB',
};
