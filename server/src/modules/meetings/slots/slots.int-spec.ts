import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AvailabilityView, BlockView, EventView, SlotChoice, SlotView } from '@musubi/contracts';
import {
  code,
  crowd,
  meet,
  type MeetingEvent,
  newBlock,
  newMeetingEvent,
  newPair,
} from '../../../../test/builders/meetings.js';
import { newEvent } from '../../../../test/builders/events.js';
import { newOrganiser } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

describe('meeting blocks', () => {
  const dates = (event: EventView) => [new Date(Date.parse(event.startsAt) + 86_400_000).toISOString().slice(0, 10)];

  it('are cut into slots on the wall of the event’s zone', async () => {
    const { event, organiser } = await newEvent(app, { zone: 'Europe/Brussels' });
    const { status, body } = await newBlock(app, organiser, event, {
      dates: ['2027-03-27', '2027-03-28'],
      from: '09:00',
      until: '10:00',
      slotMinutes: 25,
      gapMinutes: 5,
    });
    expect(status).toBe(201);
    // Summer time begins on the second morning: the wall stays, the instants move.
    expect(body.slots.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`)).toEqual([
      '2027-03-27T08:00:00.000Z 2027-03-27T08:25:00.000Z',
      '2027-03-27T08:30:00.000Z 2027-03-27T08:55:00.000Z',
      '2027-03-28T07:00:00.000Z 2027-03-28T07:25:00.000Z',
      '2027-03-28T07:30:00.000Z 2027-03-28T07:55:00.000Z',
    ]);
    const { body: list } = await app.http(organiser).get<BlockView[]>(`/api/events/${event.eventId}/blocks`);
    expect(list).toEqual([body]);
  });

  it('of one event never overlap, also across midnight; those of others may', async () => {
    const { event, organiser } = await newEvent(app);
    const late = { dates: dates(event), from: '23:00', until: '01:00' };
    expect((await newBlock(app, organiser, event, late)).status).toBe(201);
    const next = Temporal.PlainDate.from(late.dates[0]!).add({ days: 1 }).toString();
    expect(code(await newBlock(app, organiser, event, { dates: [next], from: '00:30', until: '02:00' }))).toEqual([
      409,
      'block.overlaps',
    ]);
    expect((await newBlock(app, organiser, event, { dates: [next], from: '01:00', until: '02:00' })).status).toBe(201);
    const other = await newEvent(app);
    expect((await newBlock(app, other.organiser, other.event, late)).status).toBe(201);
    const { body } = await app.http(organiser).get<BlockView[]>(`/api/events/${event.eventId}/blocks`);
    expect(body).toHaveLength(2);
  });

  it.each([
    ['no length', { from: '09:00', until: '09:00' }],
    ['no room for a slot', { from: '09:00', until: '09:10', slotMinutes: 20 }],
    ['a time that is none', { from: '25:00' }],
    ['an unknown key', { colour: 'red' }],
    ['no date', { dates: [] }],
  ])('with %s are refused', async (_, given) => {
    const { event, organiser } = await newEvent(app);
    expect(code(await newBlock(app, organiser, event, given as never))).toEqual([400, 'request.invalid']);
  });

  it('are made by organisers of the event, and read by them and by participants', async () => {
    const { event, organiser, slots } = await newMeetingEvent(app);
    expect(slots).toHaveLength(6);
    const participant = await newParticipant(app, event.eventId);
    const stranger = await newParticipant(app, (await newEvent(app)).event.eventId);
    const elsewhere = await newOrganiser(app, randomUUID());
    expect((await newBlock(app, participant, event)).status).toBe(404);
    expect((await newBlock(app, elsewhere, event)).status).toBe(404);
    const read = (person: { cookie: string } | null) => app.http(person).get(`/api/events/${event.eventId}/blocks`);
    expect((await read(participant)).status).toBe(200);
    expect((await read(organiser)).status).toBe(200);
    expect(code(await read(stranger))).toEqual([403, 'registration.required']);
    expect(code(await read(null))).toEqual([401, 'login.required']);
  });

  it('do not move once somebody sits in a slot', async () => {
    const { event, slots } = await newMeetingEvent(app);
    const { european, japanese } = await newPair(app, event.eventId);
    await meet(app, event.eventId, european, japanese, slots[0]!);
    const move = (slot: SlotView) =>
      app.db.query(
        `UPDATE meeting_slot SET starts_at = starts_at + interval '1 minute', during = tstzrange(starts_at + interval '1 minute', ends_at)
         WHERE id = $1`,
        [slot.slotId],
      );
    await expect(move(slots[0]!)).rejects.toMatchObject({ driverError: { constraint: 'meeting_seat_slot' } });
    await expect(move(slots[1]!)).resolves.toBeDefined();
    await expect(app.db.query('DELETE FROM meeting_slot WHERE id = $1', [slots[0]!.slotId])).rejects.toMatchObject({
      driverError: { code: '23503' },
    });
  });
});

describe('availability', () => {
  let scene: MeetingEvent;
  let path: string;
  beforeAll(async () => {
    scene = await newMeetingEvent(app);
    path = `/api/events/${scene.event.eventId}/availability`;
  });
  const during = (first: number, last = first) => ({
    startsAt: scene.slots[first]!.startsAt,
    endsAt: scene.slots[last]!.endsAt,
  });
  const states = async (viewer: { cookie: string }, other?: { participantId: string }) => {
    const query = other ? `?with=${other.participantId}` : '';
    const { body } = await app.http(viewer).get<SlotChoice[]>(`/api/events/${scene.event.eventId}/slots${query}`);
    return body.map(({ state }) => (state === 'late' ? 'free' : state));
  };

  it('is everything until somebody narrows it, and the other side only learns that one is busy', async () => {
    const { european, japanese } = await newPair(app, scene.event.eventId);
    expect((await app.http(european).get(path)).body).toEqual({
      everything: true,
      intervals: [],
      limits: { gapMinutes: 0, perDay: null, quietUntil: null, quiet: false },
      busy: [],
      outside: [],
    });
    const put = await app
      .http(european)
      .put<AvailabilityView>(path, { everything: false, intervals: [during(2), during(0, 1)] });
    expect(put).toMatchObject({ status: 200, body: { everything: false, intervals: [during(0, 1), during(2)] } });
    expect((await app.http(european).get(path)).body).toEqual(put.body);
    expect(await states(japanese, european)).toEqual(['free', 'free', 'free', 'busy', 'busy', 'busy']);
    expect(await states(european)).toEqual(['free', 'free', 'free', 'busy', 'busy', 'busy']);
    expect(await states(japanese)).toEqual(['free', 'free', 'free', 'free', 'free', 'free']);
    await app.http(european).put(path, { everything: false, intervals: [] });
    expect(await states(japanese, european)).toEqual(Array(6).fill('busy'));
    await app.http(european).put(path, { everything: true, intervals: [] });
    expect(await states(japanese, european)).toEqual(Array(6).fill('free'));
  });

  it('narrowed over a meeting keeps it and says so; a meeting takes its time from both', async () => {
    const { european, japanese } = await newPair(app, scene.event.eventId);
    const meeting = await meet(app, scene.event.eventId, european, japanese, scene.slots[3]!);
    expect(await states(european)).toEqual(['free', 'free', 'free', 'busy', 'free', 'free']);
    const put = await app.http(japanese).put<AvailabilityView>(path, { everything: false, intervals: [during(0)] });
    expect(put.body.outside).toEqual([meeting.meetingId]);
    expect((await app.http(european).get(`/api/meetings/${meeting.meetingId}`)).body.state).toBe('confirmed');
    await app.http(european).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'clash', note: null });
    expect(await states(european)).toEqual(Array(6).fill('free'));
    expect((await app.http(japanese).get<AvailabilityView>(path)).body.outside).toEqual([]);
  });

  it.each([
    [
      'outside of the blocks',
      () => ({ startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-01-01T01:00:00Z' }),
      422,
      'availability.outside_blocks',
    ],
    [
      'that ends before it starts',
      () => ({ startsAt: during(1).endsAt, endsAt: during(1).startsAt }),
      400,
      'request.invalid',
    ],
    ['that is no instant', () => ({ startsAt: 'tomorrow', endsAt: during(1).endsAt }), 400, 'request.invalid'],
  ])('refuses an interval %s and changes nothing', async (_, interval, status, refused) => {
    const { european } = await newPair(app, scene.event.eventId);
    expect(code(await app.http(european).put(path, { everything: false, intervals: [interval()] }))).toEqual([
      status,
      refused,
    ]);
    expect((await app.http(european).get(path)).body.everything).toBe(true);
  });

  it('and slots are for participants, with participants who can be asked', async () => {
    const { european, japanese } = await newPair(app, scene.event.eventId);
    const foreign = await newParticipant(app, (await newEvent(app)).event.eventId);
    const slots = (person: { cookie: string } | null, other: string) =>
      app.http(person).get(`/api/events/${scene.event.eventId}/slots?with=${other}`);
    expect(code(await slots(foreign, european.participantId))).toEqual([403, 'registration.required']);
    expect(code(await slots(european, foreign.participantId))).toEqual([409, 'participant.unavailable']);
    expect(code(await slots(null, european.participantId))).toEqual([401, 'login.required']);
    expect(code(await slots(european, 'nobody'))).toEqual([400, 'request.invalid']);
    await app.http(japanese).put(`/api/me/blocks/${european.userId}`);
    expect(code(await slots(european, japanese.participantId))).toEqual([409, 'participant.unavailable']);
    expect(code(await app.http(foreign).get(path))).toEqual([403, 'registration.required']);
  });

  it('slots cost the same number of queries whatever stands between the two', async () => {
    const [one, other, ...others] = await crowd(app, scene.event.eventId, 4);
    const look = () => app.http(one).get(`/api/events/${scene.event.eventId}/slots?with=${other!.participantId}`);
    await look();
    const plain = await countQueries(app, look);
    await meet(app, scene.event.eventId, one!, others[0]!, scene.slots[0]!);
    await meet(app, scene.event.eventId, other!, others[1]!, scene.slots[1]!);
    expect(await countQueries(app, look)).toBe(plain);
    expect((await look()).body.map(({ state }: SlotChoice) => state).slice(0, 2)).toEqual(['busy', 'busy']);
  });
});
