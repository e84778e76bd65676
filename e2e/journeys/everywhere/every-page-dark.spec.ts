import { expectAccessible } from '../../fixtures/axe.ts';
import { seeEveryPage, type Look } from '../../fixtures/every-page.ts';
import { expect, test } from '../../fixtures/index.ts';

/** Each page is seen once, by the first of them who may. */
const looks: Look[] = [
  { role: 'anonymous', lang: 'ja' },
  { role: 'european', lang: 'en' },
  { role: 'organiser', lang: 'en' },
];
/** What the dark or a narrow page can break; the others are asked for on every page in the light. */
const rules = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
  'aria-hidden-focus',
  'empty-heading',
  'button-name',
  'link-name',
];
const dark = { theme: 'dark', viewport: { width: 390, height: 844 } } as const;

for (const look of looks) {
  const { role, lang } = look;
  test(`every page of the demo is accessible in the dark on a phone, ${role} (${lang})`, async ({ site, stranger }) => {
    test.setTimeout(900_000);
    await seeEveryPage(
      site,
      stranger,
      { ...look, ...dark },
      ({ roles }) => looks.find((one) => roles.includes(one.role)) === look,
      async (page) => {
        await expectAccessible(page, rules);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), 'nothing sticks out').toBe(390);
      },
    );
  });
}
