import { runCommand } from '../terminal/run-command.ts';

/** Where programs are looked for, and whether packages may be installed there. */
export interface Machine {
  env: NodeJS.ProcessEnv;
  isRoot: boolean;
}

export const thisMachine: Machine = { env: process.env, isRoot: process.getuid?.() === 0 };

/** Installs packages of the system as root with apt; answers why that is not possible, naming them, or null. */
export async function installPackages(
  names: readonly string[],
  report: (line: string) => void,
  { env: given, isRoot }: Machine = thisMachine,
): Promise<string | null> {
  const please = `Missing: ${names.join(', ')}. Please install these packages of your system and run again.`;
  if (!isRoot) return please;
  const env = { ...given, DEBIAN_FRONTEND: 'noninteractive' };
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
