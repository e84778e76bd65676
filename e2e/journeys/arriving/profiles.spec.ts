import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { publish } from '../../fixtures/people.ts';
import { say } from '../../fixtures/words.ts';
import { ProfilePage } from '../../pages/people/profile.ts';

const description =
  'We are forty firms between Mannheim and Lake Constance. Since 2011 we have built and tested electrolysers together, and we know who can make what.';

test('a member writes a profile, an organiser sends it back and approves it, and anybody reads it in both languages', async ({
  participant,
  organiser,
  stranger,
}) => {
  test.setTimeout(150_000);
  const stuttgart = await participant('stuttgart', 'DE1');
  const { organisation } = stuttgart.registration;
  await publish(stuttgart.visitor, stuttgart.registration, 'offer', 'Benches by the day');
  await organiser.api.put('organise/profile-review', { required: true });
  await organiser.api.post(`organise/profiles/${organisation.organisationId}/membership`, { member: true });

  const profile = new ProfilePage(stuttgart.visitor, 'en');
  await profile.open();
  await expectAccessible(profile.page);
  await expect(profile.gaps.first()).toHaveText(/needed/);
  await profile.page.getByRole('link', { name: say('en', 'profiles.gap.summary.ja') }).click();
  await expect(profile.text('summary', 'ja')).toBeFocused();
  await profile.text('summary', 'ja').fill('水素関連企業40社のクラスターです。試験設備を1日単位で貸し出しています。');
  await profile.text('summary', 'en').fill('Forty hydrogen firms with test benches that they lend by the day.');
  await profile.text('description', 'en').fill(description);
  await profile.text('lookingFor', 'en').fill('A cluster whose members need a bench.');
  await profile.choose('sectors', 'Renewable energy');
  await profile.choose('workingLanguages', 'English');
  await profile.check(say('en', 'profiles.seeks.new'));
  await profile.save();
  await profile.page.reload();
  await expect(profile.text('description', 'en')).toHaveValue(description);
  await profile.press('profile.next.submit');
  await expect(profile.standing.getByText(say('en', 'profile.waits'))).toBeVisible();

  const desk = organiser.page;
  await organiser.goTo('organise/profiles');
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(say('en', 'orgprofiles.title'));
  await expectAccessible(desk);
  await desk.getByRole('link', { name: /^Read what waits/ }).click();
  const waiting = desk.getByRole('article').filter({ hasText: organisation.nameLatin });
  await expect(waiting).toContainText(description);
  await expectAccessible(desk);
  await waiting.getByRole('button', { name: /^Send back/ }).click();
  await desk.getByRole('textbox', { name: say('en', 'orgprofiles.back.label') }).fill('Please name two members.');
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: say('en', 'orgprofiles.send_back') })
    .click();
  await expect(waiting).toHaveCount(0);

  await expect(profile.standing).toContainText('Please name two members.');
  await profile.text('aims', 'en').fill('With Hydra Ltd and Bench GmbH, one trial a year.');
  await profile.save();
  await profile.press('profile.next.resubmit');
  await expect(waiting).toContainText('Hydra Ltd');
  await waiting.getByRole('button', { name: /^Approve/ }).click();
  await expect(waiting).toHaveCount(0);
  await expect(profile.standing.getByRole('link', { name: say('en', 'profile.see') })).toBeVisible();
  await organiser.api.put('organise/profile-review', { required: false });

  const reader = await stranger({ lang: 'en' });
  await reader.goTo(`en/profiles?q=${encodeURIComponent(organisation.nameLatin)}`);
  const card = reader.page.getByRole('link', { name: organisation.nameLatin });
  await expectAccessible(reader.page);
  await card.click();
  await expect(reader.page.getByRole('heading', { level: 1 })).toHaveText(organisation.nameLatin);
  await expect(reader.page.getByRole('main')).toContainText('Forty hydrogen firms');
  await expect(reader.page.getByRole('main')).toContainText('Benches by the day');
  await expectAccessible(reader.page);
  const address = new URL(reader.page.url()).pathname.replace('/en/', '').replace(/^\//, '');
  await reader.goTo(`ja/${address}`);
  await expect(reader.page.getByRole('main')).toContainText('水素関連企業40社のクラスターです');
  await expect(reader.page.locator('link[hreflang="en"]')).toHaveAttribute('href', new RegExp(`/en/${address}$`));
  await expectAccessible(reader.page);
});

test('an organiser looks at a file of profiles before taking it over', async ({ organiser }) => {
  const { page } = organiser;
  await organiser.goTo('organise/profiles/import');
  const choose = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'profiles.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('name,kind,region\nA Cluster,guild,DE1\n');
  await expect(page.getByRole('row', { name: /A Cluster/ })).toContainText('guild');
  await expectAccessible(page);
  const name = `Cluster ${Date.now()}`;
  await choose(`name,kind,region\n${name},cluster,DE1\n`);
  await page.getByRole('button', { name: say('en', 'orgprofiles.import.take') }).click();
  await expect(page.getByRole('heading', { name: /profiles\.csv/ })).toHaveText(say('en', 'orgprofiles.import.done'));
  await organiser.goTo(`organise/profiles?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
});
