import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CapturedMail, CapturedMailSummary } from '@musubi/contracts';
import ICAL from 'ical.js';
import { newEvent } from '../../../test/builders/events.js';
import {
  accept,
  after,
  ask,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  wasInRoom,
} from '../../../test/builders/meetings.js';
import { newOrganisation, requestPlace } from '../../../test/builders/organisations.js';
import { newOrganiser, newPerson } from '../../../test/builders/people.js';
import { newParticipant, register } from '../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { until } from '../../../test/until.js';

type Pair = Awaited<ReturnType<typeof newPair>>;

describe('letters', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  let pair: Pair;
  beforeAll(async () => {
    app = await startApp();
    scene = await newMeetingEvent(app);
  });
  beforeEach(async () => {
    pair = await newPair(app, scene.event.eventId);
    await app.jobs.drain();
    await app.db.query('DELETE FROM captured_mail');
  });
  afterAll(() => app.close());

  /** What came for a person since the test began, oldest first. */
  async function mailFor(person: { userId: string }, wait: { early?: boolean } = {}): Promise<CapturedMail[]> {
    await app.jobs.drain(wait);
    const [{ address }] = await app.db.query('SELECT address FROM app_user WHERE id = $1', [person.userId]);
    const { body } = await app.http().get<CapturedMailSummary[]>(`/api/mail?to=${encodeURIComponent(address)}`);
    const mails = await Promise.all(body.map(({ id }) => app.http().get<CapturedMail>(`/api/mail/${id}`)));
    return mails.map((mail) => mail.body).reverse();
  }

  const calendarOf = (mail: CapturedMail) => {
    const calendar = new ICAL.Component(ICAL.parse(mail.calendar!.ics) as never[]);
    const event = calendar.getFirstSubcomponent('vevent')!;
    return {
      method: mail.calendar!.method,
      inside: calendar.getFirstPropertyValue('method'),
      uid: event.getFirstPropertyValue('uid'),
      sequence: event.getFirstPropertyValue('sequence'),
      attendees: event.getAllProperties('attendee').length,
      start: new ICAL.Event(event).startDate.toJSDate().toISOString(),
    };
  };

  it('confirm a registration with a calendar entry of its own, and take it back at a withdrawal', async () => {
    const { event } = await newEvent(app);
    const person = await newPerson(app);
    await register(app, event.eventId, person);
    await app.http(person).post(`/api/events/${event.eventId}/registration/withdraw`);
    await register(app, event.eventId, person);
    const mails = await mailFor(person);
    const [invited, cancelled, again] = mails.map(calendarOf);
    expect([invited, cancelled, again]).toMatchObject([
      { method: 'REQUEST', inside: 'REQUEST', attendees: 1 },
      { method: 'CANCEL', inside: 'CANCEL', attendees: 1, uid: invited!.uid },
      { method: 'REQUEST', inside: 'REQUEST', attendees: 1 },
    ]);
    expect(Number(cancelled!.sequence)).toBeGreaterThan(Number(invited!.sequence));
    // A calendar that has taken an entry back may not take it up again.
    expect(again!.uid).not.toBe(invited!.uid);
    expect(mails[1]!.text).toContain('the entry in your calendar is cancelled');
  });

  it('take the entry back from whoever had a place and is not admitted after all, and from nobody else', async () => {
    const { event, organiser } = await newEvent(app, { capacity: 1 });
    const [inside, waiting, leaving] = [await newPerson(app), await newPerson(app), await newPerson(app)];
    const registered = [];
    for (const person of [inside, waiting, leaving]) registered.push(await register(app, event.eventId, person));
    await app.http(leaving).post(`/api/events/${event.eventId}/registration/withdraw`);
    for (const { body } of registered.slice(0, 2).reverse()) {
      await app.http(organiser).post(`/api/registrations/${body.participantId}/reject`, { reason: null });
    }
    const methods = async (person: { userId: string }) =>
      (await mailFor(person)).map(({ calendar, text }) => [
        calendar?.method ?? null,
        text.includes('the entry in your calendar is cancelled'),
      ]);
    expect(await methods(inside)).toEqual([
      ['REQUEST', false],
      ['CANCEL', true],
    ]);
    for (const person of [waiting, leaving]) {
      expect(await methods(person)).toEqual([
        [null, false],
        [null, false],
      ]);
    }
  });

  it('tell the one who is asked, in their language, with both times, and nobody else', async () => {
    const { european, japanese } = pair;
    await ask(app, scene.event.eventId, european, japanese, scene.slots.slice(0, 2));
    const [mail, ...others] = await mailFor(japanese);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ lang: 'ja', calendar: null });
    expect(mail!.subject).toContain('面談のお申込み');
    expect(mail!.text).toMatch(/JST · \d\d:\d\d〜\d\d:\d\d CES?T/);
    expect(await mailFor(european)).toEqual([]);
  });

  it('confirm a meeting to both with one UID and the same hour, and cancel it with a higher SEQUENCE', async () => {
    const { european, japanese } = pair;
    const slot = scene.slots[3]!;
    const asked = await ask(app, scene.event.eventId, european, japanese, [slot]);
    const meeting = await accept(app, japanese, asked.body.requestId, slot);
    await app.http(european).post(`/api/meetings/${meeting.body.meetingId}/cancel`, { reason: 'ill', note: null });

    for (const person of [european, japanese]) {
      const calendars = (await mailFor(person)).filter((mail) => mail.calendar).map(calendarOf);
      const same = {
        uid: `meeting-${meeting.body.meetingId}@musubi`,
        attendees: 1,
        start: asCalendarTime(slot.startsAt),
      };
      expect(calendars).toMatchObject([
        { method: 'REQUEST', inside: 'REQUEST', ...same },
        { method: 'CANCEL', inside: 'CANCEL', ...same },
      ]);
      expect(Number(calendars[1]!.sequence)).toBeGreaterThan(Number(calendars[0]!.sequence));
    }
  });

  it('move the calendar entry of a meeting that was rescheduled, with a higher SEQUENCE and the same UID', async () => {
    const { european, japanese } = pair;
    const [before, later] = [scene.slots[3]!, scene.slots[5]!];
    const asked = await ask(app, scene.event.eventId, european, japanese, [before]);
    const { meetingId } = (await accept(app, japanese, asked.body.requestId, before)).body;
    const moving = { slotIds: [later.slotId], note: null };
    const move = await app.http(european).post(`/api/meetings/${meetingId}/reschedule`, moving);
    await accept(app, japanese, move.body.requestId, later);
    for (const person of [european, japanese]) {
      const calendars = (await mailFor(person)).filter((mail) => mail.calendar).map(calendarOf);
      const same = { method: 'REQUEST', inside: 'REQUEST', uid: `meeting-${meetingId}@musubi`, attendees: 1 };
      expect(calendars.at(-1)).toEqual({ ...same, sequence: 1, start: asCalendarTime(later.startsAt) });
    }
    const subjects = (await mailFor(japanese)).map(({ subject }) => subject);
    expect(subjects.some((subject) => subject.startsWith('【面談日時の変更のご相談】'))).toBe(true);
    expect(subjects.at(-1)).toContain('【面談日時の変更】');
  });

  it('tell of a message once until it is read', async () => {
    const { european, japanese } = pair;
    const asked = await ask(app, scene.event.eventId, european, japanese, [scene.slots[6 % scene.slots.length]!]);
    const messages = `/api/meeting-requests/${asked.body.requestId}/messages`;
    const write = (text: string) => app.http(european).post(messages, { text });
    const letters = async () =>
      (await mailFor(japanese, { early: true })).filter(({ subject }) => subject.startsWith('【メッセージ】'));
    await write('Shall we bring samples?');
    expect(await letters()).toHaveLength(1);
    expect((await letters())[0]!.text).toContain('Shall we bring samples?');
    const { body } = await write('Small ones.');
    expect(await letters()).toHaveLength(1);
    await app.http(japanese).put(`${messages}/read`, { messageId: body.messageId });
    await write('Or large ones?');
    expect(await letters()).toHaveLength(2);
    const seen = await write('None at all?');
    await app.http(japanese).put(`${messages}/read`, { messageId: seen.body.messageId });
    const atOnce = await write('Read before the letter is written');
    await app.http(japanese).put(`${messages}/read`, { messageId: atOnce.body.messageId });
    await write('And written just before a block');
    await app.http(japanese).put(`/api/me/blocks/${european.userId}`);
    expect(await letters()).toHaveLength(2);
    expect((await mailFor(european)).filter(({ subject }) => subject.includes('written'))).toEqual([]);
  });

  it('leave a moment to whoever has the messages open, and hold up no other letter', async () => {
    const { european, japanese } = pair;
    const [one, other] = [scene.slots[6 % scene.slots.length]!, scene.slots[7 % scene.slots.length]!];
    const { requestId } = (await ask(app, scene.event.eventId, european, japanese, [one])).body;
    const under = `/api/meeting-requests/${requestId}`;
    const subjects = async (wait = {}) => (await mailFor(european, wait)).map(({ subject }) => subject);
    const written = await app.http(japanese).post(`${under}/messages`, { text: 'Are you there?' });
    await app.http(japanese).post(`${under}/counter`, { slotIds: [other.slotId], note: null });
    // Written at once, it would leave here: before a page that is open could tell that it was read.
    expect(await subjects()).toEqual([expect.stringContaining('proposes another time')]);
    await app.http(european).put(`${under}/messages/read`, { messageId: written.body.messageId });
    expect(await subjects({ early: true })).toHaveLength(1);
    await app.http(japanese).post(`${under}/messages`, { text: 'And now?' });
    expect(await subjects({ early: true })).toHaveLength(2);
  });

  it('give the reason of a refusal to the one who asked', async () => {
    const { european, japanese } = pair;
    const asked = await ask(app, scene.event.eventId, european, japanese, [scene.slots[4]!]);
    await app
      .http(japanese)
      .post(`/api/meeting-requests/${asked.body.requestId}/decline`, { reason: 'no-time', note: null });
    const [mail] = await mailFor(european);
    expect(mail!.subject).toMatch(/cannot meet you this time$/);
    expect(mail!.text).toContain('Reason: No free time at this event');
  });

  it('ask the admins about a colleague, and tell the colleague the answer, in the language of each', async () => {
    const [admin, member, newcomer] = [
      await newPerson(app, 'JP-27'),
      await newPerson(app, 'JP-27'),
      await newPerson(app, 'DE1'),
    ];
    const organisationId = await newOrganisation(app, admin, member);
    await app.jobs.drain();
    await app.db.query('DELETE FROM captured_mail');

    const affiliationId = await requestPlace(app, newcomer.userId, organisationId);
    const [asked, ...more] = await mailFor(admin);
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ lang: 'ja', calendar: null });
    expect(asked!.subject).toMatch(/^【承認のお願い】/);
    expect(asked!.text).toContain(newcomer.address);
    expect(asked!.text).toContain('/app/organisation');

    await app.http(admin).post(`/api/affiliations/${affiliationId}/approve`);
    const told = await mailFor(newcomer);
    expect(told.map(({ lang, subject }) => `${lang} ${subject}`)).toEqual([
      expect.stringMatching(/^en You now speak for /),
    ]);
    expect(await mailFor(admin)).toHaveLength(1);
    expect(await mailFor(member)).toEqual([]);
  });

  it('tell whoever becomes the administrator of an organisation, and whose place somebody else ended', async () => {
    const [admin, member, leaver, ended] = [
      await newPerson(app),
      await newPerson(app),
      await newPerson(app),
      await newPerson(app, 'JP-13'),
    ];
    const organisationId = await newOrganisation(app, admin, member, leaver, ended);
    await app.jobs.drain();
    await app.db.query('DELETE FROM captured_mail');
    const placeOf = async ({ userId }: { userId: string }) =>
      (await app.db.query('SELECT id FROM affiliation WHERE user_id = $1', [userId]))[0].id as string;
    await app.http(leaver).post(`/api/affiliations/${await placeOf(leaver)}/end`);
    await app.http(admin).post(`/api/affiliations/${await placeOf(ended)}/end`);
    await app.http(admin).post(`/api/affiliations/${await placeOf(member)}/hand-over`);
    const subjects = async (who: { userId: string }) => (await mailFor(who)).map(({ subject }) => subject);
    expect(await subjects(member)).toEqual([expect.stringMatching(/^You are now the administrator of /)]);
    expect(await subjects(ended)).toEqual([expect.stringMatching(/へのご所属の終了$/)]);
    expect([await subjects(admin), await subjects(leaver)]).toEqual([[], []]);

    await app.http(member).post(`/api/affiliations/${await placeOf(admin)}/end`);
    await app.http(member).post(`/api/affiliations/${await placeOf(member)}/end`);
    const asking = await requestPlace(app, leaver.userId, organisationId);
    await app.http(await newOrganiser(app)).post(`/api/affiliations/${asking}/approve`);
    expect(await subjects(leaver)).toEqual([expect.stringMatching(/^You are now the administrator of /)]);
  });

  it('ask for new times of the one who proposed those that are gone, and of nobody else', async () => {
    const { european, japanese } = pair;
    const slot = scene.slots[2]!;
    const rival = await newParticipant(app, scene.event.eventId, 'DE1');
    const [first, second] = [
      await ask(app, scene.event.eventId, european, japanese, [slot]),
      await ask(app, scene.event.eventId, rival, japanese, [slot]),
    ];
    await accept(app, japanese, first.body.requestId, slot);
    await until(async () => (await mailFor(rival)).some((mail) => mail.subject.startsWith('Another time is needed')));
    const subjects = (await mailFor(japanese)).map((mail) => mail.subject);
    expect(subjects.filter((subject) => subject.includes('再提案'))).toEqual([]);
    expect(second.status).toBe(201);
  });

  it('leave once when their job runs twice', async () => {
    const { european, japanese } = pair;
    await ask(app, scene.event.eventId, european, japanese, [scene.slots[5]!]);
    const [first] = await mailFor(japanese);
    await app.db.query(
      `UPDATE pgboss.job SET state = 'created', completed_on = NULL WHERE name = 'letters' AND data->>'about' = 'request'`,
    );
    expect((await mailFor(japanese)).map((mail) => mail.messageId)).toEqual([first!.messageId]);
  });

  it('show what people wrote as text, never as markup', async () => {
    const { european, japanese } = pair;
    const slotIds = [scene.slots[0]!.slotId];
    await app.http(european).post(`/api/events/${scene.event.eventId}/meeting-requests`, {
      to: japanese.participantId,
      reason: '<a href="https://evil.example">click</a>',
      opportunityIds: [],
      slotIds,
      language: 'en',
    });
    const [mail] = await mailFor(japanese);
    expect(mail!.html).not.toContain('href="https://evil.example"');
    expect(mail!.html).toContain('&lt;a href=');
  });

  it('ask the other side about another way to meet while the room is not open yet, and not once it is answered', async () => {
    const { european, japanese } = pair;
    const meeting = await meet(app, scene.event.eventId, european, japanese, scene.slots[2]!);
    await mailFor(japanese);
    await app.db.query('DELETE FROM captured_mail');
    const plan = `/api/meetings/${meeting.meetingId}/room/plan-b`;
    await app.http(european).put(plan, { kind: 'link', value: 'https://meet.example/osaka' });
    expect(await mailFor(european)).toEqual([]);
    const [letter, ...more] = await mailFor(japanese);
    expect([letter!.text, more]).toEqual([expect.stringContaining('https://meet.example/osaka'), []]);
    expect(letter!.text).toContain(`/meetings/${meeting.meetingId}\n`);
    await app.db.query('DELETE FROM captured_mail');
    await app.http(european).put(plan, { kind: 'phone', value: '+49 711 1234567' });
    await app.http(european).delete(plan);
    expect(await mailFor(japanese)).toEqual([]);
  });

  it('call whoever is missed once, however often they are called', async () => {
    const { european, japanese } = pair;
    const meeting = await meet(app, scene.event.eventId, european, japanese, scene.slots[5]!);
    await app.jumpTo(after(meeting.startsAt, 0));
    await wasInRoom(app, meeting, european.userId, after(meeting.startsAt, 0), null);
    await mailFor(japanese);
    await app.db.query('DELETE FROM captured_mail');
    const call = `/api/organise/events/${scene.event.eventId}/meetings/${meeting.meetingId}/missing/call`;
    for (const minute of [1, 2, 5]) {
      await app.jumpTo(after(meeting.startsAt, minute));
      expect((await app.http(scene.organiser).post(call)).status).toBe(200);
    }
    expect((await mailFor(japanese)).map(({ text }) => text.includes(`/meetings/${meeting.meetingId}/room`))).toEqual([
      true,
    ]);
    expect(await mailFor(european)).toEqual([]);
  });
});

const asCalendarTime = (instant: string) => new Date(instant).toISOString();
