import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingView, SlotChoice, SlotView } from '@musubi/contracts';
import {
  ask,
  code,
  crowd,
  doubleBookings,
  manyRequests,
  newBlock,
  newMeetingEvent,
  newPair,
  tally,
} from '../../../../../test/builders/meetings.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const book = (
  eventId: string,
  from: { cookie: string },
  to: { participantId: string },
  slot: SlotView,
  options: { key?: string } = {},
) =>
  app.http(from).post<MeetingView>(
    `/api/events/${eventId}/instant-bookings`,
    {
      to: to.participantId,
      slotId: slot.slotId,
      reason: 'Sensors for small factories',
      opportunityIds: [],
      language: 'en',
    },
    options,
  );
const scene = async () => newMeetingEvent(app, {}, { mode: 'instant' });

describe('a time that is taken without asking', () => {
  it('is a meeting for both at once, told as one', async () => {
    const { event, slots } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    const booked = await book(event.eventId, european, japanese, slots[0]!);
    expect(booked).toMatchObject({ status: 201, body: { state: 'confirmed', slotId: slots[0]!.slotId } });
    const mine = await app.http(japanese).get<MeetingView[]>(`/api/events/${event.eventId}/meetings`);
    expect(mine.body.map(({ meetingId, reason }) => [meetingId, reason])).toEqual([
      [booked.body.meetingId, 'Sensors for small factories'],
    ]);
    const { body } = await app.http(european).get(`/api/meeting-requests/${booked.body.requestId}`);
    expect(body).toMatchObject({
      state: 'accepted',
      history: [
        { by: 'from', did: 'requested' },
        { by: 'from', did: 'accepted' },
      ],
    });
    const open = await app
      .http(european)
      .get<SlotChoice[]>(`/api/events/${event.eventId}/slots?with=${japanese.participantId}`);
    expect(open.body.map(({ state, instant }) => [state === 'busy', instant])).toEqual([
      [true, true],
      ...Array<boolean[]>(5).fill([false, true]),
    ]);
  });

  it('is one meeting, however often it is sent', async () => {
    const { event, slots } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    const key = randomUUID();
    const same = await Promise.all([1, 2, 3].map(() => book(event.eventId, european, japanese, slots[0]!, { key })));
    const device = await book(event.eventId, european, japanese, slots[0]!);
    expect(new Set([...same, device].map(({ status, body }) => `${status} ${body.meetingId}`)).size).toBe(1);
  });

  it('goes to one of 200 who want it at once; the others hear of times that are left', async () => {
    const { event, slots } = await scene();
    const [wanted, ...callers] = await crowd(app, event.eventId, 201);
    const answers = await Promise.all(callers.map((caller) => book(event.eventId, caller, wanted!, slots[2]!)));
    expect(tally(answers)).toEqual({ '201': 1, '409 meeting.slot_taken': 199 });
    const lost = answers
      .filter(({ status }) => status === 409)
      .map(({ body }) => body as unknown as { data: { alternatives: SlotChoice[] } });
    expect(lost.every(({ data }) => data.alternatives.length === 3)).toBe(true);
    expect(await doubleBookings(app)).toBe(0);
    const [left] = (await app.db.query('SELECT count(*)::int AS requests FROM meeting_request WHERE event_id = $1', [
      event.eventId,
    ])) as { requests: number }[];
    expect(left).toEqual({ requests: 1 });
  }, 60_000);

  it('is none of the first three that the other has proposed elsewhere', async () => {
    const { event, slots } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    const [third, fourth] = await crowd(app, event.eventId, 2);
    await ask(app, event.eventId, japanese, third!, slots.slice(0, 2));
    await ask(app, event.eventId, japanese, fourth!, slots.slice(2, 5));
    const { body } = await app
      .http(european)
      .get<SlotChoice[]>(`/api/events/${event.eventId}/slots?with=${japanese.participantId}`);
    expect(body.map(({ instant }) => instant)).toEqual([false, false, false, true, true, true]);
    expect(code(await book(event.eventId, european, japanese, slots[0]!))).toEqual([409, 'block.not_instant']);
    // Asking for it is still possible, and booking another one is.
    expect((await book(event.eventId, european, japanese, slots[4]!)).status).toBe(201);
  });

  it('is refused with a word, and nothing is left behind', async () => {
    const { event, organiser, slots } = await scene();
    const foreign = await scene();
    const { body: onRequest } = await newBlock(app, organiser, event, { from: '19:00', until: '20:00' });
    const { european, japanese } = await newPair(app, event.eventId);
    const stranger = await newPair(app, foreign.event.eventId);
    const cases: [Promise<{ status: number; body: object }>, number, string][] = [
      [book(event.eventId, european, japanese, onRequest.slots[0]!), 409, 'block.not_instant'],
      [book(event.eventId, european, japanese, foreign.slots[0]!), 422, 'meeting.slot_unknown'],
      [book(event.eventId, european, stranger.japanese, slots[0]!), 409, 'participant.unavailable'],
      [book(event.eventId, stranger.european, japanese, slots[0]!), 403, 'registration.required'],
      [book(event.eventId, european, european, slots[0]!), 409, 'participant.unavailable'],
    ];
    for (const [answer, status, refused] of cases) expect(code(await answer)).toEqual([status, refused]);
    await ask(app, event.eventId, japanese, european, [slots[1]!]);
    expect(code(await book(event.eventId, european, japanese, slots[0]!))).toEqual([409, 'meeting_request.duplicate']);
    await app.http(japanese).put(`/api/me/blocks/${european.userId}`);
    expect(code(await book(event.eventId, european, japanese, slots[0]!))).toEqual([409, 'participant.unavailable']);
    const [left] = (await app.db.query('SELECT count(*)::int AS meetings FROM meeting WHERE event_id = $1', [
      event.eventId,
    ])) as { meetings: number }[];
    expect(left).toEqual({ meetings: 0 });
  });

  it('leaves nothing open: whoever has ten requests open may still take one', async () => {
    const { event, slots } = await scene();
    const [eager, wanted, ...others] = await crowd(app, event.eventId, 12);
    const slotIds = [slots[1]!.slotId];
    await manyRequests(
      app,
      event,
      others.map((to) => ({ from: eager!, to, slotIds })),
    );
    expect(code(await ask(app, event.eventId, eager!, wanted!, [slots[0]!]))).toEqual([
      409,
      'meeting_request.cap_reached',
    ]);
    expect((await book(event.eventId, eager!, wanted!, slots[0]!)).status).toBe(201);
  });

  it('is a yes where the other has asked for this very time, with what the second says', async () => {
    const { event, slots } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    const { body: asked } = await ask(app, event.eventId, japanese, european, [slots[0]!, slots[1]!]);
    expect(code(await book(event.eventId, european, japanese, slots[2]!))).toEqual([409, 'meeting_request.duplicate']);
    expect(code(await book(event.eventId, japanese, european, slots[0]!))).toEqual([409, 'meeting_request.duplicate']);
    const booked = await book(event.eventId, european, japanese, slots[1]!);
    expect(booked).toMatchObject({
      status: 201,
      body: { requestId: asked.requestId, slotId: slots[1]!.slotId, state: 'confirmed' },
    });
    const thread = await app.http(japanese).get(`/api/meeting-requests/${asked.requestId}/messages`);
    expect(thread.body).toMatchObject({ messages: [{ text: 'Sensors for small factories', mine: false }] });
  });

  it('is none of the first three proposals of this event that are still ahead; others are nobody’s promise', async () => {
    const { event, slots } = await scene();
    const elsewhere = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    const [third, ...over] = await crowd(app, event.eventId, 4);
    // Their deadlines have passed; no sweep has come by.
    for (const [place, to] of over.entries()) {
      const { body } = await ask(app, event.eventId, japanese, to, [slots[place]!]);
      await app.db.query('UPDATE meeting_request SET answer_by = domain_now() WHERE id = $1', [body.requestId]);
    }
    const away = await newPair(app, elsewhere.event.eventId);
    const { body: foreign } = await ask(app, elsewhere.event.eventId, away.european, away.japanese, elsewhere.slots);
    await app.db.query(
      "UPDATE meeting_request SET from_user_id = $2, sent_at = sent_at - interval '1 day' WHERE id = $1",
      [foreign.requestId, japanese.userId],
    );
    await ask(app, event.eventId, japanese, third!, slots.slice(3, 6));
    const { body } = await app
      .http(european)
      .get<SlotChoice[]>(`/api/events/${event.eventId}/slots?with=${japanese.participantId}`);
    expect(body.map(({ instant }) => instant)).toEqual([true, true, true, false, false, false]);
    const refused = await book(event.eventId, european, japanese, slots[4]!);
    const { data } = refused.body as unknown as { data: { alternatives: SlotChoice[] } };
    expect([code(refused), data.alternatives.map(({ slotId }) => slotId)]).toEqual([
      [409, 'block.not_instant'],
      [2, 1, 0].map((place) => slots[place]!.slotId),
    ]);
  });

  it('is had once the deadline of what was open between the two has passed', async () => {
    const { event, slots } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    const { body: late } = await ask(app, event.eventId, european, japanese, [slots[1]!]);
    expect(code(await book(event.eventId, european, japanese, slots[0]!))).toEqual([409, 'meeting_request.duplicate']);
    await app.db.query('UPDATE meeting_request SET answer_by = domain_now() WHERE id = $1', [late.requestId]);
    expect(await book(event.eventId, european, japanese, slots[0]!)).toMatchObject({
      status: 201,
      body: { state: 'confirmed' },
    });
    const { body } = await app.http(japanese).get(`/api/meeting-requests/${late.requestId}`);
    expect(body).toMatchObject({ state: 'expired' });
  });

  it('is held to what both take on', async () => {
    const { event, slots } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    const limits = { gapMinutes: 0, perDay: 1, quietUntil: null, quiet: false };
    await app.http(european).put(`/api/events/${event.eventId}/availability/limits`, limits);
    const others = await crowd(app, event.eventId, 5);
    // Five take a time of the one who takes on one a day.
    const answers = await Promise.all(others.map((from, index) => book(event.eventId, from, european, slots[index]!)));
    expect(tally(answers)).toEqual({ '201': 1, '409 meeting.slot_taken': 4 });
    expect(code(await book(event.eventId, japanese, european, slots[5]!))).toEqual([409, 'meeting.slot_taken']);
  });
});
