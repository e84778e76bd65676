// Plain JavaScript for any Node ≥ 20: installs what the lockfile says, then hands over to the pinned Node 26.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { staleReason } from './stale.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Runs scripts/<entry> under the pinned Node and ends with its exit code. */
export async function handOver(entry) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Node 20 or newer is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const reason = staleReason(root);
  if (reason) await install(root, reason);

  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  const child = spawn(node, [join(root, 'scripts', entry), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, MUSUBI_PARENT: String(process.pid) },
  });
  // A signal from the terminal reaches the child by itself; one sent to this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`The pinned Node did not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}
