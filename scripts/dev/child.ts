import { spawn, type ChildProcess } from 'node:child_process';
import { at, root, toolEnvironment } from '../paths.ts';

/** A tool that runs along, with its words on the terminal. */
export function runAlong(program: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(at('node_modules', '.bin', program), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: toolEnvironment(env),
  });
}

/** Asks it to end, and waits until it has. */
export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
