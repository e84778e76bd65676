import js from '@eslint/js';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const specs = [
  '**/*.spec.ts',
  '**/*.int-spec.ts',
  '**/*.conformance-spec.ts',
  'server/test/**',
  'e2e/**',
  'client/src/testing/**',
];

/** The TypeScript project that knows every file of a folder, specs included. */
const projects = {
  libs: 'libs/tsconfig.spec.json',
  server: 'server/tsconfig.json',
  client: 'client/tsconfig.spec.json',
  scripts: 'scripts/tsconfig.json',
  e2e: 'e2e/tsconfig.json',
  bench: 'bench/tsconfig.json',
};

/** Names of DOM or Node globals that no type of ours may take. */
const taken = ['Event', 'Notification', 'Request', 'Response', 'Location', 'Range', 'Comment', 'Text'];
const declarations = ['ClassDeclaration', 'TSInterfaceDeclaration', 'TSTypeAliasDeclaration'];

const house = [
  { selector: 'TSEnumDeclaration', message: 'Enumerations are `as const` tuples: libraries must be erasable.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'A file is the namespace.' },
  ...taken.flatMap((name) =>
    declarations.map((kind) => ({
      selector: `${kind} > Identifier.id[name="${name}"]`,
      message: `"${name}" shadows a global: docs/glossary.md has our word.`,
    })),
  ),
];

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    '.angular/',
    '.data/',
    '.cache/',
    'coverage/',
    'shots/',
    'test-results/',
    'playwright-report/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strict, ts.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // An index that the code has just made sure of is written with `!`; noUncheckedIndexedAccess asks for it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', ...house],
      eqeqeq: ['error', 'smart'],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  ...Object.entries(projects).map(([folder, project]) => ({
    files: [`${folder}/**/*.ts`],
    languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
  })),
  {
    files: ['server/**/*.ts'],
    rules: {
      // Constructor injection by type needs the class as a value.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'window',
        'document',
        'navigator',
        'localStorage',
        'setTimeout',
        'fetch',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A clock is injected.' },
        { object: 'Math', property: 'random', message: 'Algorithms are seeded.' },
      ],
    },
  },
  {
    files: ['client/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    languageOptions: { globals: globals.browser },
    rules: {
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'musubi', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
    },
  },
  {
    files: ['client/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: true, allowBindToStyle: true }],
      '@angular-eslint/template/prefer-control-flow': 'error',
      '@angular-eslint/template/prefer-self-closing-tags': 'off',
      '@angular-eslint/template/button-has-type': 'error',
    },
  },
  {
    files: specs,
    rules: {
      // What an API answers to bad input is looked at as it comes.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      // `expect`, `it` and the like of node:test answer promises that nobody awaits.
      '@typescript-eslint/no-floating-promises': 'off',
      '@angular-eslint/directive-selector': 'off',
    },
  },
  {
    // They speak to whoever runs them.
    files: ['server/src/tools/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A Playwright fixture that needs no other says so with an empty pattern.
    files: ['e2e/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: globals.node },
  },
  prettier,
);
