import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';

test('the server is ready and serves a public page that has its meaning without scripts', async ({ site }) => {
  expect((await fetch(`${site}health/ready`)).status).toBe(200);

  const page = await fetch(`${site}en/`, { headers: { accept: 'text/html' } });
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain('<html lang="en"');
  expect(html).toMatch(/<h1[^>]*>[^<]+/);
});

for (const lang of ['en', 'ja'] as const) {
  test(`the public page is accessible and free of errors (${lang})`, async ({ stranger }) => {
    const visitor = await stranger({ lang });
    const errors: string[] = [];
    visitor.page.on('pageerror', (error) => errors.push(error.message));
    visitor.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await visitor.goTo(lang);
    await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(visitor.page);
    // Whoever goes by keys sees where they are, in the colour kept for it.
    await visitor.page.keyboard.press('Tab');
    const focused = visitor.page.locator(':focus-visible');
    await expect(focused).toHaveCSS('outline-style', 'solid');
    await expect(focused).toHaveCSS('outline-width', '2px');
    expect(errors).toEqual([]);
  });
}
