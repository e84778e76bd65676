import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../terminal/run-command.ts';
import { installPackages, thisMachine, type Machine } from './install-packages.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's Chromium: CHROME_PATH, or the first of the usual names on the PATH; null when there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env['CHROME_PATH']) return env['CHROME_PATH'];
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/** Makes sure of Chromium and of letters for Japanese; answers what is missing and cannot be installed, or null. */
export async function ensureBrowser(
  report: (line: string) => void,
  machine: Machine = thisMachine,
): Promise<string | null> {
  const { env } = machine;
  const wanted = [...(findBrowser(env) ? [] : ['chromium']), ...(await missingFonts(env))];
  if (wanted.length === 0) return null;
  const refused = await installPackages(wanted, report, machine);
  // Some systems have a package of this name that only points to another way of installing.
  return (
    refused ?? (findBrowser(env) ? null : 'The package chromium was installed, but there is no Chromium on the PATH.')
  );
}

/** Packages without which Japanese is drawn as boxes; `fc-list` tells, and comes with the second. */
async function missingFonts(env: NodeJS.ProcessEnv): Promise<string[]> {
  try {
    const { output } = await runCommand('fc-list', [':lang=ja', 'family'], { env });
    return output.trim() === '' ? ['fonts-noto-cjk'] : [];
  } catch {
    return ['fonts-noto-cjk', 'fontconfig'];
  }
}
