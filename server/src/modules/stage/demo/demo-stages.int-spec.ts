import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StageView } from '@musubi/contracts';
import { newTalk } from '../../../../test/builders/programmes.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { DemoDoor } from '../../identity/index.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const minutes = (at: string, more: number) => new Date(Date.parse(at) + more * 60_000);

describe('the stages of a demo', () => {
  it('follow a jump of its clock: the session of that hour is live since its start, the one before has ended', async () => {
    const { event, session } = await newTalk(app);
    // Another event's, at the same hour: nobody tells of it.
    await newTalk(app);
    const tell = (conferenceSlug: string) =>
      app.transactions.run((tx) => app.app.get(DemoDoor).describe(tx, { people: [], stops: [], conferenceSlug }));
    const watcher = await newParticipant(app, event.eventId);
    const stage = async () => {
      const { body } = await app.http(watcher).get<StageView>(`/api/sessions/${session.sessionId}/stage`);
      return [body.state, body.liveSince, body.endedAt];
    };
    await tell(event.slug);
    await app.jumpTo(minutes(session.startsAt, -1));
    expect(await stage()).toEqual(['backstage', null, null]);
    await app.jumpTo(minutes(session.startsAt, 16));
    expect(await stage()).toEqual(['live', session.startsAt, null]);
    const opened = (await app.db.query('SELECT session_id FROM stage')) as { session_id: string }[];
    expect(opened.map(({ session_id }) => session_id)).toEqual([session.sessionId]);
    await app.jumpTo(minutes(session.endsAt, 0));
    expect(await stage()).toEqual(['ended', session.startsAt, session.endsAt]);
  });
});
