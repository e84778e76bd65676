import type { DraftView, LoginState, RegistrationView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { newcomer, signInFrom } from '../../fixtures/people.ts';
import { say } from '../../fixtures/words.ts';
import { RegisterPage } from '../../pages/people/register.ts';
import { SignInPage } from '../../pages/people/sign-in.ts';

const people = [
  { lang: 'ja', region: 'JP-27', zone: 'Asia/Tokyo' },
  { lang: 'en', region: 'DE1', zone: 'Europe/Berlin' },
] as const;

for (const { lang, region, zone } of people) {
  test(`somebody from ${region} finds the event, signs in by mail and registers (${lang})`, async ({
    conference,
    stranger,
    mailbox,
  }, test) => {
    test.setTimeout(90_000);
    const who = newcomer(`register-${test.testId.slice(-6)}`, region);
    const visitor = await stranger({ lang, zone });
    const { page } = visitor;
    await visitor.goTo(`${lang}/events/${conference.event.slug}`);
    await expectAccessible(page);
    await page
      .getByRole('link', { name: say(lang, 'public.event.register') })
      .first()
      .click();

    // The form asks who one is first, and comes back to itself.
    await page.getByLabel(say(lang, 'signin.address')).fill(who.address);
    await page.keyboard.press('Enter');
    const { code } = signInFrom(await mailbox.next(who.address, /Musubi/));
    await new SignInPage(visitor, lang).enterCode(code);

    const form = new RegisterPage(visitor, lang, conference);
    await expect(form.field('job_title')).toBeVisible();
    await expectAccessible(page);
    await form.continue();
    await expect(page.locator('[aria-invalid=true]').first()).toBeFocused();
    await form.tellWhoYouAre(who);
    await form.saved.waitFor();
    // What was done last, too: it is kept a moment after the typing ends.
    const { me } = await visitor.api.get<LoginState>('login');
    const draft = `me/drafts/register.${conference.event.eventId}.${me!.userId}`;
    await expect
      .poll(async () => {
        const content = (await visitor.api.get<DraftView | null>(draft))?.content ?? '';
        return [`"${region}"`, '"participants"'].every((last) => content.includes(last));
      })
      .toBe(true);
    await page.reload();
    await expect(form.field('job_title')).toHaveValue(who.jobTitle);
    await expect(form.field('organisation.name')).toHaveValue(who.organisation.nameLatin);
    await form.continue();
    await form.tellYourTimes(who);
    await expectAccessible(page);
    await form.send();
    await expect(form.registered).toBeVisible();
    await expectAccessible(page);

    const registration = await visitor.api.get<RegistrationView>(`events/${conference.event.eventId}/registration`);
    expect(registration).toMatchObject({
      state: 'complete',
      lang,
      directory: 'participants',
      jobTitle: who.jobTitle,
      name: { familyLatin: who.name.familyLatin, ...(lang === 'ja' && { familyLocal: who.name.familyLocal }) },
      organisation: { nameLatin: who.organisation.nameLatin, regionCode: region },
    });
    const letter = await mailbox.next(who.address, lang === 'ja' ? /参加登録完了/ : /You are registered/);
    expect(letter.lang).toBe(lang);
    expect(letter.calendar?.ics).toMatch(/BEGIN:VTIMEZONE[\s\S]+BEGIN:VEVENT/);
  });
}
