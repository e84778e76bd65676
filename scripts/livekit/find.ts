import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { userCache } from '../paths.ts';
import { runCommand } from '../terminal/run-command.ts';
import { say, step, warn } from '../terminal/progress.ts';
import { buildWithGo } from './build.ts';
import { downloadRelease } from './download.ts';
import { fits, wantedVersion } from './version.ts';

/**
 * A LiveKit server to run, or null when there is none to be had: one on the PATH, the one in the user's cache, one
 * built with Go, the project's release for this platform. (An outside LIVEKIT_URL comes before all of these.)
 */
export async function findLiveKit(): Promise<string | null> {
  const present = await onPath();
  if (present) return present;
  const cached = join(userCache, `livekit-${wantedVersion}`, 'livekit-server');
  if (existsSync(cached) && (await works(cached))) return cached;

  for (const [title, get] of [
    [`Building LiveKit ${wantedVersion} with Go (once, about two minutes)`, buildWithGo],
    [`Downloading LiveKit ${wantedVersion} (once)`, downloadRelease],
  ] as const) {
    const reason = await step(title, () => get(cached));
    if (reason === null && (await works(cached))) return cached;
    say(`  not possible: ${reason ?? 'it does not run here'}`);
  }
  warn('Video is off: no LiveKit server was found and none could be had. Everything else works.');
  warn(`To have it: install Go and start again, put livekit-server ${wantedVersion} on the PATH, or set LIVEKIT_URL.`);
  return null;
}

async function onPath(): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const program = join(folder, 'livekit-server');
    if (folder && existsSync(program) && (await works(program))) return program;
  }
  return null;
}

async function works(program: string): Promise<boolean> {
  try {
    const { code, output } = await runCommand(program, ['--version'], { timeoutMs: 10_000 });
    return code === 0 && fits(output);
  } catch {
    return false;
  }
}
