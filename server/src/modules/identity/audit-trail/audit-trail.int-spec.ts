import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditCheckView, AuditPage } from '@musubi/contracts';
import { newMeetingEvent, type MeetingEvent } from '../../../../test/builders/meetings.js';
import { newOrganiser, type TestPerson } from '../../../../test/builders/people.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Audit } from '../../../platform/index.js';

let app: TestApp;
let scene: MeetingEvent;
let organiser: TestPerson;
let owner: TestPerson;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  organiser = await newOrganiser(app, scene.event.eventId);
  owner = await newOrganiser(app, null, 'owner');
});
afterAll(() => app.close());

const read = async (query = '') => (await app.http(owner).get<AuditPage>(`/api/organise/audit${query}`)).body;

describe('the audit trail', () => {
  it('tells owners who changed what, with names', async () => {
    await app.http(organiser).get(`/api/events/${scene.event.eventId}/people.csv`);
    const { entries, earlier, kinds } = await read(`?eventId=${scene.event.eventId}`);
    expect(entries).toMatchObject([
      { did: 'people.exported', actor: { userId: organiser.userId, name: organiser.name }, after: { format: 'csv' } },
      {
        did: 'block.added',
        actor: { userId: scene.organiser.userId },
        subject: { kind: 'block' },
        before: null,
        after: { from: '16:00', until: '18:30', slotMinutes: 20 },
      },
    ]);
    expect([earlier, kinds]).toEqual([false, ['block.added', 'people.exported']]);
  });

  it('is narrowed by act, person and time', async () => {
    const acts = async (query: string) => (await read(query)).entries.map(({ did }) => did);
    expect(await acts('?did=block.added')).toEqual(['block.added']);
    expect(await acts(`?actorId=${organiser.userId}`)).toEqual(['people.exported']);
    expect(await acts('?until=2020-01-01T00:00:00Z')).toEqual([]);
    expect((await app.http(owner).get('/api/organise/audit?did=DROP')).status).toBe(400);
  });

  it('comes in pages', async () => {
    const on = { kind: 'thing', id: '1' };
    await app.transactions.run(async (tx) => {
      for (let n = 0; n < 150; n++) await app.app.get(Audit).record(tx, { by: null, did: 'thing.moved', on });
    });
    const first = await read('?did=thing.moved');
    const second = await read(`?did=thing.moved&before=${first.entries.at(-1)!.entryId}`);
    expect([first.entries.length, first.earlier, second.entries.length, second.earlier]).toEqual([
      100,
      true,
      50,
      false,
    ]);
    expect(new Set([...first.entries, ...second.entries].map(({ entryId }) => entryId)).size).toBe(150);
  });

  it('is taken away as a file that no spreadsheet takes for a formula, and that is written down', async () => {
    await app.transactions.run((tx) =>
      app.app
        .get(Audit)
        .record(tx, { by: null, did: 'thing.said', on: { kind: 'thing', id: '2' }, reason: '=cmd|calc' }),
    );
    const { body, headers } = await app.http(owner).get<string>('/api/organise/audit.csv?did=thing.said');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(body).toContain(`"'=cmd|calc"`);
    expect((await read('?did=audit.exported')).entries).toMatchObject([
      { actor: { userId: owner.userId }, after: { entries: 1 } },
    ]);
  });

  it('is checked by owners: whether it is what it was, and still holds what they noted down', async () => {
    const check = async (query = '') => app.http(owner).get<AuditCheckView>(`/api/organise/audit/check${query}`);
    await app.jobs.runSweeps();
    const { body } = await check();
    expect(body).toMatchObject({ waiting: 0, faults: [], more: false });
    expect(body.sealed).toBeGreaterThan(150);
    expect((await check(`?mark=${body.head!.mark}`)).body).toEqual(body);
    expect((await check(`?mark=1:${'0'.repeat(64)}`)).body.faults).toEqual([
      { kind: 'mark_missing', number: 1, entryId: null },
    ]);
    expect((await check('?mark=0:0')).status).toBe(400);
  });

  it('is not there for organisers, of this event or of all', async () => {
    for (const person of [organiser, scene.organiser])
      for (const path of ['audit', 'audit.csv', 'audit/check', `audit?eventId=${scene.event.eventId}`])
        expect((await app.http(person).get(`/api/organise/${path}`)).status).toBe(404);
  });
});
