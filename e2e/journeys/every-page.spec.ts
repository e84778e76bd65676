import { DemoSite } from '../../scripts/shots/demo-site.ts';
import type { Role } from '../../scripts/shots/options.ts';
import { pages } from '../../scripts/shots/pages.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/index.ts';

const looks: { role: Role; lang: 'en' | 'ja' }[] = [
  { role: 'anonymous', lang: 'en' },
  { role: 'anonymous', lang: 'ja' },
  { role: 'european', lang: 'en' },
  { role: 'japanese', lang: 'ja' },
  { role: 'organiser', lang: 'en' },
];

for (const { role, lang } of looks) {
  test(`every page of the demo is accessible and free of errors, ${role} (${lang})`, async ({ site, stranger }) => {
    test.setTimeout(900_000);
    const demo = await DemoSite.open(site);
    const person = demo.person(role);
    const visitor = await stranger({ lang, ...(person && { zone: person.zone }) });
    const { page } = visitor;
    await page.context().addCookies([{ name: 'lang', value: lang, url: site }]);
    if (person) await demo.signIn(page.context().request, person);
    const known: Record<string, string | undefined> = { lang, ...(await demo.placeholders(page.context().request)) };

    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // A page that is not there answers 404, which the browser notes.
      const isMissing = message.text().includes('404') && page.url().endsWith('/nowhere');
      if (message.type() === 'error' && !isMissing) errors.push(`${page.url()}: ${message.text()}`);
    });

    for (const { name, path, roles } of pages) {
      if (!roles.includes(role)) continue;
      const address = path.replace(/:(\w+)/g, (_, key: string) => known[key] ?? `no-${key}`);
      expect(address, `${name}: the demo knows what to show`).not.toContain('no-');
      await test.step(name, async () => {
        await visitor.goTo(address);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
        await expectAccessible(page);
      });
    }
    expect(errors).toEqual([]);
  });
}
