import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { say } from '../../fixtures/words.ts';
import { OpportunitiesPage } from '../../pages/people/opportunities.ts';
import { ProfilePage } from '../../pages/people/profile.ts';

const title = 'Benches for electrolysers';
const summary = 'Eleven firms lend test benches by the day from April on, with somebody who knows them.';

test('an offer is written beside the profile, handed in, published by the helpdesk, and read by anybody', async ({
  participant,
  organiser,
  stranger,
}) => {
  test.setTimeout(150_000);
  const stuttgart = await participant('stuttgart', 'DE1');
  const { organisation } = stuttgart.registration;
  const { organisationId, nameLatin } = organisation;
  await organiser.api.post(`organise/profiles/${organisationId}/membership`, { member: true });

  await organiser.api.put('organise/profile-review', { required: false });
  const profile = new ProfilePage(stuttgart.visitor, 'en');
  await profile.open();
  await profile.text('summary', 'en').fill('Forty hydrogen firms with test benches that they lend by the day.');
  await profile.text('summary', 'ja').fill('水素関連企業40社のクラスターです。試験設備を1日単位で貸し出しています。');
  await profile
    .text('description', 'en')
    .fill(
      'We are forty firms between Mannheim and Lake Constance. Since 2011 we have built and tested electrolysers together, and we know who can make what.',
    );
  await profile.text('lookingFor', 'en').fill('A cluster whose members need a bench.');
  await profile.choose('sectors', 'Renewable energy');
  await profile.choose('workingLanguages', 'English');
  await profile.check(say('en', 'profiles.seeks.new'));
  await profile.press('profile.next.publish');
  await expect(profile.standing.getByRole('link', { name: say('en', 'profile.see') })).toBeVisible();
  await organiser.api.put('organise/profile-review', { required: true });

  const own = new OpportunitiesPage(stuttgart.visitor, 'en');
  await own.open(nameLatin);
  await expectAccessible(own.page);
  await own.begin('offer');
  await own.write('title', 'en', title);
  await own.write('summary', 'en', summary);
  await expectAccessible(own.page);
  await own.press('matchmaking.form.publish');
  await expect(own.entry(title)).toContainText('Under review');

  const desk = organiser.page;
  await organiser.goTo('organise/profiles/review');
  const waiting = desk.getByRole('article').filter({ hasText: title });
  await expect(waiting).toContainText(summary);
  await waiting.getByRole('button', { name: /^Approve/ }).click();
  await expect(waiting).toHaveCount(0);
  await expect(own.entry(title)).toContainText('Published');
  await organiser.api.put('organise/profile-review', { required: false });

  const reader = await stranger({ lang: 'en' });
  await reader.goTo(`en/profiles?q=${encodeURIComponent(nameLatin)}`);
  await reader.page.getByRole('link', { name: nameLatin }).click();
  await expect(reader.page.getByRole('heading', { level: 3, name: title })).toBeVisible();
  await expect(reader.page.getByRole('main')).toContainText(summary);
});
