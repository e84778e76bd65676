import type { MeetingRequestView } from '@musubi/contracts';
import { expect, test } from '../../fixtures/index.ts';
import { signInFrom } from '../../fixtures/people.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';
import { SignInPage } from '../../pages/people/sign-in.ts';

test.use({ basePath: '/musubi/' });

test('pages, files, links in mails, cookies and the socket honour the prefix', async ({
  site,
  stranger,
  mailbox,
  conference,
  participant,
}) => {
  expect(new URL(site).pathname).toBe('/musubi/');
  const outside: string[] = [];
  const visitor = await stranger();
  visitor.page.on('request', (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && !pathname.startsWith('/musubi/')) outside.push(pathname);
  });

  await visitor.goTo('');
  await expect(visitor.page).toHaveURL(/\/musubi\/en$/);
  await visitor.page.getByRole('main').locator('a[href^="/musubi/en/events/"]').first().click();
  await expect(visitor.page).toHaveURL(/\/musubi\/en\/events\/[\w-]+$/);
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
  await visitor.page.reload();
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();

  const address = 'prefix@sign-in.example';
  const signIn = new SignInPage(visitor, 'en');
  await signIn.ask(address);
  const { link } = signInFrom(await mailbox.next(address, /Musubi/));
  expect(link).toContain('/musubi/sign-in/link#');
  await signIn.openLink(link);
  await signIn.enter();
  await expect.poll(async () => visitor.api.get('login')).toMatchObject({ me: { address } });
  const cookies = await visitor.page.context().cookies();
  expect(cookies.map(({ path }) => path)).toEqual(cookies.map(() => '/musubi/'));

  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const inbox = new MeetingsPage(osaka.visitor, 'ja', conference);
  await inbox.open();
  await stuttgart.visitor.api.post<MeetingRequestView>(`events/${conference.event.eventId}/meeting-requests`, {
    to: osaka.participantId,
    reason: 'Valves for our hydrogen plant',
    opportunityIds: [],
    slotIds: conference.slots.slice(0, 2).map(({ slotId }) => slotId),
    language: 'en',
  });
  await expect(inbox.rows('waiting')).toHaveCount(1);
  expect(outside).toEqual([]);
});
