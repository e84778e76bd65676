import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { signInFrom } from '../../fixtures/people.ts';
import { SignInPage } from '../../pages/people/sign-in.ts';

const address = (title: string): string => `${title}@sign-in.example`;

for (const lang of ['en', 'ja'] as const) {
  test(`the mailed link signs in, by its button and only once (${lang})`, async ({ stranger, mailbox }) => {
    const visitor = await stranger({ lang });
    const page = new SignInPage(visitor, lang);
    await page.ask(address(`link-${lang}`));
    await expectAccessible(visitor.page);

    const { link } = signInFrom(await mailbox.next(address(`link-${lang}`), /Musubi/));
    await page.openLink(link);
    await expectAccessible(visitor.page);
    expect(await visitor.api.get('login')).toMatchObject({ me: null });
    await page.enter();
    await expect.poll(async () => visitor.api.get('login')).toMatchObject({ me: { lang } });

    const again = await stranger({ lang });
    await new SignInPage(again, lang).openLink(link);
    await new SignInPage(again, lang).enter();
    await expect(
      again.page
        .getByRole('alert')
        .or(again.page.getByRole('heading', { level: 1 }))
        .first(),
    ).toBeVisible();
    expect(await again.api.get('login')).toMatchObject({ me: null });
  });
}

test('what is typed and sent before the page has come alive is sent when it has', async ({ stranger, site }) => {
  const visitor = await stranger({ lang: 'en' });
  const { page } = visitor;
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(`${site}sign-in`, { waitUntil: 'commit' });
  await page.locator('main input').fill(address('early'));
  await page.locator('main button[type=submit]').click();
  await new SignInPage(visitor, 'en').checkMail.waitFor();
  expect(new URL(page.url()).search, 'nothing of it stands in the address').toBe('');
});

test('another browser signs nobody in: it shows the code, which works where one asked', async ({
  stranger,
  mailbox,
}) => {
  const [asking, reading] = [await stranger(), await stranger()];
  const page = new SignInPage(asking, 'en');
  await page.ask(address('code'));
  const { link, code } = signInFrom(await mailbox.next(address('code'), /Musubi/));

  const elsewhere = new SignInPage(reading, 'en');
  await elsewhere.openLink(link);
  await elsewhere.enter();
  await expect(reading.page.getByText(code)).toBeVisible();
  await expectAccessible(reading.page);
  expect(await reading.api.get('login')).toMatchObject({ me: null });

  await page.enterCode(code);
  await expect.poll(async () => asking.api.get('login')).toMatchObject({ me: { address: address('code') } });
});

test('a page for participants asks to sign in, and comes back afterwards', async ({ stranger, mailbox }) => {
  const visitor = await stranger();
  await visitor.goTo('app/account');
  await expect(visitor.page).toHaveURL(/sign-in\?returnTo=%2Fapp%2Faccount$/);
  await visitor.page.getByRole('textbox').fill(address('return'));
  await visitor.page.getByRole('textbox').press('Enter');
  const { code } = signInFrom(await mailbox.next(address('return'), /Musubi/));
  await new SignInPage(visitor, 'en').enterCode(code);
  await expect(visitor.page).toHaveURL(/\/app\/account$/);
});
