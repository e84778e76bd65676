import { runCommand } from '../terminal/run-command.ts';

/** Installs packages of the system as root with apt; answers why that is not possible, naming them, or null. */
export async function installPackages(
  names: readonly string[],
  report: (line: string) => void,
): Promise<string | null> {
  const please = `Missing: ${names.join(', ')}. Please install these packages of your system and run again.`;
  if (process.getuid?.() !== 0) return please;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    report(`installing ${names.join(', ')}`);
    await runCommand('apt-get', ['update', '-qq'], { env, timeoutMs: 5 * 60_000 });
    const args = ['install', '-y', '-qq', '--no-install-recommends', ...names];
    const { code, output } = await runCommand('apt-get', args, { env, timeoutMs: 15 * 60_000 });
    return code === 0 ? null : `${please}\napt-get could not install them:\n${output.slice(-2_000)}`;
  } catch {
    return please;
  }
}
