import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { at, root, toolEnvironment } from '../../scripts/paths.ts';
import type { BenchInstance } from '../instance/bench-instance.ts';
import type { Tally } from './tally.ts';

/** A specification that `npm test` runs in short: here with as many tries as are wanted, on a database of its own. */
export function spec(pattern: string, variable: string) {
  return async (_: BenchInstance, count: number, tally: Tally): Promise<void> => {
    const seed = randomInt(2 ** 31).toString();
    const { code, told } = await jest(pattern, { [variable]: String(count), SPEC_SEED: seed });
    tally.add('tried', count);
    if (code === 0) return tally.say(`${count} tried, all hold (SPEC_SEED=${seed})`);
    for (const line of told.split('\n').filter((one) => /^\s+●|Counterexample|seed:/.test(one))) tally.say(line.trim());
    tally.complain(`the specification ${pattern} does not hold; SPEC_SEED=${seed}`);
  };
}

function jest(pattern: string, env: Record<string, string>): Promise<{ code: number; told: string }> {
  const config = at('server', 'jest.config.js');
  const child = spawn(at('node_modules', '.bin', 'jest'), ['-c', config, '-w', '1', pattern], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...toolEnvironment(), NODE_OPTIONS: '--experimental-vm-modules', ...env },
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (told += piece.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, told })));
}
