import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../terminal/run-command.ts';
import { wantedVersion } from './version.ts';

const release = `https://github.com/livekit/livekit/releases/download/v${wantedVersion}`;

/**
 * Fetches the project's release for this platform, checks it against the release's own list of SHA-256 sums, and puts
 * the server at `target`. Returns why not, or null.
 */
export async function downloadRelease(target: string): Promise<string | null> {
  const chip = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }[arch() as string];
  if (platform() !== 'linux' || !chip) return `LiveKit offers no release for ${platform()} on ${arch()}`;
  const name = `livekit_${wantedVersion}_linux_${chip}.tar.gz`;
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(join(dirname(target), 'download-'));
  try {
    const sums = (await fetchBytes(`${release}/checksums.txt`)).toString('utf8');
    const archive = await fetchBytes(`${release}/${name}`);
    const wanted = sums
      .split('\n')
      .find((line) => line.endsWith(name))
      ?.split(/\s+/)[0];
    if (createHash('sha256').update(archive).digest('hex') !== wanted) return `${name} does not match its checksum`;
    writeFileSync(join(draft, name), archive);
    const { code } = await runCommand('tar', ['-xzf', name, 'livekit-server'], { cwd: draft });
    if (code !== 0) return `${name} could not be unpacked`;
    chmodSync(join(draft, 'livekit-server'), 0o755);
    renameSync(join(draft, 'livekit-server'), target);
    return null;
  } catch (error) {
    return `the release could not be fetched (${error instanceof Error ? error.message : 'unknown reason'})`;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function fetchBytes(url: string): Promise<Buffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
