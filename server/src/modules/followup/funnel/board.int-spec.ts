import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { FunnelStep, FunnelView, Hint, MeetingView } from '@musubi/contracts';
import {
  after,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  wasInRoom,
} from '../../../../test/builders/meetings.js';
import { startApp, type TestApp, type TestSocket } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';

let app: TestApp;
let scene: MeetingEvent;
let socket: TestSocket;
let heard: Hint[];
let pair: Awaited<ReturnType<typeof newPair>>;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  scene = await newMeetingEvent(app);
  pair = await newPair(app, scene.event.eventId);
  socket = app.socket(scene.organiser).connect();
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  heard = [];
  socket.on('hint.given', (hint) => heard.push(hint));
  expect(await socket.emitWithAck('topic.watch', `organise:${scene.event.eventId}`)).toMatchObject({ ok: true });
});
afterEach(() => void socket.disconnect());

const meeting = (): Promise<MeetingView> =>
  meet(app, scene.event.eventId, pair.european, pair.japanese, scene.slots[0]!);
/** Long enough that what came before is told: what follows at once is told together. */
const calm = () => sleep(600);

/** What the board shows once it was told to look again, which nobody asks for. */
async function boardAfter<T>(act: () => Promise<T>): Promise<(step: FunnelStep) => number> {
  await calm();
  heard = [];
  await act();
  const { eventId } = scene.event;
  await until(() => heard.some(({ kind, ids }) => kind === 'funnel.changed' && ids['eventId'] === eventId));
  const { body } = await app.http(scene.organiser).get<FunnelView>(`/api/organise/funnel?eventId=${eventId}`);
  return (step) => body.steps.find((one) => one.step === step)!.count;
}

test('the board hears of a booking', async () => {
  expect((await boardAfter(meeting))('confirmed')).toBe(1);
});

test('the board hears of a cancellation', async () => {
  const { meetingId } = await meeting();
  const cancel = () => app.http(pair.japanese).post(`/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null });
  await boardAfter(cancel);
  const { body } = await app
    .http(scene.organiser)
    .get<MeetingView[]>(`/api/organise/events/${scene.event.eventId}/meetings`);
  expect(body.map((one) => [one.meetingId, one.state])).toEqual([[meetingId, 'cancelled']]);
});

test('the board hears that somebody did not come', async () => {
  const booked = await meeting();
  await wasInRoom(app, booked, pair.european.userId, new Date(booked.startsAt), new Date(booked.endsAt));
  const settle = async () => {
    await app.jumpTo(after(booked.endsAt, 30));
    await app.jobs.runSweeps();
  };
  expect((await boardAfter(settle))('held')).toBe(0);
  const { body } = await app
    .http(scene.organiser)
    .get<MeetingView[]>(`/api/organise/events/${scene.event.eventId}/meetings`);
  expect(body.map(({ state }) => state)).toEqual(['no_show']);
});
