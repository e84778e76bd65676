import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../terminal/run-command.ts';
import { installPackages } from './install-packages.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's Chromium: CHROME_PATH, or the first of the usual names on the PATH; null when there is none. */
export function findBrowser(): string | null {
  if (process.env['CHROME_PATH']) return process.env['CHROME_PATH'];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/** Makes sure of Chromium and of letters for Japanese; answers what is missing and cannot be installed, or null. */
export async function ensureBrowser(report: (line: string) => void): Promise<string | null> {
  const wanted = [...(findBrowser() ? [] : ['chromium']), ...((await hasJapaneseFont()) ? [] : ['fonts-noto-cjk'])];
  return wanted.length > 0 ? installPackages(wanted, report) : null;
}

async function hasJapaneseFont(): Promise<boolean> {
  try {
    return (await runCommand('fc-list', [':lang=ja', 'family'])).output.trim() !== '';
  } catch {
    return false;
  }
}
