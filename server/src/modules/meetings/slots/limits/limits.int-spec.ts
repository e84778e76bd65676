import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AvailabilityView, MeetingLimits, SlotChoice, SlotView } from '@musubi/contracts';
import {
  accept,
  ask,
  code,
  crowd,
  manyRequests,
  meet,
  newBlock,
  newMeetingEvent,
  newPair,
  tally,
} from '../../../../../test/builders/meetings.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const free: MeetingLimits = { gapMinutes: 0, perDay: null, quietUntil: null, quiet: false };
const limit = (eventId: string, person: { cookie: string }, limits: Partial<MeetingLimits>) =>
  app.http(person).put<AvailabilityView>(`/api/events/${eventId}/availability/limits`, { ...free, ...limits });
const states = async (eventId: string, viewer: { cookie: string }, other?: { participantId: string }) =>
  (
    await app
      .http(viewer)
      .get<SlotChoice[]>(`/api/events/${eventId}/slots${other ? `?with=${other.participantId}` : ''}`)
  ).body.map(({ state }) => (state === 'late' ? 'free' : state));

describe('what a person takes on', () => {
  it('holds when meetings are accepted at once: never more a day than that', async () => {
    for (let round = 0; round < 3; round++) {
      const { event, slots } = await newMeetingEvent(app);
      const [busy, ...others] = await crowd(app, event.eventId, 7);
      await limit(event.eventId, busy!, { perDay: 2 });
      const asked = await manyRequests(
        app,
        event,
        others.map((from, index) => ({ from, to: busy!, slotIds: [slots[index]!.slotId] })),
      );
      const answers = await Promise.all(asked.map((id, index) => accept(app, busy!, id, slots[index]!)));
      expect(tally(answers)).toEqual({ '201': 2, '409 availability.limit_reached': 4 });
      expect(await states(event.eventId, others[0]!, busy!)).toEqual(Array(6).fill('busy'));
    }
  });

  it('holds a pause between meetings that others book at once, and tells them no more than that the time is gone', async () => {
    for (let round = 0; round < 3; round++) {
      const { event, slots } = await newMeetingEvent(app);
      const [busy, ...others] = await crowd(app, event.eventId, 7);
      // The person asks six others for neighbouring times, and they all say yes.
      const asked = await manyRequests(
        app,
        event,
        others.map((to, index) => ({ from: busy!, to, slotIds: [slots[index]!.slotId] })),
      );
      await limit(event.eventId, busy!, { gapMinutes: 10 });
      const answers = await Promise.all(asked.map((id, index) => accept(app, others[index]!, id, slots[index]!)));
      const counts = tally(answers);
      expect(Object.keys(counts).sort()).toEqual(['201', '409 meeting.slot_taken']);
      const [close] = (await app.db.query(
        `SELECT count(*)::int AS close FROM meeting_seat one JOIN meeting_seat other
           ON one.occupant_id = other.occupant_id AND one.during << other.during
         WHERE one.occupant_id = $1 AND one.live AND other.live AND lower(other.during) - upper(one.during) < interval '10 minutes'`,
        [busy!.userId],
      )) as { close: number }[];
      expect([close!.close, counts['201']! >= 2]).toEqual([0, true]);
    }
  });

  it('is seen by oneself with the reason and by others without', async () => {
    const { event, slots } = await newMeetingEvent(app);
    const { european, japanese } = await newPair(app, event.eventId);
    await meet(app, event.eventId, european, japanese, slots[2]!);
    const { body } = await limit(event.eventId, european, { gapMinutes: 5 });
    const why = ({ busy }: AvailabilityView) => busy.map((one) => `${one.why} ${one.startsAt.slice(11, 16)}`).sort();
    const at = (slot: SlotView, key: 'startsAt' | 'endsAt') => slot[key].slice(11, 16);
    expect([why(body), body.limits]).toEqual([
      [`gap ${at(slots[1]!, 'endsAt')}`, `gap ${at(slots[2]!, 'endsAt')}`, `meeting ${at(slots[2]!, 'startsAt')}`],
      { ...free, gapMinutes: 5 },
    ]);
    // Five minutes lie between the slots anyway.
    expect(await states(event.eventId, european)).toEqual(['free', 'free', 'busy', 'free', 'free', 'free']);
    await limit(event.eventId, european, { gapMinutes: 6 });
    expect(await states(event.eventId, european)).toEqual(['free', 'busy', 'busy', 'busy', 'free', 'free']);
    const other = (await newPair(app, event.eventId)).japanese;
    expect(await states(event.eventId, other, european)).toEqual(['free', 'busy', 'busy', 'busy', 'free', 'free']);
    await limit(event.eventId, european, { quietUntil: slots[5]!.startsAt });
    expect(await states(event.eventId, other, european)).toEqual([...Array<string>(5).fill('busy'), 'free']);
    const refused = await ask(app, event.eventId, other, european, [slots[0]!]);
    expect(code(refused)).toEqual([409, 'meeting.slot_taken']);
    expect(JSON.stringify(refused.body)).not.toMatch(/quiet|gap|per_day/);
    await limit(event.eventId, european, { quiet: true });
    expect(await states(event.eventId, other, european)).toEqual(Array(6).fill('busy'));
  });

  it('keeps what stands, and lets a meeting move within a full day', async () => {
    const { event, slots } = await newMeetingEvent(app);
    const { european, japanese } = await newPair(app, event.eventId);
    const meeting = await meet(app, event.eventId, european, japanese, slots[0]!);
    await limit(event.eventId, european, { perDay: 1, gapMinutes: 30 });
    const asked = await app
      .http(japanese)
      .post<{ requestId: string }>(`/api/meetings/${meeting.meetingId}/reschedule`, {
        slotIds: [slots[1]!.slotId],
        note: null,
      });
    expect(asked.status).toBe(201);
    expect((await accept(app, european, asked.body.requestId, slots[1]!)).status).toBe(201);
  });

  it.each([{ gapMinutes: -1 }, { perDay: 0 }, { quietUntil: 'tomorrow' }, { colour: 'red' }])(
    'is refused as %j',
    async (given) => {
      const { event } = await newMeetingEvent(app);
      const { european } = await newPair(app, event.eventId);
      expect(code(await limit(event.eventId, european, given as never))).toEqual([400, 'request.invalid']);
    },
  );
});

describe('a block that people offer only when they say so', () => {
  it('is closed to asking until they do, block by block', async () => {
    const { event, organiser, slots } = await newMeetingEvent(app, {}, { offered: false });
    const { european, japanese } = await newPair(app, event.eventId);
    expect(await states(event.eventId, european)).toEqual(Array(6).fill('busy'));
    const interval = { startsAt: slots[0]!.startsAt, endsAt: slots[1]!.endsAt };
    for (const person of [european, japanese]) {
      await app
        .http(person)
        .put(`/api/events/${event.eventId}/availability`, { everything: false, intervals: [interval] });
    }
    expect(await states(event.eventId, european, japanese)).toEqual(['free', 'free', 'busy', 'busy', 'busy', 'busy']);
    // A block that comes later brings its own default.
    await newBlock(app, organiser, event, { from: '19:00', until: '19:25' });
    expect((await states(event.eventId, european, japanese)).slice(6)).toEqual(['free']);
  });
});
