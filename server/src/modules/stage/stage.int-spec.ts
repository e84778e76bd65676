import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, SessionView, StageView, VideoState } from '@musubi/contracts';
import { newEvent } from '../../../test/builders/events.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../test/builders/people.js';
import {
  importInput,
  importProgramme,
  newTalk,
  programmeFile,
  releaseProgramme,
} from '../../../test/builders/programmes.js';
import { newParticipant } from '../../../test/builders/registrations.js';
import { newKey, startApp, type TestApp } from '../../../test/start-app.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
let speaker: TestPerson;
let session: SessionView;
let participant: TestPerson;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function freshTalk(): Promise<void> {
  ({ event, organiser, speaker, session } = await newTalk(app));
  participant = await newParticipant(app, event.eventId);
}
const path = (rest = '', { sessionId } = session) => `/api/sessions/${sessionId}/stage${rest}`;
const view = async (person: TestPerson) => (await app.http(person).get<StageView>(path())).body;
const press = (person: TestPerson, button: 'live' | 'end' | 'ticket') => app.http(person).post(path(`/${button}`));
const codes = async (people: readonly TestPerson[], button: 'live' | 'end' | 'ticket') =>
  Promise.all(people.map(async (person) => (await press(person, button)).body.code ?? 'fine'));

describe('a stage', () => {
  it('shows everybody their place in it', async () => {
    await freshTalk();
    const host = await newOrganiser(app, event.eventId, 'host');
    const moderator = await newOrganiser(app, event.eventId, 'moderator');
    const interpreter = await newOrganiser(app, event.eventId, 'interpreter');
    const roles = await Promise.all(
      [organiser, host, moderator, speaker, interpreter, participant].map(async (person) => {
        const { role, mayPublish, mayModerate } = await view(person);
        return [role, mayPublish, mayModerate];
      }),
    );
    expect(roles).toEqual([
      ['host', true, true],
      ['host', true, true],
      ['moderator', true, true],
      ['speaker', true, false],
      ['interpreter', false, false],
      ['participant', false, false],
    ]);
    expect(await view(participant)).toEqual({
      sessionId: session.sessionId,
      session,
      state: 'backstage',
      liveSince: null,
      endedAt: null,
      role: 'participant',
      mayPublish: false,
      mayModerate: false,
      video: false,
      watching: 0,
      questions: [],
    });
  });

  it('goes live and ends, each once, and everybody who watches hears of it', async () => {
    await freshTalk();
    const socket = app.socket(participant).connect();
    const hints: string[] = [];
    socket.on('hint.given', ({ kind }) => hints.push(kind));
    try {
      expect(await socket.emitWithAck('topic.watch', `session:${session.sessionId}`)).toMatchObject({ ok: true });
      expect(await socket.emitWithAck('topic.watch', `event:${event.eventId}`)).toMatchObject({ ok: true });
      const live = await press(organiser, 'live');
      expect(live).toMatchObject({
        status: 200,
        body: { state: 'live', liveSince: expect.any(String), endedAt: null },
      });
      expect((await press(organiser, 'live')).body.liveSince).toBe(live.body.liveSince);
      const ended = await press(organiser, 'end');
      expect(ended.body).toMatchObject({ state: 'ended', liveSince: live.body.liveSince, endedAt: expect.any(String) });
      expect((await press(organiser, 'end')).body.endedAt).toBe(ended.body.endedAt);
    } finally {
      // Two hints about the same thing at once are sent a moment apart.
      await new Promise((resolve) => setTimeout(resolve, 500));
      socket.close();
    }
    expect(hints.sort()).toEqual(['stage.changed', 'stage.changed', 'stages.changed', 'stages.changed']);
  });

  it('tells every page of its event how far it has come', async () => {
    await freshTalk();
    const standings = async () => (await app.http().get(`/api/events/${event.eventId}/stages`)).body;
    expect(await standings()).toEqual([]);
    const { liveSince } = (await press(organiser, 'live')).body;
    expect(await standings()).toEqual([{ sessionId: session.sessionId, state: 'live', liveSince }]);
    await press(organiser, 'end');
    expect(await standings()).toEqual([{ sessionId: session.sessionId, state: 'ended', liveSince }]);
  });

  it('refuses moves out of order', async () => {
    await freshTalk();
    expect(await codes([organiser], 'end')).toEqual(['stage.wrong_state']);
    await press(organiser, 'live');
    await press(organiser, 'end');
    expect(await codes([organiser], 'live')).toEqual(['stage.wrong_state']);
  });

  it('is moved by host, moderator and organiser of its own event only', async () => {
    await freshTalk();
    const { event: elsewhere } = await newEvent(app);
    const foreign = await newOrganiser(app, elsewhere.eventId, 'host');
    const stranger = await newPerson(app);
    for (const button of ['live', 'end'] as const) {
      expect(await codes([speaker, participant, foreign, stranger], button)).toEqual([
        'forbidden',
        'forbidden',
        'registration.required',
        'registration.required',
      ]);
    }
    expect((await app.http().post(path('/live'))).body.code).toBe('login.required');
    expect((await view(organiser)).state).toBe('backstage');
    expect(await codes([await newOrganiser(app, event.eventId, 'moderator')], 'live')).toEqual(['fine']);
  });

  it('moves once when many press at once', async () => {
    await freshTalk();
    const answers = await Promise.all(Array.from({ length: 8 }, () => press(organiser, 'live')));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.liveSince}`)).size).toBe(1);
    const key = newKey();
    const ends = await Promise.all([1, 2].map(() => app.http(organiser).post(path('/end'), {}, { key })));
    expect(ends[0]!.body).toEqual(ends[1]!.body);
  });

  it('is not there for a break, an unknown session or one that nobody published', async () => {
    await freshTalk();
    const sessions = [
      { guid: 'pause', title: 'Break', type: 'Break', from: 60 },
      { guid: 'next', title: 'Next', from: 120 },
    ];
    await importProgramme(app, organiser, event, importInput(programmeFile(event, sessions, 'more')));
    const { body } = await releaseProgramme(app, organiser, event);
    const pause = body.sessions.find(({ kind }) => kind === 'break')!;
    const statusOf = async (url: string) => (await app.http(organiser).get(url)).status;
    expect(await statusOf(path('', pause))).toBe(404);
    expect(await statusOf(`/api/sessions/${crypto.randomUUID()}/stage`)).toBe(404);
    expect(await statusOf('/api/sessions/x/stage')).toBe(400);
  });

  it('does not open for a cancelled session', async () => {
    await freshTalk();
    await importProgramme(app, organiser, event, importInput(programmeFile(event, [])));
    await releaseProgramme(app, organiser, event);
    expect((await view(participant)).session.state).toBe('cancelled');
    expect(await codes([organiser], 'live')).toEqual(['stage.wrong_state']);
    expect(await codes([organiser], 'ticket')).toEqual(['room.closed']);
  });

  it('is watched by those who may see it only', async () => {
    await freshTalk();
    const watch = async (person: TestPerson, topic: string) => {
      const socket = app.socket(person).connect();
      try {
        return ((await socket.emitWithAck('topic.watch', topic as never)) as { ok: boolean }).ok;
      } finally {
        socket.close();
      }
    };
    const topic = `session:${session.sessionId}`;
    expect(await watch(participant, topic)).toBe(true);
    expect(await watch(await newPerson(app), topic)).toBe(false);
    expect(await watch(participant, `session:${crypto.randomUUID()}`)).toBe(false);
  });

  it('takes no body but an empty one', async () => {
    await freshTalk();
    for (const button of ['live', 'end', 'ticket']) {
      const { body } = await app.http(organiser).post(path(`/${button}`), { force: true });
      expect(body.code).toBe('request.invalid');
    }
    const noKey = await app.http(organiser).post(path('/live'), {}, { headers: { 'idempotency-key': '' } });
    expect(noKey.body.code).toBe('idempotency.key_missing');
  });
});

describe('without a video server', () => {
  it('says so, and refuses tickets while everything else works', async () => {
    await freshTalk();
    expect((await app.http().get<VideoState>('/api/video')).body).toEqual({ available: false });
    expect(await press(speaker, 'ticket')).toMatchObject({ status: 503, body: { code: 'video.off' } });
    expect(await codes([participant], 'ticket')).toEqual(['stage.not_live']);
    expect(await press(organiser, 'live')).toMatchObject({ status: 200, body: { state: 'live', video: false } });
    expect(await codes([participant, speaker], 'ticket')).toEqual(['video.off', 'video.off']);
    expect((await press(organiser, 'end')).status).toBe(200);
    expect(await codes([participant, speaker], 'ticket')).toEqual(['room.closed', 'room.closed']);
  });
});
