import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { messagesAtOnce, type MessageView, type ThreadView, type UnreadThread } from '@musubi/contracts';
import {
  accept,
  ask,
  code,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { countQueries } from '../../../../test/query-count.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
let european: Person;
let japanese: Person;
let requestId: string;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, eventId));
  requestId = (await ask(app, eventId, european, japanese, [scene.slots[0]!])).body.requestId;
});

const path = (of = requestId) => `/api/meeting-requests/${of}/messages`;
const write = (person: { cookie: string }, text: string, of = requestId) =>
  app.http(person).post<MessageView>(path(of), { text });
const thread = async (person: { cookie: string }, of = requestId, before = '') =>
  (await app.http(person).get<ThreadView>(`${path(of)}${before && `?before=${before}`}`)).body;
const texts = async (person: { cookie: string }, of = requestId) =>
  (await thread(person, of)).messages.map(({ mine, text }) => `${mine ? 'me' : 'them'}: ${text}`);
const read = (person: { cookie: string }, messageId: string) => app.http(person).put(`${path()}/read`, { messageId });
const unread = async (person: { cookie: string }) =>
  (await app.http(person).get<UnreadThread[]>(`/api/events/${eventId}/unread-messages`)).body;
const decline = () =>
  app.http(japanese).post(`/api/meeting-requests/${requestId}/decline`, { reason: 'other', note: null });

describe('the two sides of a request', () => {
  it('write to each other, in one order, and go on when it has become a meeting', async () => {
    await write(european, 'Shall we bring samples?');
    await write(japanese, 'はい、ぜひお願いいたします。');
    const meeting = (await accept(app, japanese, requestId, scene.slots[0]!)).body;
    await write(european, 'Wonderful.\nSee you there.');
    expect(await texts(european)).toEqual([
      'me: Shall we bring samples?',
      'them: はい、ぜひお願いいたします。',
      'me: Wonderful.\nSee you there.',
    ]);
    expect(meeting.requestId).toBe(requestId);
    expect(await thread(japanese)).toMatchObject({ requestId, open: true, earlier: false });
  });

  it('speak of another time in the meeting’s own thread', async () => {
    const meeting = (await accept(app, japanese, requestId, scene.slots[0]!)).body;
    const move = await app
      .http(european)
      .post(`/api/meetings/${meeting.meetingId}/reschedule`, { slotIds: [scene.slots[1]!.slotId], note: null });
    await write(japanese, 'Why so early?', move.body.requestId);
    expect(await texts(european)).toEqual(['them: Why so early?']);
    expect(await thread(european, move.body.requestId)).toMatchObject({ requestId });
  });

  it('see what they have not read, and how far the other has', async () => {
    const first = (await write(european, 'One')).body;
    const second = (await write(european, 'Two')).body;
    expect(await unread(japanese)).toEqual([{ requestId, unread: 2 }]);
    expect(await unread(european)).toEqual([]);
    await read(japanese, first.messageId);
    expect(await thread(japanese)).toMatchObject({ unread: 1 });
    expect(await thread(european)).toMatchObject({ readByThemUntil: first.sentAt });
    await read(japanese, second.messageId);
    await read(japanese, first.messageId);
    expect(await unread(japanese)).toEqual([]);
    expect(await thread(european)).toMatchObject({ readByThemUntil: second.sentAt });
  });

  it('have read what stands above when they write', async () => {
    await write(european, 'One');
    await write(japanese, 'Two');
    expect(await unread(japanese)).toEqual([]);
    expect(await unread(european)).toEqual([{ requestId, unread: 1 }]);
  });

  it('hear of it at once: each message is in both feeds', async () => {
    const cursor = async (person: Person) => (await app.http(person).get('/api/me/feed?after=0')).body;
    await write(european, 'One');
    for (const person of [european, japanese]) {
      const { entries } = await cursor(person);
      expect(entries.at(-1)).toMatchObject({ kind: 'thread.changed', ids: { requestId, eventId } });
    }
  });

  it('read older messages on demand', async () => {
    await app.db.query(
      `INSERT INTO thread_message (request_id, participant_id, text, sent_at)
       SELECT $1, $2, 'No. ' || n, domain_now() FROM generate_series(1, ${messagesAtOnce + 5}) AS n`,
      [requestId, european.participantId],
    );
    const newest = await thread(japanese);
    expect([newest.messages.length, newest.earlier, newest.messages.at(-1)!.text]).toEqual([
      messagesAtOnce,
      true,
      `No. ${messagesAtOnce + 5}`,
    ]);
    const older = await thread(japanese, requestId, newest.messages[0]!.messageId);
    expect([older.messages.map(({ text }) => text), older.earlier]).toEqual([
      ['No. 1', 'No. 2', 'No. 3', 'No. 4', 'No. 5'],
      false,
    ]);
  });

  it('written at one instant, nothing counts as read that came in unseen', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, other] = await Promise.all([write(european, `E${round}`), write(japanese, `J${round}`)]);
      const { messages } = await thread(european);
      const [earlier, later] = messages.slice(-2);
      expect(new Set([earlier!.messageId, later!.messageId])).toEqual(
        new Set([one.body.messageId, other.body.messageId]),
      );
      const [firstToWrite, second] =
        earlier!.messageId === one.body.messageId ? [european, japanese] : [japanese, european];
      expect(await unread(firstToWrite)).toEqual([{ requestId, unread: 1 }]);
      expect(await unread(second)).toEqual([]);
      await read(firstToWrite, later!.messageId);
    }
  });

  it('sent twice is written once', async () => {
    const key = newKey();
    const again = await Promise.all([1, 2, 3].map(() => app.http(european).post(path(), { text: 'Once' }, { key })));
    expect(new Set(again.map(({ body }) => body.messageId)).size).toBe(1);
    expect(await texts(japanese)).toEqual(['them: Once']);
  });

  it('costs the same number of queries for one message and for many', async () => {
    await write(european, 'One');
    const one = await countQueries(app, () => thread(japanese));
    for (const text of ['Two', 'Three']) await write(european, text);
    expect(await countQueries(app, () => thread(japanese))).toBe(one);
  });
});

