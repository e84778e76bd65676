// `npm run shots [-- page…]`: photographs the pages of a demo into shots/, with one contact sheet for each.
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build } from '../build/build.ts';
import { StopList } from '../instance/stop-list.ts';
import { at } from '../paths.ts';
import { startDemo } from '../start/demo-instance.ts';
import { whenAskedToStop } from '../start/signals.ts';
import { ensureBrowser, findBrowser } from '../system/browser.ts';
import { say, secondsSince, warn } from '../terminal/progress.ts';
import { DemoSite } from './demo-site.ts';
import { readOptions, type Options } from './options.ts';
import { pages } from './pages.ts';
import { photograph } from './photographer.ts';

const began = Date.now();
const running = new StopList();
whenAskedToStop(async () => running.stopAll());
try {
  await takeAll(readOptions(process.argv.slice(2)));
  say(`\nPictures and contact sheets are in ${at('shots')} (${secondsSince(began)} s)`);
} catch (error) {
  warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await running.stopAll();
}

async function takeAll(options: Options): Promise<void> {
  const wanted = pages.filter(
    ({ name, path }) => options.pages.length === 0 || options.pages.some((word) => name.includes(word) || path.includes(word)),
  );
  if (wanted.length === 0) throw new Error(`No such page; there are: ${pages.map(({ name }) => name).join(', ')}`);
  const missing = await ensureBrowser(say);
  if (missing) throw new Error(missing);
  mkdirSync(at('shots'), { recursive: true });

  if (!options.site) await build();
  const site = await DemoSite.open(options.site ?? (await startDemo('shots', running)));
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
  running.add(() => browser.close());

  for (const phase of options.phases) {
    const now = wanted.filter((page) => page.phases.includes(phase));
    if (now.length === 0) continue;
    if (!options.site) await moveClock(site, phase);
    for (const role of options.roles) {
      const theirs = now.filter((page) => page.roles.includes(role));
      if (theirs.length === 0) continue;
      say(`▸ ${phase}, ${role}: ${theirs.map(({ name }) => name).join(', ')}`);
      await photograph(browser, site, { pages: theirs, role, phase, options, folder: at('shots') });
    }
  }

  async function moveClock(target: DemoSite, phase: (typeof options.phases)[number]): Promise<void> {
    const context = await browser.newContext();
    await target.goTo(phase, context.request);
    await context.close();
  }
}
