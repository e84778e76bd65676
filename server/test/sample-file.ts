import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A real file of another program. They belong to others and are not kept here; without `SAMPLES_DIR` this step is not run. */
export function sampleFile(...path: string[]): string {
  const folder = process.env['SAMPLES_DIR'];
  if (!folder) throw new Error('SAMPLES_DIR names the folder of the sample files');
  return readFileSync(join(folder, ...path), 'utf8');
}