describe('it is closed', () => {
  const refused = async (person = european) => code(await write(person, 'Hello?'));

  it('once the request has ended, or the meeting is cancelled; what was said stays', async () => {
    await write(european, 'Before');
    await decline();
    expect(await refused()).toEqual([409, 'thread.closed']);
    expect(await thread(japanese)).toMatchObject({ open: false, messages: [{ text: 'Before' }] });

    const pair = await newPair(app, eventId);
    const meeting = await meet(app, eventId, pair.european, pair.japanese, scene.slots[0]!);
    await app.http(pair.japanese).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
    expect(code(await write(pair.european, 'Hello?', meeting.requestId))).toEqual([409, 'thread.closed']);
  });

  it('while one of the two blocks the other, and does not say so', async () => {
    await accept(app, japanese, requestId, scene.slots[0]!);
    await app.http(japanese).put(`/api/me/blocks/${european.userId}`);
    expect(await refused()).toEqual([409, 'thread.closed']);
    expect(await refused(japanese)).toEqual([409, 'thread.closed']);
    expect(await thread(european)).toMatchObject({ open: false });
  });

  it('when one of the two no longer takes part, also after they have met', async () => {
    await accept(app, japanese, requestId, scene.slots[0]!);
    await app.db.query(`UPDATE meeting SET state = 'held' WHERE request_id = $1`, [requestId]);
    await write(european, 'Thank you.');
    await app.http(scene.organiser).post(`/api/registrations/${european.participantId}/reject`, { reason: null });
    expect(await refused()).toEqual([409, 'thread.closed']);
    expect(await refused(japanese)).toEqual([409, 'thread.closed']);
    expect(await thread(japanese)).toMatchObject({ open: false, messages: [{ text: 'Thank you.' }] });
  });

  it('and a message that is written while the other side blocks comes before the block or not at all', async () => {
    const { european: one, japanese: other } = await newPair(app, eventId);
    const met = await meet(app, eventId, one, other, scene.slots[2]!);
    const ahead = app.db.createQueryRunner();
    await ahead.startTransaction();
    await ahead.query(`SELECT pg_advisory_xact_lock(hashtextextended('contact of ' || $1::uuid, 0))`, [other.userId]);
    await ahead.query('INSERT INTO person_block (by_user_id, user_id, at) VALUES ($1, $2, now())', [
      other.userId,
      one.userId,
    ]);
    const written = write(one, 'Hello?', met.requestId);
    await setTimeout(200);
    await ahead.commitTransaction();
    await ahead.release();
    expect(code(await written)).toEqual([409, 'thread.closed']);
  });

  it('to the messages of another conversation', async () => {
    const pair = await newPair(app, eventId);
    const other = (await ask(app, eventId, pair.european, pair.japanese, [scene.slots[1]!])).body.requestId;
    const foreign = (await write(pair.european, 'Elsewhere', other)).body;
    await write(european, 'Here');
    await read(japanese, foreign.messageId);
    expect(await unread(japanese)).toEqual([{ requestId, unread: 1 }]);
    expect(await thread(european)).toMatchObject({ readByThemUntil: null });
  });

  it('to everybody else, who learns nothing of it', async () => {
    const stranger = await newParticipant(app, eventId);
    expect(await refused(stranger)).toEqual([404, 'not_found']);
    expect(code(await app.http(stranger).get(path()))).toEqual([404, 'not_found']);
    expect(code(await app.http(scene.organiser).get(path()))).toEqual([404, 'not_found']);
    expect(code(await app.http(stranger).put(`${path()}/read`, { messageId: requestId }))).toEqual([404, 'not_found']);
  });

  it('to nothing, too much, and control characters', async () => {
    expect(
      [await write(european, '  '), await write(european, 'x'.repeat(2001)), await write(european, 'a\u0000b')].map(
        code,
      ),
    ).toEqual(Array(3).fill([400, 'request.invalid']));
    expect(await texts(japanese)).toEqual([]);
  });
});
