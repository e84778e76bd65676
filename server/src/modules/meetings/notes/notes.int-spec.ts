import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type MeetingView, notesOpenDays, type NotesAnswer, type NotesSnapshot } from '@musubi/contracts';
import { applyUpdate, Doc } from 'yjs';
import {
  after,
  code,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  type TestParticipant,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp, type TestSocket } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';
import { notesField } from './notes-document.js';

let app: TestApp;
let event: MeetingEvent;
let meeting: MeetingView;
let european: TestParticipant;
let japanese: TestParticipant;
const sockets: TestSocket[] = [];
beforeAll(async () => {
  app = await startApp();
  event = await newMeetingEvent(app);
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await app.close();
});
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, event.event.eventId));
  meeting = await meet(app, event.event.eventId, european, japanese, event.slots.at(-1)!);
});

const connect = async (person: { cookie: string }): Promise<TestSocket> => {
  const socket = app.socket(person).connect();
  await new Promise((resolve) => socket.once('connect', () => resolve(null)));
  sockets.push(socket);
  return socket;
};
const send = (socket: TestSocket, update: unknown, meetingId: string = meeting.meetingId): Promise<NotesAnswer> =>
  socket.emitWithAck('notes.update', { meetingId, update: update as Uint8Array });
const snapshot = (person: TestParticipant) =>
  app.http(person).get<NotesSnapshot>(`/api/meetings/${meeting.meetingId}/notes`);
const outcome = (answer: NotesAnswer): string => (answer.ok ? 'kept' : answer.code);

/** Somebody's page: every change goes out as it is made; while away, changes wait. */
async function page(person: TestParticipant) {
  const document = new Doc();
  const text = document.getText(notesField);
  const waiting: Uint8Array[] = [];
  let socket = await connect(person);
  const hear = () =>
    socket.on('notes.updated', ({ update }) => applyUpdate(document, new Uint8Array(update), 'others'));
  hear();
  document.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'others') waiting.push(update);
  });
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      expect(outcome(await send(socket, waiting[0]))).toBe('kept');
      waiting.shift();
    }
  };
  return {
    text,
    flush,
    drop: () => void socket.close(),
    back: async () => {
      socket = await connect(person);
      hear();
      const { body } = await snapshot(person);
      if (body.state) applyUpdate(document, Buffer.from(body.state, 'base64'), 'others');
      await flush();
    },
  };
}

describe('shared notes', () => {
  it('are kept before they are answered, told to the other side, and read anew from one snapshot', async () => {
    const [clara, aiko] = [await page(european), await page(japanese)];
    clara.text.insert(0, 'Stuttgart: benches free in weeks 14–20');
    await clara.flush();
    expect((await snapshot(japanese)).body).toEqual({
      state: expect.any(String),
      text: 'Stuttgart: benches free in weeks 14–20',
      changedAt: expect.any(String),
      changedBy: european.participantId,
      open: true,
    });
    await until(() => aiko.text.toString() === 'Stuttgart: benches free in weeks 14–20');
  });

  it('come together when several write, are cut off and come back, each word once', async () => {
    const pages = [await page(european), await page(japanese), await page(european)];
    let seed = 7;
    const dice = (sides: number): number => (seed = (seed * 48_271) % 2_147_483_647) % sides;
    const away = new Set<number>();
    for (let step = 0; step < 60; step++) {
      const at = dice(3);
      const one = pages[at]!;
      if (dice(6) === 0) {
        if (away.delete(at)) await one.back();
        else {
          away.add(at);
          one.drop();
        }
      }
      one.text.insert(dice(one.text.length + 1), `<${step}>`);
      if (!away.has(at)) await one.flush();
    }
    for (const at of away) await pages[at]!.back();
    const { text } = (await snapshot(european)).body;
    await until(() => pages.every((one) => one.text.toString() === text));
    const marks = [...text.matchAll(/\d+/g)].length;
    expect(marks).toBeGreaterThanOrEqual(60);
    expect([...text].filter((sign) => sign === '<')).toHaveLength(60);
    expect([...text].filter((sign) => sign === '>')).toHaveLength(60);
  });

  it('are kept whole when two send at the very same moment', async () => {
    const [clara, aiko] = [await page(european), await page(japanese)];
    for (let i = 0; i < 20; i++) {
      clara.text.insert(0, 'a');
      aiko.text.insert(0, 'b');
      await Promise.all([clara.flush(), aiko.flush()]);
    }
    const { text } = (await snapshot(japanese)).body;
    expect([...text].toSorted().join('')).toBe('a'.repeat(20) + 'b'.repeat(20));
  });

  it('are of nobody else: not of other participants, organisers, or sockets that only watch', async () => {
    const stranger = await newParticipant(app, event.event.eventId);
    const watching = await connect(event.organiser);
    const heard: unknown[] = [];
    watching.on('notes.updated', (notes) => heard.push(notes));
    expect(await watching.emitWithAck('topic.watch', `meeting:${meeting.meetingId}`)).toMatchObject({ ok: true });
    const clara = await page(european);
    clara.text.insert(0, 'Between us');
    await clara.flush();
    expect([
      code(await snapshot(stranger)),
      code(await app.http(event.organiser).get(`/api/meetings/${meeting.meetingId}/notes`)),
      outcome(await send(await connect(stranger), randomBytes(20))),
      outcome(await send(watching, randomBytes(20))),
      heard,
    ]).toEqual([[404, 'not_found'], [404, 'not_found'], 'not_found', 'not_found', []]);
  });

  it('refuse what is no update, too long, or of nothing that exists', async () => {
    const socket = await connect(european);
    const missing = '01980000-0000-7000-8000-00000000000f';
    expect([
      outcome(await send(socket, randomBytes(300))),
      outcome(await send(socket, randomBytes(8_193))),
      outcome(await send(socket, 'text')),
      outcome(await send(socket, [1, 2, 3])),
      outcome(await send(socket, randomBytes(20), 'no-id')),
      outcome(await send(socket, randomBytes(20), missing)),
      outcome(await socket.emitWithAck('notes.update', null as never)),
      (await snapshot(european)).body,
    ]).toEqual([
      'notes.unreadable',
      'notes.too_big',
      'request.invalid',
      'request.invalid',
      'request.invalid',
      'not_found',
      'request.invalid',
      { state: '', text: '', changedAt: null, changedBy: null, open: true },
    ]);
    expect(socket.connected).toBe(true);
  });

  it('end with a cancellation or a block, and are read on, no longer written, some days after', async () => {
    const clara = await page(european);
    clara.text.insert(0, 'Kept');
    await clara.flush();
    const late = new Doc();
    const socket = await connect(japanese);
    late.getText(notesField).insert(0, 'Too late');
    const { update } = await new Promise<{ update: Uint8Array }>((resolve) => {
      late.on('update', (bytes: Uint8Array) => resolve({ update: bytes }));
      late.getText(notesField).insert(0, '!');
    });
    await app.http(european).put(`/api/me/blocks/${japanese.userId}`);
    expect(outcome(await send(socket, update))).toBe('room.closed');
    await app.http(european).delete(`/api/me/blocks/${japanese.userId}`);
    await app.jumpTo(after(meeting.endsAt, notesOpenDays * 24 * 60));
    expect(outcome(await send(socket, update))).toBe('notes.closed');
    expect((await snapshot(japanese)).body).toMatchObject({ text: 'Kept', open: false });
  });
});
