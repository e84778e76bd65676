import type { MeetingRequestView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { newMeeting } from '../../fixtures/scene/meeting.ts';
import type { Participant } from '../../fixtures/people.ts';
import { DelegationPage } from '../../pages/meetings/delegation.ts';
import { MeetingPage } from '../../pages/meetings/meeting.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';

test('a pool of two answers together, hands meetings over, and one declines for the other', async ({
  conference,
  participant,
}) => {
  // Three people and ten pages.
  test.setTimeout(180_000);
  const stuttgart = await participant('asks-the-pool', 'DE1');
  const first = await participant('pool-first', 'JP-27');
  const second = await participant('pool-second', 'JP-27', first);
  const { eventId } = conference.event;
  const ask = (to: Participant, slot: number) =>
    stuttgart.visitor.api.post<{ requestId: string }>(`events/${eventId}/meeting-requests`, {
      to: to.participantId,
      reason: 'To speak about valves for hydrogen plants',
      opportunityIds: [],
      slotIds: [conference.slots[slot]!.slotId],
      language: 'en',
    });
  const meetings = () => stuttgart.visitor.api.get<MeetingView[]>(`events/${eventId}/meetings`);
  const comes = async () => (await meetings())[0]?.sides.find(({ side }) => side === 1)?.participant.participantId;

  const delegation = new DelegationPage(first.visitor, 'ja', conference);
  await delegation.open();
  await delegation.mode('pool').click();
  await expect(delegation.mode('pool')).toBeChecked();
  await expect
    .poll(async () => (await first.visitor.api.get<{ mode: string }>(`events/${eventId}/delegation`)).mode)
    .toBe('pool');
  await expectAccessible(delegation.page);

  // The first is engaged at that hour; what is asked of them reaches the colleague, who accepts.
  const other = await participant('engages-the-first', 'FR1');
  const taken = conference.slots[0]!;
  await newMeeting(conference, [other, first], taken);
  await ask(first, 0);
  const inbox = new MeetingsPage(second.visitor, 'ja', conference);
  await inbox.open();
  await expect(inbox.rows('waiting')).toHaveCount(1);
  await inbox.acceptOnly();
  await expect.poll(comes).toBe(second.participantId);
  await expect(inbox.rows('confirmed')).toHaveCount(1);

  // The other side has the meeting open and sees the name change when it is handed over, here another one of the first.
  const { meetingId } = await newMeeting(conference, [stuttgart, first], conference.slots[1]!);
  const there = new MeetingPage(stuttgart.visitor, 'en', conference);
  await there.open(meetingId);
  await expect(there.page.getByRole('heading', { level: 1 })).toContainText(first.name.familyLatin);
  await delegation.open();
  await expect(delegation.meetings).toHaveCount(3);
  const mine = delegation.meetings.filter({ hasText: stuttgart.name.familyLatin }).last();
  await expect(mine).toBeVisible();
  await delegation.handOver(mine);
  await expect(there.page.getByRole('heading', { level: 1 })).toContainText(second.name.familyLatin);
  await expect(delegation.page.locator('.log li')).toHaveCount(2);

  // Another one of the first goes to the colleague, too.
  const third = await newMeeting(conference, [other, first], conference.slots[3]!);
  await delegation.open();
  await expect(delegation.meetings).toHaveCount(4);
  await delegation.handOver(delegation.meetings.last());
  await expect
    .poll(
      async () =>
        (await other.visitor.api.get<MeetingView>(`meetings/${third.meetingId}`)).sides.find(({ side }) => side === 1)!
          .participant.participantId,
    )
    .toBe(second.participantId);

  // The second asks the first to act for them; the first agrees and declines a request in their place.
  const seconds = new DelegationPage(second.visitor, 'ja', conference);
  await seconds.open();
  await seconds.askAssistant();
  await delegation.open();
  await delegation.agree();
  await first.visitor.api.put(`events/${eventId}/delegation`, { mode: 'own', parts: [] });
  const { requestId } = await ask(second, 2);
  const acting = new MeetingsPage(first.visitor, 'ja', conference);
  await acting.open();
  await expect(acting.rows('waiting')).toHaveCount(0);
  await acting.actFor(second.participantId);
  await expect(acting.rows('waiting')).toHaveCount(1);
  await expectAccessible(acting.page);
  await acting.declineFirst();
  await expect
    .poll(async () => {
      const { history } = await stuttgart.visitor.api.get<MeetingRequestView>(`meeting-requests/${requestId}`);
      const last = history.at(-1)!;
      return [last.did, last.voice?.by.familyLatin, last.voice?.for.familyLatin];
    })
    .toEqual(['declined', first.name.familyLatin, second.name.familyLatin]);
  // Whoever comes anew acts for themselves.
  await delegation.open();
  await expect(delegation.page.locator('musubi-acting-banner musubi-note')).toHaveCount(0);
});
