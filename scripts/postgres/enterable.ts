import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether users other than the owner can pass through every folder down to this one (root's home is closed, for one). */
export function isEnterableByOthers(folder: string): boolean {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
