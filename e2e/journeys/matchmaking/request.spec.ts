import type { CapturedMail, MeetingRequestView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../../fixtures/axe.ts';
import { expect, test } from '../../fixtures/index.ts';
import { Visitor } from '../../fixtures/visitor.ts';
import { MeetingsPage } from '../../pages/meetings/meetings.ts';

test('a request arrives without reloading; accepted, both boards, calendars and mails agree', async ({
  conference,
  participant,
  mailbox,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const inbox = new MeetingsPage(osaka.visitor, 'ja', conference);
  const outbox = new MeetingsPage(stuttgart.visitor, 'en', conference);
  await inbox.open();
  await outbox.open();
  await expect(inbox.rows('waiting')).toHaveCount(0);

  await stuttgart.visitor.api.post<MeetingRequestView>(`events/${conference.event.eventId}/meeting-requests`, {
    to: osaka.participantId,
    reason: 'Valves for our hydrogen plant',
    opportunityIds: [],
    slotIds: conference.slots.slice(0, 3).map(({ slotId }) => slotId),
    language: 'en',
  });
  await expect(inbox.rows('waiting')).toHaveCount(1);
  await expect(outbox.rows('awaiting')).toHaveCount(1);
  await expectAccessible(osaka.visitor.page);

  await inbox.acceptFirst();
  await expect(inbox.rows('confirmed')).toHaveCount(1);
  await expect(outbox.rows('confirmed')).toHaveCount(1);
  await expectAccessible(stuttgart.visitor.page);

  const meetings = `events/${conference.event.eventId}/meetings`;
  const [mine] = await osaka.visitor.api.get<MeetingView[]>(meetings);
  const [theirs] = await stuttgart.visitor.api.get<MeetingView[]>(meetings);
  const facts = ({ meetingId, startsAt, endsAt, state }: MeetingView): object => ({
    meetingId,
    startsAt,
    endsAt,
    state,
  });
  expect(facts(mine!)).toEqual(facts(theirs!));
  expect(mine!.startsAt).toBe(conference.slots[0]!.startsAt);

  const letters = [
    await mailbox.next(osaka.address, /面談.*(確定|決まり)/),
    await mailbox.next(stuttgart.address, /confirmed/),
  ];
  const part = ({ calendar }: CapturedMail): object => ({
    method: calendar?.method,
    uid: /UID:(.+)\r?\n/.exec(calendar?.ics ?? '')?.[1],
    starts: /DTSTART[^:]*:(.+)\r?\n/.exec(calendar?.ics ?? '')?.[1]?.length,
    sequence: /SEQUENCE:(\d+)/.exec(calendar?.ics ?? '')?.[1],
  });
  expect(part(letters[0]!)).toEqual(part(letters[1]!));
  expect(part(letters[0]!)).toMatchObject({ method: 'REQUEST', sequence: '0' });
});

test('a third person who takes the same slot gets "just taken" and other slots', async ({
  conference,
  participant,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const askers = [await participant('stuttgart', 'DE1'), await participant('lyon', 'FRK')];
  const slotIds = conference.slots.slice(0, 2).map(({ slotId }) => slotId);
  const requests = new Set<string>();
  for (const asker of askers) {
    const path = `events/${conference.event.eventId}/meeting-requests`;
    const { requestId } = await asker.visitor.api.post<MeetingRequestView>(path, {
      to: osaka.participantId,
      reason: 'To speak about hydrogen valves',
      opportunityIds: [],
      slotIds,
      language: 'en',
    });
    requests.add(requestId);
  }
  const inbox = new MeetingsPage(osaka.visitor, 'ja', conference);
  await inbox.open();
  await expect(inbox.rows('waiting')).toHaveCount(2);

  // While this answer is on its way, a colleague's device gives the slot to the other one.
  let isFirst = true;
  await osaka.visitor.page.route('**/accept', async (route) => {
    const other = [...requests].find((id) => !route.request().url().includes(id));
    if (isFirst) await osaka.visitor.api.post(`meeting-requests/${other}/accept`, { slotId: slotIds[0] });
    isFirst = false;
    await route.continue();
  });
  await inbox.acceptFirst();
  await expect(inbox.takenDialog).toBeVisible();
  await expectAccessible(osaka.visitor.page);
  await inbox.takeAnother();
  await expect(inbox.rows('confirmed')).toHaveCount(2);

  // The page shows one's own answer at once; the server has it a moment later.
  const booked = async () => {
    const path = `events/${conference.event.eventId}/meetings`;
    return new Set((await osaka.visitor.api.get<MeetingView[]>(path)).map(({ slotId }) => slotId));
  };
  await expect.poll(async () => (await booked()).size).toBe(2);
  expect(await booked()).toContain(slotIds[0]);
});

test('two tabs agree, a question closes that was settled in the other, and after a cut nothing is missing', async ({
  conference,
  participant,
  site,
}) => {
  const osaka = await participant('osaka', 'JP-27');
  const stuttgart = await participant('stuttgart', 'DE1');
  const context = osaka.visitor.page.context();
  const other = new Visitor(await context.newPage(), osaka.visitor.api, site);
  const tabs = [osaka.visitor, other].map((tab) => new MeetingsPage(tab, 'ja', conference));
  const both = async (group: 'waiting' | 'ended', count: number): Promise<void> => {
    for (const tab of tabs) await expect(tab.rows(group)).toHaveCount(count, { timeout: 20_000 });
  };
  const ask = (first: number): Promise<MeetingRequestView> =>
    stuttgart.visitor.api.post<MeetingRequestView>(`events/${conference.event.eventId}/meeting-requests`, {
      to: osaka.participantId,
      reason: 'To speak about hydrogen valves',
      opportunityIds: [],
      slotIds: conference.slots.slice(first, first + 2).map(({ slotId }) => slotId),
      language: 'en',
    });
  for (const tab of tabs) await tab.open();

  await ask(0);
  await both('waiting', 1);
  const question = await tabs[1]!.askForTimes();
  await expect(question).toBeVisible();
  await tabs[0]!.declineFirst();
  await expect(question).toBeHidden();
  await both('waiting', 0);
  await both('ended', 1);

  await context.setOffline(true);
  await ask(2);
  await context.setOffline(false);
  await both('waiting', 1);
  await both('ended', 1);
});
