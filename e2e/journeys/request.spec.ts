import type { CapturedMail, MeetingRequestView, MeetingView } from '@musubi/contracts';
import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/index.ts';
import { MeetingsPage } from '../pages/meetings.ts';

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
  const ask = `events/${conference.event.eventId}/meeting-requests`;
  const slotIds = conference.slots.slice(0, 2).map(({ slotId }) => slotId);
  const requests = [];
  for (const asker of askers) {
    requests.push(
      await asker.visitor.api.post<MeetingRequestView>(ask, {
        to: osaka.participantId,
        reason: 'To speak about hydrogen valves',
        opportunityIds: [],
        slotIds,
        language: 'en',
      }),
    );
  }
  await osaka.visitor.api.post(`meeting-requests/${requests[0]!.requestId}/accept`, { slotId: slotIds[0] });
  const late = await osaka.visitor.api.send('post', `meeting-requests/${requests[1]!.requestId}/accept`, {
    slotId: slotIds[0],
  });
  expect(late.status()).toBe(409);
  const problem = (await late.json()) as { code: string; data: { alternatives: { slotId: string }[] } };
  expect(problem.code).toBe('meeting.slot_taken');
  expect(problem.data.alternatives.length).toBeGreaterThan(0);
  expect(problem.data.alternatives.map(({ slotId }) => slotId)).not.toContain(slotIds[0]);
});
