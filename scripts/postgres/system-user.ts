import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface SystemUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the system user `postgres`, made where it is missing. */
export function databaseUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = find('postgres');
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  } catch {
    execFileSync('adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']);
  }
  const made = find('postgres');
  if (!made) throw new Error('PostgreSQL cannot run as root, and the system user "postgres" could not be made.');
  return made;
}

function find(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}
