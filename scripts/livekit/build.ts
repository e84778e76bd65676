import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../terminal/run-command.ts';
import { wantedVersion } from './version.ts';

/** Builds the server with the machine's Go and puts it at `target`. Returns why not, or null. */
export async function buildWithGo(target: string): Promise<string | null> {
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(join(dirname(target), 'build-'));
  try {
    const { code, output } = await runCommand(
      'go',
      ['install', '-trimpath', '-ldflags=-s -w', `github.com/livekit/livekit-server/cmd/server@v${wantedVersion}`],
      { env: { ...process.env, GOBIN: draft, GOFLAGS: '' }, timeoutMs: 15 * 60_000 },
    );
    if (code !== 0) return `go install failed (${lastLine(output)})`;
    renameSync(join(draft, process.platform === 'win32' ? 'server.exe' : 'server'), target);
    return null;
  } catch {
    return 'Go is not installed';
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';
