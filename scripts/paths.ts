import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** The checkout. */
export const root = resolve(import.meta.dirname, '..');

export const at = (...parts: string[]): string => join(root, ...parts);

/** The user's cache folder of this project, shared by all checkouts. */
export const userCache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'musubi');

/** The environment in which installed tools are found first, and run under the pinned Node. */
export function toolEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${at('node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`, ...extra };
}

/** A compiled file of the server: nest's swc builder keeps the `src` of `server/src`. */
export const serverFile = (...parts: string[]): string => at('server', 'dist', 'src', ...parts);
