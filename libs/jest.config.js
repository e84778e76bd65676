/** Specs of the pure libraries. Run with NODE_OPTIONS=--experimental-vm-modules; `.ts` imports resolve as they are. */
export default {
  displayName: 'libs',
  testEnvironment: 'node',
  roots: ['<rootDir>'],
  testMatch: ['<rootDir>/*/src/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/../scripts/test/same-draws.mjs'],
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      },
    ],
  },
};
