import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from '../paths.ts';

/**
 * The specs to run for changed sources: those in the folders of the changed files. More than that reach them, for server and client
 * nearly all, through the whole application; `npm test` runs those.
 */
export function specsBeside(sources: readonly string[], cwd = root): string[] {
  const folders = new Set(sources.map((source) => dirname(source)));
  return [...folders].flatMap((folder) => globSync(`${folder}/*.{spec,int-spec}.ts`, { cwd })).sort();
}
