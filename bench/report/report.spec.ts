import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { it } from 'node:test';
import { at, root } from '../../scripts/paths.ts';
import { figuresMissing } from './report.ts';

it('a figure that is said and not in the object is named', () => {
  const object = { rounds: 2, p99Ms: 30.5, each: [{ round: 1, slowestMs: 41 }], share: 0.253 };
  deepEqual(figuresMissing(['round 1 of 2 in 41 ms: p99 30.5 ms', '25.3 fit'], object), []);
  deepEqual(figuresMissing(['round 3 in 42 ms'], object), ['3', '42']);
});

it('a tiny run ends with one object that holds every figure it says', () => {
  const bench = [at('bench', 'matching.ts'), '--worlds', '2', '--people', '24', '--shown', '3', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, bench, { cwd: root, encoding: 'utf8' });
  equal(status, 0, stderr);
  const object = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as object;
  deepEqual(figuresMissing(stderr.split('\n'), object), []);
});
