import { deepEqual } from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { judge, rules } from './planted.ts';

const modules = [
  'identity organisations agreements profiles events registration agenda programme rooms stage meetings',
  'matchmaking scheduling contract followup queries mobility library reports console',
].flatMap((line) => line.split(' '));

const strangeLibrary = { 'libs/profiles/src/index.ts': [] };

/** One planted violation of each rule that is not the same for every module or library. */
const plants: Record<string, Record<string, string[]>> = {
  'no-cycles': { 'server/src/a.ts': ['./b.js'], 'server/src/b.ts': ['./a.js'] },
  resolvable: { 'server/src/a.ts': ['./gone.js'] },
  'module-entered-by-index': {
    'server/src/modules/events/a.ts': ['../identity/users.js'],
    'server/src/modules/identity/users.ts': [],
  },
  'module-entered-by-index-from-outside': {
    'server/src/app.module.ts': ['./modules/identity/users.js'],
    'server/src/modules/identity/users.ts': [],
  },
  'platform-entered-by-index': {
    'server/src/modules/events/a.ts': ['../../platform/mail/mailer.js'],
    'server/src/platform/mail/mailer.ts': [],
  },
  'platform-knows-no-module': {
    'server/src/platform/a.ts': ['../modules/events/index.js'],
    'server/src/modules/events/index.ts': [],
  },
  'library-without-node': { 'libs/time/src/index.ts': ['node:fs'] },
  'library-stands-alone': { 'libs/time/src/index.ts': ['../../../server/src/a.ts'], 'server/src/a.ts': [] },
  'library-entered-by-index': {
    'server/src/a.ts': ['../../libs/time/src/zones.ts'],
    'libs/time/src/zones.ts': [],
  },
  'testing-only-in-tests': {
    'server/src/a.ts': ['../../libs/testing/src/index.ts'],
    'libs/testing/src/index.ts': [],
  },
  'apps-apart': { 'client/src/a.ts': ['../../server/src/a.ts'], 'server/src/a.ts': [] },
  'client-ui-is-presentational': { 'client/src/app/ui/a.ts': ['@jsverse/transloco'] },
  'client-core-below-all': { 'client/src/app/core/a.ts': ['../data/b.ts'], 'client/src/app/data/b.ts': [] },
  'client-data-below-pages': { 'client/src/app/data/a.ts': ['../features/b.ts'], 'client/src/app/features/b.ts': [] },
  'client-parts-below-pages': { 'client/src/app/parts/a.ts': ['../features/b.ts'], 'client/src/app/features/b.ts': [] },
  'client-feature-apart': {
    'client/src/app/features/home/a.ts': ['../room/b.ts'],
    'client/src/app/features/room/b.ts': [],
  },
  'client-organiser-apart': {
    'client/src/app/organiser/a.ts': ['../features/room/b.ts'],
    'client/src/app/features/room/b.ts': [],
  },
  ...Object.fromEntries(modules.map((name) => [`module-order-${name}`, importsNotifications(name)])),
  'module-order-notifications': {},
  ...Object.fromEntries(
    ['reference', 'time', 'calendar', 'matching', 'scheduling', 'contracts'].flatMap((name) => [
      [`library-order-${name}`, { [`libs/${name}/src/index.ts`]: ['../../profiles/src/index.ts'], ...strangeLibrary }],
      [`library-pure-${name}`, { [`libs/${name}/src/index.ts`]: ['@nestjs/common'] }],
    ]),
  ),
  'library-order-testing': {},
  'library-pure-testing': { 'libs/testing/src/index.ts': ['@nestjs/common'] },
};

/** Rules that forbid nothing to their subject; they stand for completeness. */
const free = new Set(['module-order-notifications', 'library-order-testing']);

function importsNotifications(name: string): Record<string, string[]> {
  return {
    [`server/src/modules/${name}/index.ts`]: ['../notifications/index.js'],
    'server/src/modules/notifications/index.ts': [],
  };
}

describe('dependency rules', () => {
  let folder: string;
  before(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'musubi-rules-')))));
  after(() => rmSync(folder, { recursive: true }));

  it('has a planted violation for every rule', () => {
    deepEqual(Object.keys(plants).sort(), rules.forbidden.map(({ name }) => name).sort());
  });

  for (const [rule, files] of Object.entries(plants)) {
    if (free.has(rule)) continue;
    it(`catches a planted violation of ${rule}`, async () => {
      const found = await judge(join(folder, rule), files);
      deepEqual(
        found.some((one) => one.startsWith(`${rule}: `)),
        true,
        `found only: ${found.join('; ') || 'nothing'}`,
      );
    });
  }

  it('lets through what the architecture allows', async () => {
    const found = await judge(join(folder, 'allowed'), {
      'libs/time/src/index.ts': [],
      'libs/contracts/src/index.ts': ['zod', '../../reference/src/index.ts'],
      'libs/reference/src/index.ts': [],
      'libs/calendar/src/index.ts': ['date-holidays', '../../time/src/index.ts'],
      'libs/testing/src/index.ts': ['fast-check', '../../contracts/src/index.ts'],
      'server/src/app.module.ts': ['./modules/notifications/index.js', './platform/index.js'],
      'server/src/platform/index.ts': ['@nestjs/common', 'node:fs'],
      'server/src/modules/notifications/index.ts': ['../console/index.js', '../meetings/index.js'],
      'server/src/modules/console/index.ts': ['../identity/index.js', '../../platform/index.js'],
      'server/src/modules/meetings/index.ts': ['../rooms/index.js', './meeting.rules.js'],
      'server/src/modules/meetings/meeting.rules.ts': ['../../../../libs/time/src/index.ts'],
      'server/src/modules/rooms/index.ts': [],
      'server/src/modules/identity/index.ts': [],
      'server/src/modules/meetings/meeting.rules.spec.ts': ['../../../../libs/testing/src/index.ts'],
      'client/src/app/ui/time.ts': ['@angular/core', '../../../../libs/time/src/index.ts'],
      'client/src/app/core/api.ts': ['../ui/time.ts', '@jsverse/transloco'],
      'client/src/app/data/events.ts': ['../core/api.ts'],
      'client/src/app/features/home/home.ts': ['../../data/events.ts'],
    });
    deepEqual(found, []);
  });
});
