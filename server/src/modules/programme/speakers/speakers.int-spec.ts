import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgendaItem, EventView, ProgrammeView, SessionView, SpeakerRow } from '@musubi/contracts';
import { newEvent } from '../../../../test/builders/events.js';
import { newOrganiser, newPerson, type TestPerson } from '../../../../test/builders/people.js';
import { importInput, importProgramme, programmeFile, releaseProgramme } from '../../../../test/builders/programmes.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { heldBack } from '../../../../test/held-back.js';
import { countQueries } from '../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
let event: EventView;
let organiser: TestPerson;
let session: SessionView;
let speakerId: string;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ event, organiser } = await newEvent(app));
  const persons = [{ code: 'ADA', public_name: 'Ada Example' }];
  await importProgramme(
    app,
    organiser,
    event,
    importInput(programmeFile(event, [{ guid: crypto.randomUUID(), persons }])),
  );
  const { body } = await releaseProgramme(app, organiser, event);
  session = body.sessions[0]!;
  speakerId = session.speakers[0]!.speakerId;
});

const path = (rest = '') => `/api/events/${event.eventId}/programme/speakers${rest}`;
const rows = async () => (await app.http(organiser).get<SpeakerRow[]>(path())).body;
const link = (body: object, id = speakerId) => app.http(organiser).put<SpeakerRow>(path(`/${id}/account`), body);
const unlink = () => app.http(organiser).delete(path(`/${speakerId}/account`));
const roleOf = async (person: TestPerson) => {
  const { body } = await app.http(person).get(`/api/sessions/${session.sessionId}/stage`);
  return body.code ?? [body.role, body.mayPublish];
};
const history = async () =>
  (await app.db.query(
    `SELECT did, user_id AS "userId", by_user_id AS "byUserId" FROM speaker_link WHERE speaker_id = $1 ORDER BY id`,
    [speakerId],
  )) as object[];

