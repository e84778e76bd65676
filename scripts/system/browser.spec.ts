import { deepEqual, match } from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ensureBrowser } from './browser.ts';

// A machine of its own: its PATH leads to nothing but what a test puts there, and its apt-get writes down what it is asked.
let machine: string;
beforeEach(() => (machine = mkdtempSync(join(tmpdir(), 'musubi-machine-'))));
afterEach(() => rmSync(machine, { recursive: true }));

const program = (name: string, script: string): void => {
  writeFileSync(join(machine, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(machine, name), 0o755);
};
const aptGet = (installs: string): void =>
  program('apt-get', `echo "$DEBIAN_FRONTEND: $*" >> '${machine}/asked'\n[ "$1" = install ] || exit 0\n${installs}`);
const asked = (): string[] => readFileSync(join(machine, 'asked'), 'utf8').trim().split('\n');
const ensure = (isRoot = true): Promise<string | null> =>
  ensureBrowser(() => undefined, { env: { PATH: machine }, isRoot });

describe('a machine with everything', () => {
  it('is asked for nothing', async () => {
    program('chromium', '');
    program('fc-list', 'echo Noto Sans CJK JP');
    deepEqual(await ensure(), null);
  });
});

describe('a machine with nothing', () => {
  it('gets Chromium, a Japanese font and what lists fonts, without a question', async () => {
    aptGet(`: > '${machine}/chromium'`);
    deepEqual(await ensure(), null);
    deepEqual(asked(), [
      'noninteractive: update -qq',
      'noninteractive: install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig',
    ]);
  });

  it('whose apt-get fails is told what to install, and in whose words it failed', async () => {
    aptGet('echo "E: Unable to locate package chromium"; exit 100');
    match((await ensure())!, /Please install these packages[^]*E: Unable to locate package chromium/);
  });

  it('whose package brings no Chromium is told so', async () => {
    aptGet('exit 0');
    match((await ensure())!, /no Chromium on the PATH/);
  });

  it('whose user may not install is told what to install', async () => {
    aptGet('exit 0');
    match((await ensure(false))!, /^Missing: chromium, fonts-noto-cjk, fontconfig\. Please install/);
  });

  it('without apt-get is told what to install', async () => {
    match((await ensure())!, /^Missing: chromium, fonts-noto-cjk, fontconfig\. Please install/);
  });
});
