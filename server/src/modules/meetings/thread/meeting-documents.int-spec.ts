import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FileView, MeetingFile, MeetingView, SeatPart, ThreadView, UnreadThread } from '@musubi/contracts';
import { pdfFile, send as upload } from '../../../../test/builders/files.js';
import {
  code as coded,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

const code = (answer: { status: number; body: object }) => coded(answer).filter(Boolean).join(' ');

let app: TestApp;
let scene: MeetingEvent;
let european: Person;
let japanese: Person;
let guest: Person;
let meeting: MeetingView;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, scene.event.eventId));
  guest = await newParticipant(app, scene.event.eventId, 'FR1');
  meeting = await meet(app, scene.event.eventId, european, japanese, scene.slots[0]!);
});

/** Asked along by the one who asked for the meeting, and comes. */
async function comes(part: SeatPart = 'optional'): Promise<void> {
  const people = [{ participantId: guest.participantId, part }];
  const path = `/api/meeting-requests/${meeting.requestId}/guests`;
  const { body } = await app.http(european).post<{ guestId: string }[]>(path, { people });
  expect((await app.http(guest).post(`/api/guests/${body[0]!.guestId}/accept`)).status).toBe(200);
}
const file = async (person: Person, name = 'plan.pdf') =>
  ((await upload(app, person, pdfFile(name), name)).body as FileView).fileId;
const bring = (person: Person, fileIds: string[], key = newKey()) =>
  app.http(person).post<MeetingFile[]>(`/api/meetings/${meeting.meetingId}/files`, { fileIds }, { key });
const names = async (person: Person) =>
  (await app.http(person).get<MeetingFile[]>(`/api/meetings/${meeting.meetingId}/files`)).body.map(({ name }) => name);
const unread = async (person: Person) =>
  (await app.http(person).get<UnreadThread[]>(`/api/events/${scene.event.eventId}/unread-messages`)).body;
const reads = async (person: Person, fileId: string) => (await app.http(person).get(`/api/files/${fileId}`)).status;

describe('a guest', () => {
  it('sends documents, which everybody of the meeting reads, and the two find in their thread', async () => {
    await comes();
    const ids = [await file(guest, 'b.pdf'), await file(guest, 'a.pdf')];
    const { status, body } = await bring(guest, ids);
    expect([status, body.map(({ fileId, by }) => [fileId, by])]).toEqual([
      201,
      ids.map((id) => [id, guest.participantId]),
    ]);
    for (const person of [european, japanese, guest]) {
      expect(await names(person)).toEqual(['b.pdf', 'a.pdf']);
      expect(await reads(person, ids[0]!)).toBe(200);
      const { entries } = (await app.http(person).get('/api/me/feed?after=0')).body;
      expect(entries.at(-1)).toMatchObject({ kind: 'thread.changed', ids: { requestId: meeting.requestId } });
    }
    const thread = await app.http(japanese).get<ThreadView>(`/api/meeting-requests/${meeting.requestId}/messages`);
    expect(thread.body.messages).toMatchObject([{ by: guest.participantId, mine: false, text: '' }]);
    for (const person of [european, japanese])
      expect(await unread(person)).toEqual([{ requestId: meeting.requestId, unread: 1 }]);
  });

  it('is named in the one letter that the two get about it', async () => {
    await comes();
    await app.jobs.drain({ early: true });
    for (const name of ['a.pdf', 'b.pdf']) await bring(guest, [await file(guest, name)]);
    await app.jobs.drain({ early: true });
    for (const { address } of [european, japanese]) {
      const { body: mails } = await app.http().get<{ id: string; subject: string }[]>(`/api/mail?to=${address}`);
      const letters = mails.filter(({ subject }) => /has written|メッセージ/.test(subject));
      expect(letters).toHaveLength(1);
      const { body } = await app.http().get<{ text: string }>(`/api/mail/${letters[0]!.id}`);
      expect(body.text).toContain(guest.name.familyLatin);
    }
  });

  it('sends them once, however often it is said', async () => {
    await comes();
    const [id, key] = [await file(guest), newKey()];
    const answers = await Promise.all([1, 2, 3].map(() => bring(guest, [id], key)));
    expect(new Set(answers.map(({ body }) => body[0]!.messageId)).size).toBe(1);
    expect(await names(european)).toEqual(['plan.pdf']);
  });
});

describe('none is taken', () => {
  const refused = async (person = guest) => code(await bring(person, [await file(person)]));

  it('from whoever only listens, was asked and has not said yes, or is not of it', async () => {
    expect(await refused()).toBe('404 not_found');
    await comes('observer');
    expect(await refused()).toBe('403 forbidden');
    expect(await refused(await newParticipant(app, scene.event.eventId))).toBe('404 not_found');
    expect(await names(european)).toEqual([]);
  });

  it('once the meeting is cancelled', async () => {
    await comes();
    await app.http(european).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
    expect(await refused()).toBe('409 thread.closed');
    expect(await refused(japanese)).toBe('409 thread.closed');
  });

  it('while a block stands between two of them, and by whoever left', async () => {
    await comes();
    // In a meeting that is over people stay who block each other then.
    await app.db.query(`UPDATE meeting SET state = 'held' WHERE id = $1`, [meeting.meetingId]);
    await app.db.query('INSERT INTO person_block (by_user_id, user_id, at) VALUES ($1, $2, now())', [
      japanese.userId,
      guest.userId,
    ]);
    expect(await refused()).toBe('409 thread.closed');
    await app.db.query('DELETE FROM person_block');
    expect(await refused()).toBe('201');
    await app.http(scene.organiser).post(`/api/registrations/${guest.participantId}/reject`, { reason: null });
    expect(await refused()).toBe('409 thread.closed');
  });

  it('that is none of theirs, or none at all', async () => {
    await comes();
    expect(code(await bring(guest, [await file(japanese)]))).toBe('422 file.unknown');
    expect(code(await bring(guest, []))).toBe('400 request.invalid');
    expect(await names(european)).toEqual([]);
  });
});
