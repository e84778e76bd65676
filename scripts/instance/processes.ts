import { spawn, type ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { openSync, closeSync, readFileSync } from 'node:fs';

/** A process that can be told apart from a later one with the same number. */
export interface ProcessMark {
  name: string;
  pid: number;
  /** When the process began, as the system tells it; the unit differs between systems, equality is all that counts. */
  began: string;
}

export interface Launch {
  name: string;
  program: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  logFile: string;
  /** System user to run as; null leaves the present one. */
  owner: { uid: number; gid: number } | null;
}

/** Starts a process of its own group, so that Ctrl-C reaches only us and we stop all in order. Its output goes to a file. */
export function launch({ name, program, args, env, cwd, logFile, owner }: Launch): {
  child: ChildProcess;
  mark: ProcessMark;
} {
  const log = openSync(logFile, 'w');
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', log, log], ...(owner ?? {}) });
  closeSync(log);
  if (child.pid === undefined) throw new Error(`${name} did not start: ${program}`);
  return { child, mark: { name, pid: child.pid, began: beganAt(child.pid) ?? '' } };
}

/** When the process with this number began, or null when there is none. */
export function beganAt(pid: number): string | null {
  if (process.platform === 'win32') return isAnyone(pid) ? 'unknown' : null;
  try {
    // Field 22 of /proc/<pid>/stat, counted after the command's closing bracket, since a command may hold spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    if (process.platform === 'linux') return null;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** Whether this very process still runs. */
export const isRunning = (mark: ProcessMark): boolean => mark.began !== '' && beganAt(mark.pid) === mark.began;

/** Sends the signal, waits, and kills what is left after `graceMs`. */
export async function stop(mark: ProcessMark, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  if (!isRunning(mark)) return;
  send(mark.pid, signal);
  for (const until = Date.now() + graceMs; Date.now() < until;) {
    await sleep(40);
    if (!isRunning(mark)) return;
  }
  send(mark.pid, 'SIGKILL');
  for (let i = 0; i < 50 && isRunning(mark); i++) await sleep(40);
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

function isAnyone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
