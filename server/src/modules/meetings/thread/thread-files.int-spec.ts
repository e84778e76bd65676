import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import type { FileView, MeetingFile, MessageView, ThreadView } from '@musubi/contracts';
import { pdfFile, send } from '../../../../test/builders/files.js';
import {
  accept,
  ask,
  code as coded,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  wasInRoom,
} from '../../../../test/builders/meetings.js';
import { newOrganiser } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { newKey, startApp, type TestApp } from '../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

const code = (answer: { status: number; body: object }) => coded(answer).filter(Boolean).join(' ');

let app: TestApp;
let scene: MeetingEvent;
let european: Person;
let japanese: Person;
let requestId: string;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  ({ european, japanese } = await newPair(app, scene.event.eventId));
  requestId = (await ask(app, scene.event.eventId, european, japanese, [scene.slots[0]!])).body.requestId;
});

const path = () => `/api/meeting-requests/${requestId}/messages`;
const file = async (person: { cookie: string }, name = 'plan.pdf') =>
  (await send(app, person, pdfFile(name), name)).body as FileView;
const write = (person: { cookie: string }, fileIds: string[], text = '', key = newKey()) =>
  app.http(person).post<MessageView>(path(), { text, fileIds }, { key });
const said = async (person: { cookie: string }) =>
  (await app.http(person).get<ThreadView>(path())).body.messages.map(({ text, files }) => [
    text,
    files.map(({ name }) => name),
  ]);
const reads = async (person: { cookie: string } | null, fileId: string) =>
  (await app.http(person).get(`/api/files/${fileId}`)).status;

describe('a document in a thread', () => {
  it('comes with words or without, in the order it was chosen, and both sides read it', async () => {
    const files = [await file(european, 'b.pdf'), await file(european, 'a.pdf'), await file(european, '計画.pdf')];
    const { status, body } = await write(
      european,
      files.map(({ fileId }) => fileId),
    );
    expect([status, body.files]).toEqual([201, files]);
    await write(japanese, [], '拝受いたしました。');
    const all = [
      ['', ['b.pdf', 'a.pdf', '計画.pdf']],
      ['拝受いたしました。', []],
    ];
    expect([await said(european), await said(japanese)]).toEqual([all, all]);
    expect([await reads(european, files[0]!.fileId), await reads(japanese, files[0]!.fileId)]).toEqual([200, 200]);
  });

  it('is read by nobody else: no other participant, no organiser, no stranger', async () => {
    const { fileId } = await file(european);
    expect([await reads(japanese, fileId), await reads(european, fileId)]).toEqual([404, 200]);
    await write(european, [fileId]);
    const other = await newParticipant(app, scene.event.eventId);
    const organiser = await newOrganiser(app, scene.event.eventId);
    const owner = await newOrganiser(app, null, 'owner');
    expect(await Promise.all([other, organiser, owner, null].map((person) => reads(person, fileId)))).toEqual([
      404, 404, 404, 404,
    ]);
  });

  it('goes on with the meeting, where its people find all of them', async () => {
    const { fileId } = await file(european);
    await write(european, [fileId], 'Our plan');
    const { meetingId } = (await accept(app, japanese, requestId, scene.slots[0]!)).body;
    const answer = await app.http(japanese).get<MeetingFile[]>(`/api/meetings/${meetingId}/files`);
    expect(answer.body).toEqual([
      expect.objectContaining({ fileId, name: 'plan.pdf', by: european.participantId, mediaType: 'application/pdf' }),
    ]);
    const organiser = await newOrganiser(app, scene.event.eventId);
    expect(code(await app.http(organiser).get(`/api/meetings/${meetingId}/files`))).toBe('404 not_found');
  });

  it('is read by whoever else sits in the meeting', async () => {
    const { fileId } = await file(european);
    await write(european, [fileId]);
    const { meetingId } = (await accept(app, japanese, requestId, scene.slots[0]!)).body;
    const third = await newParticipant(app, scene.event.eventId);
    await app.db.query(
      `INSERT INTO meeting_seat (meeting_id, occupant_id, kind, participant_id, side, part, slot_id, during, live)
       SELECT meeting_id, $2, 'user', $3, 1, 'observer', slot_id, during, live FROM meeting_seat WHERE meeting_id = $1 LIMIT 1`,
      [meetingId, third.userId, third.participantId],
    );
    expect(await reads(third, fileId)).toBe(200);
    await write(japanese, [(await file(japanese)).fileId]);
    const { entries } = (await app.http(third).get('/api/me/feed?after=0')).body;
    expect(entries.at(-1)).toMatchObject({ kind: 'thread.changed', ids: { requestId } });
    expect((await app.http(third).get<MeetingFile[]>(`/api/meetings/${meetingId}/files`)).body.length).toBe(2);
  });

  it('stays readable when the thread is closed, and none is added', async () => {
    const { fileId } = await file(european);
    await write(european, [fileId]);
    await app.http(japanese).post(`/api/meeting-requests/${requestId}/decline`, { reason: 'other', note: null });
    const late = await file(european, 'late.pdf');
    expect(code(await write(european, [late.fileId]))).toBe('409 thread.closed');
    expect([await reads(japanese, fileId), await reads(japanese, late.fileId)]).toEqual([200, 404]);
  });

  it('is sent once, however often the message arrives', async () => {
    const { fileId } = await file(european);
    const key = newKey();
    const answers = await Promise.all([1, 2, 3].map(() => write(european, [fileId], 'Once', key)));
    expect(new Set(answers.map(({ body }) => body.messageId)).size).toBe(1);
    expect(await said(japanese)).toEqual([['Once', ['plan.pdf']]]);
  });

  it('goes with one message, when two ask for it at one time', async () => {
    const ids = [(await file(european)).fileId, (await file(european, 'b.pdf')).fileId];
    const answers = await Promise.all([write(european, ids, 'A'), write(european, ids.toReversed(), 'B')]);
    expect(answers.map(code).toSorted()).toEqual(['201', '422 file.unknown'].toSorted());
    expect((await said(japanese)).length).toBe(1);
  });
});

