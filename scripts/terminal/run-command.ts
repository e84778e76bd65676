import { spawn } from 'node:child_process';

export interface Outcome {
  code: number;
  /** Standard output and standard error, in the order of arrival. */
  output: string;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Milliseconds; the process is killed afterwards. */
  timeoutMs?: number;
  /** System user to run as. */
  owner?: { uid: number; gid: number } | null;
  /** Called with each piece of output as it arrives. */
  onOutput?: (piece: string) => void;
}

/** Runs a program to its end and keeps what it printed; rejects only if it cannot be started. */
export function runCommand(program: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
      ...(options.owner ?? {}),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (piece: Buffer): void => {
      const text = piece.toString('utf8');
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
