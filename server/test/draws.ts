import { createHash } from 'node:crypto';

let drawn = 0;

/** A seed that no call before got, in the form of a uuid; each run of a spec file draws the same ones, and `SPEC_SEED` others. */
export function nextSeed(): string {
  const digest = createHash('sha256').update(`${process.env['SPEC_SEED'] ?? ''}:${++drawn}`);
  return digest.digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}