test.each<[string, () => Promise<{ fileIds: string[]; text: string }>, string]>([
  ['somebody else’s', async () => ({ fileIds: [(await file(japanese)).fileId], text: 'Mine' }), '422 file.unknown'],
  ['none that there is', async () => ({ fileIds: [requestId], text: 'Mine' }), '422 file.unknown'],
  ['the same twice', async () => ({ fileIds: [requestId, requestId], text: 'Mine' }), '400 request.invalid'],
  ['nothing at all', async () => ({ fileIds: [], text: '  ' }), '400 request.invalid'],
  [
    'a fourth',
    async () => ({
      fileIds: await Promise.all([1, 2, 3, 4].map(async (n) => (await file(european, `${n}.pdf`)).fileId)),
      text: '',
    }),
    '400 request.invalid',
  ],
])('a message with %s is refused, and nothing is said', async (_, input, refusal) => {
  expect(code(await app.http(european).post(path(), await input()))).toBe(refusal);
  expect(await said(japanese)).toEqual([]);
});

test('the letter about a message names what came with it', async () => {
  await write(european, [(await file(european)).fileId]);
  await app.jobs.drain({ early: true });
  const { body: mails } = await app.http().get<{ id: string; subject: string }[]>(`/api/mail?to=${japanese.address}`);
  const letter = await app
    .http()
    .get<{ text: string }>(`/api/mail/${mails.find(({ subject }) => /written|メッセージ/.test(subject))!.id}`);
  expect(letter.body.text).toContain('plan.pdf');
});

test('no letter comes about a message while its reader is in the room of the meeting', async () => {
  const meeting = (await accept(app, japanese, requestId, scene.slots[0]!)).body;
  const letters = async (): Promise<number> => {
    await app.jobs.drain({ early: true });
    const { body } = await app.http().get<{ subject: string }[]>(`/api/mail?to=${japanese.address}`);
    return body.filter(({ subject }) => /written|メッセージ】/.test(subject)).length;
  };
  await wasInRoom(app, meeting, japanese.userId, new Date(), null);
  await write(european, [], 'Here I am');
  expect(await letters()).toBe(0);
  const { messageId } = (await app.http(japanese).get<ThreadView>(path())).body.messages.at(-1)!;
  await app.http(japanese).put(`${path()}/read`, { messageId });
  await app.db.query('UPDATE presence_interval SET ended_at = domain_now() WHERE user_id = $1', [japanese.userId]);
  await write(european, [], 'One more thing');
  expect(await letters()).toBe(1);
});
