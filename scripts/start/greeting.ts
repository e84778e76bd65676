import type { DemoState } from '@musubi/contracts';
import type { DataDir } from '../instance/data-dir.ts';
import { say, secondsSince } from '../terminal/progress.ts';
import type { Settings } from './settings.ts';

/** Says where everything is. */
export async function greet(
  settings: Settings,
  { data, began, video }: { data: DataDir; began: number; video: boolean },
): Promise<void> {
  const address = `${settings.publicOrigin}${settings.basePath}`;
  const lines = [``, `Musubi is ready after ${secondsSince(began)} s`, ``, `  ${address}`];
  if (settings.demo) {
    lines.push(``, `  Sign in with one click   ${address}demo`);
    for (const line of await people(settings)) lines.push(`    ${line}`);
    lines.push(`  Mail that was "sent"     ${address}mail`);
  }
  lines.push(`  API                      ${address}docs`);
  lines.push(`  Video                    ${video ? 'on' : 'off: no LiveKit server (see above)'}`);
  lines.push(`  Data and logs            ${data.path}`, ``, `Ctrl-C stops everything.`, ``);
  say(lines.join('\n'));
}

/** The demo's people as the server tells them. */
async function people(settings: Settings): Promise<string[]> {
  try {
    const response = await fetch(`http://127.0.0.1:${settings.port}${settings.basePath}api/demo`);
    const demo = (await response.json()) as DemoState;
    return demo.people.map(({ name, organisation, role, lang }) =>
      [`${name.givenLatin} ${name.familyLatin}`, organisation, role, lang.toUpperCase()].join(' · '),
    );
  } catch {
    return [];
  }
}
