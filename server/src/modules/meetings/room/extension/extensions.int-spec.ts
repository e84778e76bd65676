import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgendaItem, GuestView, MeetingRoomView, MeetingView } from '@musubi/contracts';
import { eventInput } from '../../../../../test/builders/events.js';
import {
  accept,
  after,
  ask,
  code,
  doubleBookings,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  tally,
  type TestParticipant,
} from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

/** Slots of 20 minutes, one right after the other. */
let app: TestApp;
let event: MeetingEvent;
let at = 0;
let meeting: MeetingView;
let european: TestParticipant;
let japanese: TestParticipant;
beforeAll(async () => {
  app = await startApp();
  const { endsAt } = eventInput();
  event = await newMeetingEvent(
    app,
    { endsAt, registrationClosesAt: endsAt },
    { from: '09:00', until: '19:00', slotMinutes: 20, gapMinutes: 0 },
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, event.event.eventId));
  // Each test at a later hour: the clock only moves forward.
  at += 3;
  meeting = await meet(app, event.event.eventId, european, japanese, slot(0));
});

const slot = (ahead: number) => event.slots[at + ahead]!;
const path = () => `/api/meetings/${meeting.meetingId}/room/extension`;
const more = (person: TestParticipant, key?: string) =>
  app.http(person).post<MeetingRoomView>(path(), {}, key ? { key } : {});
const begin = (minutes = 10) => app.jumpTo(after(meeting.startsAt, minutes));
const ends = async () => (await app.http(european).get<MeetingView>(`/api/meetings/${meeting.meetingId}`)).body.endsAt;
const extended = (by: number) => after(slot(0).endsAt, by).toISOString();

describe('five minutes more', () => {
  it('come when both sides want them: for the meeting, the agendas and the room', async () => {
    await begin();
    const asked = (await more(european)).body.extension;
    expect(asked).toEqual({ used: 0, askedBy: [european.participantId], until: extended(5), possible: true });
    expect(await ends()).toBe(slot(0).endsAt);
    expect((await more(japanese)).body.extension).toEqual({
      used: 1,
      askedBy: [],
      until: extended(10),
      possible: true,
    });
    expect(await ends()).toBe(extended(5));
    const agendas = await Promise.all(
      [european, japanese].map((one) => app.http(one).get<AgendaItem[]>(`/api/events/${event.event.eventId}/agenda`)),
    );
    expect(agendas.map(({ body }) => body.map(({ endsAt }) => endsAt))).toEqual([[extended(5)], [extended(5)]]);
  });

  it('come twice at the most', async () => {
    await begin();
    for (let i = 0; i < 2; i++) {
      await more(european);
      await more(japanese);
    }
    expect([code(await more(european)), await ends()]).toEqual([[409, 'extension.not_now'], extended(10)]);
  });

  it('are asked for once by whoever presses twice, and taken back or declined', async () => {
    await begin();
    const answers = await Promise.all([more(european, 'k1'), more(european, 'k1'), more(european, 'k2')]);
    expect(answers.map(({ body }) => body.extension.used)).toEqual([0, 0, 0]);
    const { body } = await app.http(japanese).delete<MeetingRoomView>(path());
    expect(body.extension).toMatchObject({ used: 0, askedBy: [] });
    await more(japanese);
    expect(await ends()).toBe(slot(0).endsAt);
  });

  it('are not there before the start, for others, or where somebody is expected elsewhere', async () => {
    await begin(-5);
    expect(code(await more(european))).toEqual([409, 'extension.not_now']);
    const stranger = await newParticipant(app, event.event.eventId);
    await meet(app, event.event.eventId, japanese, stranger, slot(1));
    await begin();
    expect([
      code(await more(stranger)),
      code(await more(event.organiser as never)),
      code(await more(european)),
    ]).toEqual([
      [404, 'not_found'],
      [404, 'not_found'],
      [409, 'extension.not_free'],
    ]);
    const { body } = await app.http(european).get<MeetingRoomView>(`/api/meetings/${meeting.meetingId}/room`);
    expect(body.extension).toMatchObject({ used: 0, possible: false });
  });

  it('are not for those who only listen to ask for: both sides are still to say so', async () => {
    const guest = await newParticipant(app, event.event.eventId, 'FR1');
    const people = [{ participantId: guest.participantId, part: 'observer' }];
    const { body } = await app
      .http(japanese)
      .post<GuestView[]>(`/api/meeting-requests/${meeting.requestId}/guests`, { people });
    await app.http(guest).post(`/api/guests/${body[0]!.guestId}/accept`);
    await begin();
    await more(japanese);
    expect([code(await more(guest)), await ends()]).toEqual([[403, 'forbidden'], slot(0).endsAt]);
  });

  it('are nobody else’s to book over: of both at once exactly one wins', async () => {
    const rounds = 6;
    const results: string[] = [];
    const scenes = [];
    for (let i = 0; i < rounds; i++) {
      const pair = await newPair(app, event.event.eventId);
      const late = await newParticipant(app, event.event.eventId);
      const one = await meet(app, event.event.eventId, pair.european, pair.japanese, slot(0));
      scenes.push({ ...pair, one, late });
    }
    await begin();
    for (const scene of scenes) {
      meeting = scene.one;
      const { body: asked } = await ask(app, event.event.eventId, scene.late, scene.japanese, [slot(1)]);
      await more(scene.european);
      const [extension, booking] = await Promise.all([
        more(scene.japanese),
        accept(app, scene.japanese, asked.requestId, slot(1)),
      ]);
      results.push(
        Object.keys(tally([extension, booking]))
          .toSorted()
          .join(' and '),
      );
    }
    const outcomes = ['200 and 409 meeting.slot_taken', '201 and 409 extension.not_free'];
    expect(results.filter((one) => !outcomes.includes(one))).toEqual([]);
    expect(await doubleBookings(app)).toBe(0);
    const [row] = (await app.db.query(
      `SELECT count(*)::int AS over FROM meeting_seat one JOIN meeting_seat other USING (occupant_id)
       WHERE one.live AND other.live AND one.meeting_id <> other.meeting_id AND one.extended_until > lower(other.during)
         AND lower(one.during) < lower(other.during)`,
    )) as { over: number }[];
    expect(row!.over).toBe(0);
  });

  it('agreed by both at the same moment are five, not ten', async () => {
    await begin();
    const answers = await Promise.all([more(european), more(japanese)]);
    expect([answers.map(({ status }) => status), await ends()]).toEqual([[200, 200], extended(5)]);
  });
});
