import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type MeetingView, type RoomTicket, staffIdentity, type Topic } from '@musubi/contracts';
import {
  after,
  code,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  type TestParticipant,
} from '../../../../test/builders/meetings.js';
import { startApp, type TestApp, type TestSocket } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';
import { VideoGuests } from '../../../../test/video/video-guests.js';
import { planVideo, type VideoServer } from '../../../../test/video/video-server.js';
import { LiveKit } from '../../../platform/index.js';

interface Scene {
  meeting: MeetingView;
  european: TestParticipant;
  japanese: TestParticipant;
}

let app: TestApp;
let server: VideoServer;
let event: MeetingEvent;
let scenes: Scene[];
const guests = new VideoGuests();
beforeAll(async () => {
  const plan = await planVideo();
  app = await startApp({ env: plan.env });
  server = await plan.start([`${app.origin}/api/livekit/webhook`]);
  event = await newMeetingEvent(app);
  scenes = [];
  for (let i = 0; i < 6; i++) {
    const pair = await newPair(app, event.event.eventId);
    scenes.push({
      ...pair,
      meeting: await meet(app, event.event.eventId, pair.european, pair.japanese, event.slots[0]!),
    });
  }
  await app.jumpTo(after(event.slots[0]!.startsAt, -5));
  await until(() => app.app.get(LiveKit).available(), 12);
});
afterAll(async () => {
  await app.close();
  await server?.stop();
  await VideoGuests.dispose();
});
let { meeting, european, japanese } = {} as Scene;
beforeEach(() => void ({ meeting, european, japanese } = scenes.shift()!));
afterEach(() => guests.leaveAll());

const ticket = (person: TestParticipant) =>
  app.http(person).post<RoomTicket>(`/api/meetings/${meeting.meetingId}/ticket`);
const enter = async (person: TestParticipant) => guests.enter((await ticket(person)).body);
const codes = async (...people: TestParticipant[]) =>
  (await Promise.all(people.map(ticket))).map((answer) => code(answer)[1] ?? 'a ticket');
const cancel = () =>
  app.http(european).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
const block = () => app.http(european).put(`/api/me/blocks/${japanese.userId}`);
const withdraw = (person: TestParticipant) =>
  app.http(person).post(`/api/events/${event.event.eventId}/registration/withdraw`);
const watch = async (person: { cookie: string }, topics: readonly Topic[]): Promise<TestSocket> => {
  const socket = app.socket(person).connect();
  for (const topic of topics) expect(await socket.emitWithAck('topic.watch', topic)).toMatchObject({ ok: true });
  return socket;
};

describe('the room of a meeting', () => {
  it('closes when the meeting is cancelled', async () => {
    const inside = [await enter(european), await enter(japanese)];
    const old = (await ticket(japanese)).body;
    await cancel();
    await guests.putOut(app, inside);
    expect(await codes(european, japanese)).toEqual(['meeting.wrong_state', 'meeting.wrong_state']);
    await guests.putOut(app, [await guests.enter(old)]);
  });

  it('closes between two when one blocks the other, for as long as that stands', async () => {
    const inside = [await enter(european), await enter(japanese)];
    await block();
    await guests.putOut(app, inside);
    expect(await codes(european, japanese)).toEqual(['room.closed', 'room.closed']);
    await app.http(european).delete(`/api/me/blocks/${japanese.userId}`);
    expect(await codes(european, japanese)).toEqual(['a ticket', 'a ticket']);
  });

  it('is watched no longer by two of whom one blocks the other, and by one who leaves the event', async () => {
    const topic: Topic = `meeting:${meeting.meetingId}`;
    const board: Topic = `event:${event.event.eventId}`;
    const sockets = await Promise.all([european, japanese, event.organiser].map((one) => watch(one, [topic, board])));
    const heard: string[] = [];
    for (const [i, socket] of sockets.entries()) {
      socket.on(
        'hint.given',
        ({ topic: of, kind }) => kind === 'room.changed' && heard.push(`${i} ${of.split(':')[0]}`),
      );
    }
    const hint = async () => {
      heard.length = 0;
      const { meetingId } = meeting;
      await app.transactions.run(async (tx) =>
        [topic, board].forEach((of) => tx.hint(of, 'room.changed', { meetingId })),
      );
      // Two hints about the same thing at once are sent a moment apart.
      await new Promise((resolve) => setTimeout(resolve, 400));
      return heard.toSorted();
    };
    expect(await hint()).toEqual(['0 event', '0 meeting', '1 event', '1 meeting', '2 event', '2 meeting']);
    await block();
    await until(async () => (await hint()).length === 4);
    expect(heard.toSorted()).toEqual(['0 event', '1 event', '2 event', '2 meeting']);
    await withdraw(japanese);
    await until(async () => (await hint()).length === 3);
    expect(heard.toSorted()).toEqual(['0 event', '2 event', '2 meeting']);
    expect(sockets.map(({ connected }) => connected)).toEqual([true, true, true]);
    for (const socket of sockets) socket.close();
  });

  it('is left at once by one who leaves the event while it goes on; the other stays', async () => {
    await app.jumpTo(after(meeting.startsAt, 2));
    const [stays, goes] = [await enter(european), await enter(japanese)];
    expect((await withdraw(japanese)).status).toBe(200);
    await guests.putOut(app, [goes]);
    expect(await codes(european, japanese)).toEqual(['a ticket', 'registration.required']);
    expect(guests.isOut(stays)).toBe(false);
    const topic: Topic = `meeting:${meeting.meetingId}`;
    const socket = app.socket(japanese).connect();
    expect(await socket.emitWithAck('topic.watch', topic)).toMatchObject({ ok: false });
    socket.close();
    (await watch(european, [topic])).close();
  });

  it('lets an organiser in as one whom all see, and whose leaving changes nothing', async () => {
    const answer = (await app.http(event.organiser).post<RoomTicket>(`/api/meetings/${meeting.meetingId}/ticket`)).body;
    expect(answer).toMatchObject({ identity: `${staffIdentity}${event.organiser.userId}`, canPublish: true });
    const { european: stranger } = scenes[0]!;
    expect(code(await ticket(stranger))).toEqual([404, 'not_found']);
  });

  it('closes when it is over, and not before', async () => {
    const inside = [await enter(european), await enter(japanese)];
    await app.jumpTo(after(meeting.endsAt, 14));
    await app.jobs.runSweeps();
    await app.jobs.drain();
    expect(inside.map((one) => guests.isOut(one))).toEqual([false, false]);
    expect(await codes(european)).toEqual(['a ticket']);
    await app.jumpTo(after(meeting.endsAt, 15));
    await app.jobs.runSweeps();
    await guests.putOut(app, inside);
    expect(await codes(european)).toEqual(['room.closed']);
  });
});
