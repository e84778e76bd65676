import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorCodes, notesUpdateBytes } from '@musubi/contracts';
import { startApp, type TestApp } from '../start-app.js';
import { fingerprint } from './fingerprint.js';
import { files } from './odd/files.js';
import { foreign } from './odd/foreign.js';
import { type OddScene, request } from './odd/odd.js';
import { oversized } from './odd/oversized.js';
import { oddScene } from './odd/scene.js';
import { unknowns } from './odd/unknown.js';

let app: TestApp;
let scene: OddScene;
let before: Record<string, string>;
beforeAll(async () => {
  app = await startApp();
  scene = await oddScene(app);
  before = await fingerprint(app);
}, 60_000);
afterAll(() => app.close());

describe.each([
  ['what is not of it', foreign],
  ['what was never there', unknowns],
  ['more than there is room for', oversized],
  ['hostile files', files],
])('%s', (_, table) => {
  it.each(table)(
    '$what: $is',
    async ({ by, send, is }) => {
      const { thing } = scene;
      const { status, body } = await send({ app, http: app.http(thing.people[by]!), thing, role: by });
      const { code } = body as { code: string };
      expect([code, status]).toEqual([is, errorCodes[is as never]]);
      expect(JSON.stringify(body)).not.toMatch(/@|Sensors for small|A word between/);
    },
    20_000,
  );

  it('has changed nothing, and nobody was told', async () => {
    expect(await fingerprint(app)).toEqual(before);
  });
});

describe('somebody who cannot be met', () => {
  it('is refused in the same words, whether they hide, block, have left, are elsewhere or are nobody', async () => {
    const { ids, people } = scene.thing;
    const whom = [ids['hidden'], ids['blocking'], ids['withdrawn'], ids['foreign'], ids['requestId']];
    const answers = await Promise.all(
      whom.map(async (to) => {
        const http = app.http(people['asker']!);
        const asked = await http.post(`/api/events/${ids['eventId']}/meeting-requests`, request(ids, { to }));
        const seen = await http.get(`/api/events/${ids['eventId']}/slots?with=${to}`);
        const booked = await http.post(`/api/events/${ids['eventId']}/instant-bookings`, {
          ...{ to, slotId: ids['instantSlotId'], reason: 'Something new', opportunityIds: [], language: 'en' },
        });
        return [asked, seen, booked].map(({ status, body }) => ({ status, ...body, instance: '' }));
      }),
    );
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(answers[0]!.map(({ code }) => code)).toEqual(Array.from({ length: 3 }, () => 'participant.unavailable'));
    expect(await fingerprint(app)).toEqual(before);
  });
});

describe('shared notes', () => {
  const update = async (bytes: Uint8Array) => {
    const { ids, people } = scene.thing;
    const socket = app.socket(people['asker']!);
    socket.connect();
    try {
      const given = { meetingId: ids['meetingId'] as never, update: bytes as never };
      return await socket.timeout(20_000).emitWithAck('notes.update', given);
    } finally {
      socket.disconnect();
    }
  };

  it.each([
    ['an update of more than there is room for', notesUpdateBytes + 1, 'notes.too_big'],
    ['what is no update', 200, 'notes.unreadable'],
  ])('%s', async (_, bytes, code) => {
    expect(await update(new Uint8Array(bytes).fill(0xff))).toEqual({ ok: false, code });
    expect(await fingerprint(app)).toEqual(before);
  });
});
