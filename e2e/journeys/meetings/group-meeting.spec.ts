import type { InterpretersView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { newMeeting } from '../../fixtures/scene/meeting.ts';
import { signInByMail } from '../../fixtures/people.ts';
import { CompanyPart } from '../../pages/meetings/company.ts';
import { MeetingPage } from '../../pages/meetings/meeting.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';

test('three organisations meet with an interpreter: asked along, found, in every agenda, and the organisers see it', async ({
  conference,
  participant,
  organiser,
  stranger,
  mailbox,
}) => {
  const stuttgart = await participant('group-stuttgart', 'DE1');
  const osaka = await participant('group-osaka', 'JP-27');
  const lyon = await participant('group-lyon', 'FRK');
  const { meetingId } = await newMeeting(conference, [stuttgart, osaka], conference.slots[0]!);
  const meeting = (): Promise<MeetingView> => stuttgart.visitor.api.get<MeetingView>(`meetings/${meetingId}`);

  const page = new MeetingPage(stuttgart.visitor, 'en', conference);
  const company = new CompanyPart(page.page, 'en');
  await page.open(meetingId);
  await company.add(lyon.name.familyLatin);
  await expect(company.people).toHaveCount(1);
  await expect(company.people.first()).toContainText('No answer yet');
  await expectAccessible(page.page);

  const invited = new MeetingsPage(lyon.visitor, 'en', conference);
  const invitation = new CompanyPart(lyon.visitor.page, 'en');
  await invited.open();
  await expect(invitation.invitations).toHaveCount(1);
  await expectAccessible(lyon.visitor.page);
  await invitation.come();
  await expect(invited.rows('confirmed')).toHaveCount(1);
  await expect(company.people.first()).toContainText('Comes');
  await expect.poll(async () => (await meeting()).sides.map(({ side }) => side)).toEqual([0, 1, 2]);
  const letter = await mailbox.next(lyon.address, /take part in a meeting/);
  expect(letter.calendar?.method).toBe('REQUEST');
  expect(letter.calendar?.ics).toContain(`UID:meeting-${meetingId}@musubi`);

  await company.wantInterpreter();
  await expect(company.people).toHaveCount(2);
  await expect(company.people.last()).toContainText('The organisers are looking');
  const board = `organise/events/${conference.event.slug}/interpreters`;
  await organiser.goTo(board);
  await expect(organiser.page.locator('.lacking')).toHaveCount(1);
  await expectAccessible(organiser.page);
  const interpreter = { ...lyon, address: 'ken.mori@interpreters.example' };
  await organiser.page.locator('button.add').click();
  await organiser.page.locator('#interpreter-given').fill('Ken');
  await organiser.page.locator('#interpreter-family').fill('Mori');
  await organiser.page.locator('#interpreter-address').fill(interpreter.address);
  await organiser.page.locator('musubi-interpreter-form button[type=submit]').click();
  await expect(organiser.page.locator('.lacking')).toHaveCount(0);
  await expect(company.people.last()).toContainText('Ken Mori');
  const view = await organiser.api.get<InterpretersView>(`organise/events/${conference.event.eventId}/interpreters`);
  expect(view.interpreters).toMatchObject([{ meetings: [{ meetingId }] }]);

  const assigned = await mailbox.next(interpreter.address, /You interpret a meeting/);
  expect(assigned.calendar?.method).toBe('REQUEST');
  const window = await stranger();
  await signInByMail(window, interpreter, mailbox);
  await window.goTo('app/interpreting');
  await expect(window.page.locator('h2 time')).toHaveCount(1);
  await expectAccessible(window.page);

  await stuttgart.visitor.api.post(`meetings/${meetingId}/cancel`, { reason: 'ill', note: null });
  await expect(window.page.locator('h2 time')).toHaveCount(0);
  const released = await mailbox.next(interpreter.address, /no longer interpret/);
  expect(released.calendar?.method).toBe('CANCEL');
});