describe('the account of a speaker', () => {
  it('is nobody’s at first', async () => {
    expect(await rows()).toEqual([
      {
        speakerId,
        name: 'Ada Example',
        nameLocal: null,
        organisation: null,
        organisationLocal: null,
        sessions: [{ sessionId: session.sessionId, title: session.title, startsAt: session.startsAt }],
        account: null,
        lastChange: null,
      },
    ]);
  });

  it('is linked by address: backstage and agenda follow at once, without a release', async () => {
    const ada = await newPerson(app);
    expect(await roleOf(ada)).toBe('registration.required');
    const { status, body } = await link({ by: 'address', address: ada.address.toUpperCase(), lang: 'en' });
    expect([status, body.account]).toEqual([
      200,
      { userId: ada.userId, address: ada.address, name: ada.name, participates: false },
    ]);
    expect(body.lastChange).toEqual({ did: 'linked', by: organiser.name, at: expect.any(String) });
    expect(await rows()).toEqual([body]);
    expect(await roleOf(ada)).toEqual(['speaker', true]);
    const shown = await app.http().get<ProgrammeView>(`/api/events/${event.eventId}/programme`);
    expect(JSON.stringify(shown.body)).not.toContain(ada.userId);
    const again = await releaseProgramme(app, organiser, event);
    expect((again.body as { code?: string }).code).toBe('programme.nothing_to_publish');
  });

  it('is linked to somebody who takes part, whose agenda then says that they speak', async () => {
    const bo = await newParticipant(app, event.eventId);
    const { body } = await link({ by: 'participant', participantId: bo.participantId });
    expect(body.account).toMatchObject({ userId: bo.userId, participates: true });
    const agenda = async () => (await app.http(bo).get<AgendaItem[]>(`/api/events/${event.eventId}/agenda`)).body;
    expect((await agenda()).map(({ kind, sourceId }) => [kind, sourceId])).toEqual([['speaking', session.sessionId]]);
    await unlink();
    expect(await agenda()).toEqual([]);
  });

  it('passes to another, and back to nobody; who did it is kept', async () => {
    const [ada, bo] = [await newPerson(app), await newPerson(app)];
    for (const { address } of [ada, ada, bo]) await link({ by: 'address', address, lang: 'en' });
    expect([await roleOf(ada), await roleOf(bo)]).toEqual(['registration.required', ['speaker', true]]);
    await unlink();
    const last = await unlink();
    expect(last.body.account).toBeNull();
    expect(await roleOf(bo)).toBe('registration.required');
    const byUserId = organiser.userId;
    expect(await history()).toEqual([
      { did: 'linked', userId: ada.userId, byUserId },
      { did: 'unlinked', userId: ada.userId, byUserId },
      { did: 'linked', userId: bo.userId, byUserId },
      { did: 'unlinked', userId: bo.userId, byUserId },
    ]);
  });

  it('is made for an address that nobody has yet', async () => {
    const address = `${crypto.randomUUID()}@speaker.example`;
    const { body } = await link({ by: 'address', address, lang: 'ja' });
    expect(body.account).toEqual({ userId: expect.any(String), address, name: null, participates: false });
  });

  it('is not there for a speaker or a participant of another event', async () => {
    const { event: other } = await newEvent(app);
    const foreign = await newParticipant(app, other.eventId);
    const codes = await Promise.all([
      link({ by: 'participant', participantId: foreign.participantId }),
      link({ by: 'participant', participantId: crypto.randomUUID() }),
      link({ by: 'address', address: foreign.address, lang: 'en' }, crypto.randomUUID()),
      app.http(organiser).put(`/api/events/${other.eventId}/programme/speakers/${speakerId}/account`, {
        by: 'address',
        address: foreign.address,
        lang: 'en',
      }),
      link({ by: 'address', address: 'not an address', lang: 'en' }),
    ]);
    expect(codes.map(({ body }) => body.code)).toEqual([
      'not_found',
      'not_found',
      'not_found',
      'not_found',
      'request.invalid',
    ]);
  });

  it('is named only where it takes part, except to those who organise everything', async () => {
    const [ada, bo] = [await newPerson(app), await newParticipant(app, event.eventId)];
    const local = await newOrganiser(app, event.eventId);
    const asLocal = (body: object) => app.http(local).put<SpeakerRow>(path(`/${speakerId}/account`), body);
    const nameSeen = async (who: TestPerson) =>
      (await app.http(who).get<SpeakerRow[]>(path())).body.map(({ account }) => account!.name);
    const byAddress = await asLocal({ by: 'address', address: ada.address, lang: 'en' });
    expect(byAddress.body.account).toEqual({
      userId: ada.userId,
      address: ada.address,
      name: null,
      participates: false,
    });
    expect([await nameSeen(local), await nameSeen(organiser)]).toEqual([[null], [ada.name]]);
    const taking = await asLocal({ by: 'address', address: bo.address, lang: 'en' });
    expect(taking.body.account).toMatchObject({ name: bo.name, participates: true });
    expect(await nameSeen(local)).toEqual([bo.name]);
  });

  it('passes from one to the other where two organisers link at the same moment', async () => {
    const [ada, bo] = [await newPerson(app), await newPerson(app)];
    await heldBack(
      app,
      'speaker_link',
      [ada, bo].map(
        ({ address }) =>
          () =>
            link({ by: 'address', address, lang: 'en' }),
      ),
    );
    const userId = (await rows())[0]!.account!.userId as string;
    const before = [ada, bo].find((one) => one.userId !== userId)!;
    const byUserId = organiser.userId;
    expect(await history()).toEqual([
      { did: 'linked', userId: before.userId, byUserId },
      { did: 'unlinked', userId: before.userId, byUserId },
      { did: 'linked', userId, byUserId },
    ]);
    expect(await roleOf(before)).toBe('registration.required');
  });

  it('has in its agenda what is published while it is linked', async () => {
    const bo = await newParticipant(app, event.eventId);
    const persons = [{ code: 'ADA', public_name: 'Ada Example' }];
    const more = [{ guid: 'more', from: 60, persons }];
    await importProgramme(app, organiser, event, importInput(programmeFile(event, more)));
    const [, released] = await heldBack<{ status: number; body: unknown }>(app, 'commitment', [
      () => link({ by: 'address', address: bo.address, lang: 'en' }),
      () => releaseProgramme(app, organiser, event, 'Second'),
    ]);
    const published = (released!.body as ProgrammeView).sessions.filter(({ state }) => state === 'scheduled');
    const { body } = await app.http(bo).get<AgendaItem[]>(`/api/events/${event.eventId}/agenda`);
    expect(body.map(({ kind, sourceId }) => `${kind} ${sourceId}`).sort()).toEqual(
      published.map(({ sessionId }) => `speaking ${sessionId}`).sort(),
    );
  });

  it('outlives the next import', async () => {
    const ada = await newPerson(app);
    await link({ by: 'address', address: ada.address, lang: 'en' });
    const persons = [{ code: 'ADA', public_name: 'Ada B. Example' }];
    await importProgramme(app, organiser, event, importInput(programmeFile(event, [{ guid: 'new', persons }])));
    expect((await rows())[0]).toMatchObject({ name: 'Ada B. Example', account: { userId: ada.userId } });
  });

  it('is read with the same number of queries for one and for three', async () => {
    const persons = ['A', 'B', 'C'].map((code) => ({ code, public_name: code }));
    const one = await countQueries(app, rows);
    await importProgramme(
      app,
      organiser,
      event,
      importInput(programmeFile(event, [{ guid: 'more', persons }], 'more')),
    );
    expect(await countQueries(app, rows)).toBe(one);
  });
});
