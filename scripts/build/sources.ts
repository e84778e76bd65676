import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';

const skipped = new Set(['node_modules', 'dist', '.angular', 'coverage']);

/** A hash of the contents of these files and folders (relative to the checkout); specs are left out. */
export function hashSources(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) add(path);
  return hash.digest('hex');

  function add(path: string): void {
    const full = join(root, path);
    const info = statSync(full, { throwIfNoEntry: false });
    if (info?.isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!skipped.has(name)) add(`${path}/${name}`);
    } else if (info && !/spec\.ts$/.test(path)) {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    }
  }
}
