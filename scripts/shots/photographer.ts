import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { say, warn } from '../terminal/progress.ts';
import { contactSheet, type Shot } from './contact-sheet.ts';
import type { DemoSite } from './demo-site.ts';
import type { Options, Phase, Role } from './options.ts';
import type { Page } from './pages.ts';

/** Takes the pictures of these pages as one person, and a contact sheet of each. */
export async function photograph(
  browser: Browser,
  site: DemoSite,
  { pages, role, phase, options, folder }: { pages: Page[]; role: Role; phase: Phase; options: Options; folder: string },
): Promise<void> {
  const person = site.person(role);
  if (!person && role !== 'anonymous') return warn(`The demo has nobody who is ${role}.`);
  const taken = new Map<string, Shot[]>();
  for (const lang of options.langs) {
    for (const theme of options.themes) {
      const context = await browser.newContext({
        locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
        timezoneId: person?.zone ?? (lang === 'ja' ? 'Asia/Tokyo' : 'Europe/Brussels'),
        colorScheme: theme === 'dark' ? 'dark' : 'light',
        reducedMotion: 'reduce',
        permissions: ['camera', 'microphone'],
      });
      await context.addCookies([{ name: 'lang', value: lang, url: site.address }]);
      if (person) await site.signIn(context.request, person);
      const known: Record<string, string | undefined> = { lang, ...(await site.placeholders(context.request)) };
      const tab = await context.newPage();
      for (const { name, path } of pages) {
        const missing = [...path.matchAll(/:(\w+)/g)].map(([, key = '']) => key).find((key) => !known[key]);
        if (missing) {
          warn(`${name} as ${role}: the demo has no ${missing} for it`);
          continue;
        }
        const address = site.address + path.replace(/:(\w+)/g, (_, key: string) => known[key] ?? '');
        for (const width of options.widths) {
          const file = join(folder, name, `${phase}-${role}-${lang}-${theme}-${width}.png`);
          mkdirSync(join(folder, name), { recursive: true });
          await tab.setViewportSize({ width, height: width < 600 ? 844 : 900 });
          await tab.goto(address, { waitUntil: 'load' });
          await settled(tab);
          // The window grows to the page, so that what is fixed to its edges stays there.
          const height = await tab.evaluate<number>('document.documentElement.scrollHeight');
          await tab.setViewportSize({ width, height: Math.min(Math.max(height, width < 600 ? 844 : 900), 8_000) });
          await tab.screenshot({ path: file });
          taken.set(name, [...(taken.get(name) ?? []), { file, width, lang, theme }]);
        }
      }
      await context.close();
    }
  }
  for (const [name, shots] of taken) say(`  ${await contactSheet(browser, folder, `${name}.${phase}.${role}`, shots)}`);
}

/** Until nothing is loading any more; a page that never rests (a room) is taken after three seconds. */
async function settled(tab: Awaited<ReturnType<Browser['newPage']>>): Promise<void> {
  await tab.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await tab.evaluate('document.fonts.ready.then(() => undefined)');
}
