// Who may import whom. docs/architecture.md says why; `npm test` plants one violation of every rule here and expects it caught.

const spec = '\\.(spec|int-spec|conformance-spec)\\.ts$';

/** Each module and what stands directly to its left; a module may import everything further left, too. */
const leftOf = {
  identity: [],
  organisations: ['identity'],
  agreements: ['organisations'],
  profiles: ['agreements'],
  events: ['profiles'],
  registration: ['events'],
  agenda: ['registration'],
  programme: ['agenda'],
  rooms: ['programme'],
  stage: ['rooms'],
  meetings: ['rooms'],
  matchmaking: ['meetings'],
  scheduling: ['matchmaking'],
  contract: ['identity'],
  followup: ['stage', 'scheduling', 'contract'],
  queries: ['followup'],
  mobility: ['followup'],
  library: ['followup'],
  reports: ['queries', 'mobility', 'library'],
  console: ['reports'],
  // Reads from any, listens to facts; nobody has it on the left.
  notifications: ['console'],
};

const allLeftOf = (name) => [...new Set(leftOf[name].flatMap((one) => [one, ...allLeftOf(one)]))];

const moduleOrder = Object.keys(leftOf).map((name) => ({
  name: `module-order-${name}`,
  comment: `${name} may import: ${allLeftOf(name).join(', ') || 'no other module'}.`,
  severity: 'error',
  from: { path: `^server/src/modules/${name}/` },
  to: { path: '^server/src/modules/', pathNot: `^server/src/modules/(${[name, ...allLeftOf(name)].join('|')})/` },
}));

/** What each library may import from other libraries and from npm. */
const librariesOf = {
  reference: { libs: [], npm: [] },
  time: { libs: [], npm: [] },
  calendar: { libs: ['time'], npm: ['date-holidays'] },
  matching: { libs: ['time'], npm: [] },
  scheduling: { libs: ['time'], npm: [] },
  contracts: { libs: ['reference'], npm: ['zod'] },
  testing: { libs: ['[a-z]+'], npm: ['fast-check'] },
};

const libraries = Object.entries(librariesOf).flatMap(([name, { libs, npm }]) => [
  {
    name: `library-order-${name}`,
    comment: `libs/${name} may import of our own: ${libs.join(', ') || 'nothing'}.`,
    severity: 'error',
    from: { path: `^libs/${name}/`, pathNot: spec },
    to: { path: '^libs/', pathNot: `^libs/(${[name, ...libs].join('|')})/` },
  },
  {
    name: `library-pure-${name}`,
    comment: `libs/${name} may import from npm: ${npm.join(', ') || 'nothing'}.`,
    severity: 'error',
    from: { path: `^libs/${name}/`, pathNot: spec },
    to: { path: 'node_modules/', pathNot: `node_modules/(@types/)?(${npm.join('|') || '-'})/` },
  },
]);

module.exports = {
  forbidden: [
    ...moduleOrder,
    ...libraries,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that nothing answers to is a typing error or a missing dependency.',
      severity: 'error',
      from: { path: '^(libs|server|client|scripts|e2e|bench)/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'module-entered-by-index',
      comment: 'A module is entered only through its index.ts.',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/' },
      to: {
        path: '^server/src/modules/',
        pathNot: ['^server/src/modules/$1/', '^server/src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'module-entered-by-index-from-outside',
      severity: 'error',
      from: { path: '^(server|bench|e2e|scripts)/', pathNot: '^server/src/modules/' },
      to: { path: '^server/src/modules/', pathNot: '^server/src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'platform-entered-by-index',
      severity: 'error',
      from: { path: '^server/src/modules/' },
      to: { path: '^server/src/platform/', pathNot: '^server/src/platform/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'platform is technology: it defines ports, modules register with them.',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: spec },
      to: { path: '^server/(src/(modules|app\\.module)|seeds)' },
    },
    {
      name: 'library-without-node',
      severity: 'error',
      from: { path: '^libs/', pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'library-stands-alone',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(server|client|scripts|e2e|bench)/' },
    },
    {
      name: 'library-entered-by-index',
      comment: 'By its name, which leads to what its package.json exports, or by its index.ts.',
      severity: 'error',
      from: { path: '^(libs/([^/]+)/|server/|client/|scripts/|e2e/|bench/)' },
      to: {
        path: '^libs/',
        pathNot: ['^libs/$2/', '^libs/[^/]+/src/index\\.ts$'],
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'testing-only-in-tests',
      comment: 'Builders and scenarios are for specs, seeds, end-to-end tests and benches.',
      severity: 'error',
      from: { pathNot: [spec, '^libs/testing/', '^server/(seeds|test)/', '^client/src/testing/', '^(e2e|bench)/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'apps-apart',
      comment:
        'Server and client meet in libs/contracts, nowhere else. Only the tests of the server are started by scripts.',
      severity: 'error',
      from: { path: '^(server|client)/', pathNot: '^server/test/cluster\\.setup\\.mjs$' },
      to: { path: '^(server|client|scripts|e2e|bench)/', pathNot: '^$1/' },
    },
    {
      name: 'client-ui-is-presentational',
      comment: 'ui injects only Angular, CDK and Aria; words and clock are inputs.',
      severity: 'error',
      from: { path: '^client/src/app/ui/', pathNot: spec },
      to: {
        path: ['^client/src/', 'node_modules/'],
        pathNot: ['^client/src/app/ui/', 'node_modules/(@angular|rxjs|tslib|uqr|temporal-polyfill)/'],
      },
    },
    {
      name: 'client-core-below-all',
      severity: 'error',
      from: { path: '^client/src/app/core/' },
      to: { path: '^client/src/app/(data|parts|features|organiser)/' },
    },
    {
      name: 'client-data-below-pages',
      severity: 'error',
      from: { path: '^client/src/app/data/' },
      to: { path: '^client/src/app/(parts|features|organiser)/' },
    },
    {
      name: 'client-parts-below-pages',
      comment: 'What several features show of the same data; it knows none of them.',
      severity: 'error',
      from: { path: '^client/src/app/parts/' },
      to: { path: '^client/src/app/(features|organiser)/' },
    },
    {
      name: 'client-feature-apart',
      comment: 'Features do not know each other; what two of them need is parts, data, core or ui.',
      severity: 'error',
      from: { path: '^client/src/app/features/([^/]+)/' },
      to: { path: '^client/src/app/(features|organiser)/', pathNot: '^client/src/app/features/$1/' },
    },
    {
      name: 'client-organiser-apart',
      severity: 'error',
      from: { path: '^client/src/app/organiser/' },
      to: { path: '^client/src/app/features/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.angular|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
