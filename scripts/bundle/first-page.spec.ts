import { deepEqual, match, throws } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complaints, firstPageAtMost } from './first-page.ts';
import { fetchedFor, type Output, type Stats } from './stats.ts';

const file = (
  entryPoint: string | undefined,
  now: string[] = [],
  later: string[] = [],
  ...sources: string[]
): Output => ({
  ...(entryPoint ? { entryPoint } : {}),
  imports: [
    ...now.map((path) => ({ path, kind: 'import-statement' as const })),
    ...later.map((path) => ({ path, kind: 'dynamic-import' as const })),
  ],
  inputs: Object.fromEntries(sources.map((source) => [source, { bytesInOutput: 1 }])),
});

const client = (changes: Record<string, Output> = {}): Stats => ({
  outputs: {
    'main.js': file('client/src/main.ts', ['angular.js'], ['landing.js', 'room.js']),
    'angular.js': file(undefined, ['main.js'], [], 'node_modules/@angular/core/fesm2022/core.mjs'),
    'landing.js': file('client/src/app/features/public/landing/landing.ts', ['angular.js']),
    'room.js': file('client/src/app/features/room/meeting-room.ts', ['angular.js']),
    'common.js': file('client/src/i18n/ja/common.json'),
    'problem.js': file('client/src/i18n/ja/problem.json'),
    'public.js': file('client/src/i18n/ja/public.json'),
    'styles.css': file('angular:styles/global:styles'),
    ...changes,
  },
});

describe('the first page', () => {
  it('is what its sources import at once, each file counted once, and nothing that waits', () => {
    deepEqual(fetchedFor(client(), ['client/src/main.ts', 'client/src/app/features/public/landing/landing.ts']), [
      'main.js',
      'angular.js',
      'landing.js',
    ]);
  });

  it('may weigh as much as is said, not a byte more', () => {
    const each = firstPageAtMost / 7;
    deepEqual(
      complaints(client(), () => each),
      [],
    );
    const heavy = complaints(client(), (name) => (name === 'room.js' ? 900_000 : name === 'main.js' ? each + 1 : each));
    deepEqual(heavy.length, 1);
    match(heavy[0]!, /fetches 15000\d(\.\d+)? bytes/);
  });

  it('whose source is gone says so', () => {
    throws(() => fetchedFor(client(), ['client/src/app/features/public/moved.ts']), /no file of its own/);
  });
});

describe('the client', () => {
  it('has nothing of the server in any of its files, also not in one that is fetched on demand', () => {
    const room = file('client/src/app/features/room/meeting-room.ts', [], [], 'node_modules/zod/v4/core/schemas.js');
    const stage = file(
      'client/src/app/features/stage/stage.ts',
      [],
      [],
      'server/src/main.ts',
      'libs/time/src/index.ts',
    );
    deepEqual(
      complaints(client({ 'room.js': room, 'stage.js': stage }), () => 0),
      ['These belong on the server, not in the client:\n  node_modules/zod/v4/core/schemas.js\n  server/src/main.ts'],
    );
  });
});
