import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Why node_modules does not match package-lock.json, or null when it does. npm writes node_modules/.package-lock.json
 * as its last act, so a broken installation has none. Optional packages (other platforms' binaries) may be absent.
 */
export function staleReason(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!present || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return 'packages are not installed yet';
  for (const [path, { version, optional, link }] of Object.entries(wanted ?? {})) {
    if (!path.includes('node_modules/') || link || (optional && !present[path])) continue;
    if (present[path]?.version !== version) return `${path.replace(/^.*node_modules\//, '')} ${version} is missing`;
  }
  return null;
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
