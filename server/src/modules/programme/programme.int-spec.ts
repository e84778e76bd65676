import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventView, ProgrammeView } from '@musubi/contracts';
import { newEvent } from '../../../test/builders/events.js';
import { newOrganiser, type TestPerson } from '../../../test/builders/people.js';
import { importInput, importProgramme, programmeFile, releaseProgramme } from '../../../test/builders/programmes.js';
import { newParticipant } from '../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../test/start-app.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
const freshEvent = async () => ({ event, organiser } = await newEvent(app));
const draft = async () =>
  (await app.http(organiser).get<ProgrammeView>(`/api/events/${event.eventId}/programme/draft`)).body;

describe('who may', () => {
  it('import, see the draft and release: only organisers of this event', async () => {
    await freshEvent();
    const { event: other } = await newEvent(app);
    const of = `/api/events/${event.eventId}/programme`;
    const calls = (who: TestPerson | null) =>
      Promise.all([
        app.http(who).post(`${of}/imports`, importInput(programmeFile(event, [{ guid: 'a' }]))),
        app.http(who).get(`${of}/draft`),
        app.http(who).post(`${of}/releases`, { name: 'Mine' }),
      ]);
    const statuses = async (who: TestPerson | null) => (await calls(who)).map(({ status }) => status);
    expect(await statuses(null)).toEqual([401, 401, 401]);
    expect(await statuses(await newParticipant(app, event.eventId))).toEqual([404, 404, 404]);
    expect(await statuses(await newOrganiser(app, other.eventId))).toEqual([404, 404, 404]);
    expect((await draft()).sessions).toEqual([]);
    expect((await statuses(await newOrganiser(app, event.eventId)))[0]).toBe(200);
  });

  it('see nothing of an event that is still a draft', async () => {
    const { organiser: anybody } = await newEvent(app);
    const { eventInput } = await import('../../../test/builders/events.js');
    const { body: hidden } = await app.http(anybody).post<EventView>('/api/events', eventInput());
    await importProgramme(app, anybody, hidden, importInput(programmeFile(hidden, [{ guid: 'a' }])));
    const { body } = await releaseProgramme(app, anybody, hidden);
    const paths = [
      `/api/events/${hidden.eventId}/programme`,
      `/api/events/${hidden.eventId}/programme/releases`,
      `/api/sessions/${body.sessions[0]!.sessionId}`,
    ];
    for (const path of paths) {
      expect([path, (await app.http().get(path)).status]).toEqual([path, 404]);
      expect([path, (await app.http(anybody).get(path)).status]).toEqual([path, 200]);
    }
  });

  it('is refused with a code for every malformed body and unknown id', async () => {
    await freshEvent();
    const of = `/api/events/${event.eventId}/programme`;
    const unknown = `/api/events/${crypto.randomUUID()}/programme`;
    const post = async (path: string, body: unknown) => {
      const answer = await app.http(organiser).post(path, body);
      return [answer.status, answer.body.code];
    };
    const input = importInput('{}');
    expect(await post(`${of}/imports`, { ...input, more: 1 })).toEqual([400, 'request.invalid']);
    expect(await post(`${of}/imports`, { ...input, format: 'csv' })).toEqual([400, 'request.invalid']);
    expect(await post(`${of}/imports`, { ...input, zone: 'CET' })).toEqual([400, 'request.invalid']);
    expect(await post(`${of}/imports`, { ...input, dryRun: 'no' })).toEqual([400, 'request.invalid']);
    expect(await post(`${unknown}/imports`, importInput(programmeFile(event, [])))).toEqual([404, 'not_found']);
    expect(await post(`${of}/releases`, { name: '' })).toEqual([400, 'request.invalid']);
    expect(await post(`${of}/releases`, { name: 'x', number: 7 })).toEqual([400, 'request.invalid']);
    expect(await post(`${unknown}/releases`, { name: 'x' })).toEqual([404, 'not_found']);
    expect(await post('/api/events/not-an-id/programme/releases', { name: 'x' })).toEqual([400, 'request.invalid']);
    expect((await app.http().get('/api/sessions/not-an-id')).status).toBe(400);
    expect((await app.http().get(`/api/sessions/${crypto.randomUUID()}`)).status).toBe(404);
  });
});
