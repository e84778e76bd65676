import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  GuestInvitation,
  GuestView,
  InterpreterView,
  MeetingRequestView,
  MeetingView,
  MessageView,
  ThreadView,
} from '@musubi/contracts';
import { accept, meet, newBlock, newPair, requestInput } from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import {
  askedAndPlanned,
  newPlannedEvent,
  planned,
  planOf,
  prefer,
  publishing,
} from '../../../../../test/builders/schedules.js';
import { broken } from '../../../../../test/invariants.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

type Reader = { cookie: string };
const requestOf = async (person: Reader, { requestId }: { requestId: string }) =>
  (await app.http(person).get<MeetingRequestView>(`/api/meeting-requests/${requestId}`)).body;
const meetingsOf = async (person: Reader, { eventId }: { eventId: string }) =>
  (await app.http(person).get<MeetingView[]>(`/api/events/${eventId}/meetings`)).body;
const guestsOf = async (person: Reader, { requestId }: { requestId: string }) =>
  (await app.http(person).get<GuestView[]>(`/api/meeting-requests/${requestId}/guests`)).body;

/** What must be as it was before the plan. */
const standing = ({ history, version, ...request }: MeetingRequestView) => request;

describe('a request that a plan answered', () => {
  it('is as it was before once the plan is taken back, and the meeting of the plan is one that the organisers arranged', async () => {
    const { event, from, to, request, publish, rollBack } = await askedAndPlanned(app);
    const before = await requestOf(to, request);
    const message = { text: 'We could also meet in the hall.', fileIds: [] };
    await app.http(from).post<MessageView>(`/api/meeting-requests/${request.requestId}/messages`, message);
    expect((await publish()).body).toMatchObject({ published: 1, conflicts: [] });
    const answered = await requestOf(to, request);
    expect(answered).toMatchObject({ state: 'accepted', turn: null });
    expect(answered.slots.map(({ slotId }) => slotId)).toEqual(before.slots.map(({ slotId }) => slotId));
    expect((await rollBack()).body).toMatchObject({ cancelled: 1, kept: 0, letters: 2, reopened: 1, ended: [] });
    const after = await requestOf(to, request);
    expect(standing(after)).toEqual(standing(before));
    expect(after).toMatchObject({
      ...{ state: 'requested', turn: 'to', mine: 'to', meetingId: null },
      history: [
        { by: 'from', did: 'requested' },
        { by: 'organisers', did: 'accepted' },
        { by: 'organisers', did: 'requested' },
      ],
    });
    const { body: thread } = await app.http(to).get<ThreadView>(`/api/meeting-requests/${request.requestId}/messages`);
    expect(thread).toMatchObject({ open: true, messages: [{ text: message.text }] });
    const [meeting] = await meetingsOf(from, event);
    expect(meeting).toMatchObject({ state: 'cancelled', cancelledBecause: 'plan-taken-back', arranged: 'plan' });
    expect(await requestOf(from, meeting!)).toMatchObject({
      ...{ state: 'accepted', meetingId: meeting!.meetingId, history: [{ by: 'organisers', did: 'accepted' }] },
    });
    expect(await broken(app)).toEqual({});
  });

  it('is whose turn it was where another time was proposed', async () => {
    const { block, from, to, request, publish, rollBack } = await askedAndPlanned(app);
    const counter = { slotIds: [block.slots[1]!.slotId], note: 'Later?' };
    await app.http(to).post(`/api/meeting-requests/${request.requestId}/counter`, counter);
    const before = await requestOf(from, request);
    await publish();
    await rollBack();
    const after = await requestOf(from, request);
    expect(standing(after)).toEqual(standing(before));
    expect(after).toMatchObject({ state: 'countered', turn: 'from', note: 'Later?' });
    expect((await accept(app, from, request.requestId, block.slots[1]!)).status).toBe(201);
    expect(await broken(app)).toEqual({});
  });

  it('is accepted again as any other, and answered by the plan again, as often as it is taken back', async () => {
    const { event, block, from, to, request, publish, rollBack } = await askedAndPlanned(app);
    const rounds = [1, 2, 3];
    for (const round of rounds) {
      expect((await publish()).body).toMatchObject({ published: 1, conflicts: [] });
      expect(await meetingsOf(to, event)).toHaveLength(round);
      const { body } = await rollBack();
      expect(body).toMatchObject({ cancelled: 1, reopened: 1 });
      expect((await rollBack()).body).toEqual(body);
      expect(await requestOf(to, request)).toMatchObject({ state: 'requested', turn: 'to', version: 2 * round + 1 });
    }
    const accepted = await accept(app, to, request.requestId, block.slots[0]!);
    expect([accepted.status, accepted.body]).toMatchObject([
      201,
      { requestId: request.requestId, slotId: block.slots[0]!.slotId, reason: request.reason },
    ]);
    expect((await publish()).body).toMatchObject({ published: 0, conflicts: [{ kind: 'meet_already' }] });
    expect((await meetingsOf(from, event)).filter(({ state }) => state === 'confirmed')).toHaveLength(1);
    expect(await broken(app)).toEqual({});
  });

  it('wants the interpreter that it asked for, and none where it asked for none', async () => {
    const { event, organiser } = await newPlannedEvent(app);
    const { body: block } = await newBlock(app, organiser, event, { from: '10:00', until: '11:00' });
    const german = await newParticipant(app, event.eventId, 'DE1', { workingLanguages: ['de', 'en'] });
    const both = [
      await newParticipant(app, event.eventId, 'JP-27', { workingLanguages: ['ja'] }),
      await newParticipant(app, event.eventId, 'JP-13', { workingLanguages: ['ja'] }),
    ];
    const interpreters = `/api/organise/events/${event.eventId}/interpreters`;
    const added = await app.http(organiser).post<InterpreterView>(interpreters, {
      ...{ address: `mio-${event.slug}@interpreters.example`, name: german.name, pairs: [['de', 'ja']] },
      ...{ available: [], inARow: 8, breakMinutes: 5 },
    });
    expect(added.status).toBe(201);
    const requests: MeetingRequestView[] = [];
    for (const [at, to] of both.entries()) {
      await prefer(app, event.eventId, german, to);
      const given = at === 0 ? { interpretation: ['en', 'ja'] as [string, string] } : {};
      const input = requestInput(to, [block.slots[at]!], given);
      requests.push(
        (await app.http(german).post<MeetingRequestView>(`/api/events/${event.eventId}/meeting-requests`, input)).body,
      );
    }
    const run = await planned(app, event.eventId, organiser);
    const { publish, rollBack } = publishing(app, organiser, run);
    const wanted = async () => Promise.all(requests.map(async (one) => (await requestOf(german, one)).interpretation));
    const before = await wanted();
    expect((await publish()).body).toMatchObject({ published: 2, conflicts: [] });
    expect(await wanted()).toEqual([
      ['de', 'ja'],
      ['de', 'ja'],
    ]);
    expect((await rollBack()).body).toMatchObject({ cancelled: 2, reopened: 2 });
    expect(await wanted()).toEqual(before);
    expect(before).toEqual([['en', 'ja'], null]);
    for (const { interpretation } of await meetingsOf(german, event))
      expect(interpretation).toMatchObject({ languages: ['de', 'ja'], interpreter: null });
  });

  it('has the guests that it had: who was asked to the meeting alone is asked no more, and a yes to its time is none to another', async () => {
    const { event, organiser } = await newPlannedEvent(app);
    const { body: block } = await newBlock(app, organiser, event, { from: '10:00', until: '11:00' });
    const { european: from, japanese: to } = await newPair(app, event.eventId);
    const [willing, waiting, late] = [
      await newParticipant(app, event.eventId, 'JP-13'),
      await newParticipant(app, event.eventId, 'FR1'),
      await newParticipant(app, event.eventId, 'JP-23'),
    ];
    const people = [willing, waiting].map(({ participantId }) => ({ participantId, part: 'optional' }));
    const input = requestInput(to, [block.slots[0]!], { people } as never);
    const { body: request } = await app
      .http(from)
      .post<MeetingRequestView>(`/api/events/${event.eventId}/meeting-requests`, input);
    const invitationTo = async (person: Reader) =>
      (await app.http(person).get<GuestInvitation[]>(`/api/events/${event.eventId}/guest-invitations`)).body[0]!;
    const say = async (person: Reader) =>
      (await app.http(person).post(`/api/guests/${(await invitationTo(person)).guestId}/accept`, {})).status;
    expect(await say(willing)).toBe(200);
    await prefer(app, event.eventId, from, to);
    const run = await planned(app, event.eventId, organiser);
    const { publish, rollBack } = publishing(app, organiser, run);
    expect((await publish()).body).toMatchObject({ published: 1 });
    expect(await say(waiting)).toBe(200);
    const added = { people: [{ participantId: late.participantId, part: 'optional' }] };
    expect((await app.http(from).post(`/api/meeting-requests/${request.requestId}/guests`, added)).status).toBe(201);
    expect((await rollBack()).body).toMatchObject({ cancelled: 1, reopened: 1 });
    const states = (await guestsOf(from, request)).map(({ participant, state }) => [participant.participantId, state]);
    expect(states.sort()).toEqual(
      [
        [willing.participantId, 'accepted'],
        [waiting.participantId, 'invited'],
      ].sort(),
    );
    expect(await invitationTo(late)).toMatchObject({ state: 'expired' });
    expect((await accept(app, to, request.requestId, block.slots[0]!)).body.sides).toHaveLength(3);
    expect(await broken(app)).toEqual({});
  });
});

describe('what is told of a plan that is taken back', () => {
  it('is to organisers how many meetings and requests it would be, and to both sides, in one letter, whose answer is awaited', async () => {
    const { event, organiser, from, to, run, publish, rollBack } = await askedAndPlanned(app);
    await app.db.query(`UPDATE app_user SET lang = 'ja' WHERE id = $1`, [to.userId]);
    expect(await planOf(app, organiser, run)).not.toHaveProperty('takesBack');
    await publish();
    expect(await planOf(app, organiser, run)).toMatchObject({ takesBack: { meetings: 1, requests: 1 } });
    await app.jobs.drain();
    await rollBack();
    expect(await planOf(app, organiser, run)).not.toHaveProperty('takesBack');
    await app.jobs.drain();
    const letters = (await app.db.query(
      `SELECT person.id, text FROM captured_mail JOIN app_user person ON person.address = to_address
       WHERE person.id = ANY ($1) AND (subject LIKE '%is taken back' OR subject LIKE '【面談日程の取消し】%')`,
      [[from.userId, to.userId]],
    )) as { id: string; text: string }[];
    expect(letters.map(({ id }) => id).sort()).toEqual([from.userId, to.userId].sort());
    const letterTo = ({ userId }: { userId: string }) => letters.find(({ id }) => id === userId)!.text;
    expect(letterTo(from)).toContain('Your request with them is open again and waits for their answer until ');
    expect(letterTo(to)).toContain('お申込みは回答待ちに戻りました。');
    expect(letterTo(to)).toContain('までにご回答ください');
    expect(await meetingsOf(from, event)).toHaveLength(1);
  });

  it('is, where the request stays ended, why', async () => {
    const { from, request, publish, rollBack } = await askedAndPlanned(app);
    await publish();
    const late = `UPDATE meeting_request SET answer_by = domain_now() - interval '1 minute' WHERE id = $1`;
    await app.db.query(late, [request.requestId]);
    await rollBack();
    await app.jobs.drain();
    const letters = (await app.db.query(
      `SELECT text FROM captured_mail JOIN app_user person ON person.address = to_address
       WHERE person.id = $1 AND text LIKE '%The request does not open again: the time to answer is over%'`,
      [from.userId],
    )) as unknown[];
    expect(letters).toHaveLength(1);
  });
});

describe('what nobody of a plan has answered', () => {
  it('stands when the plan is taken back: a meeting that was agreed on before', async () => {
    const { event, organiser } = await newPlannedEvent(app);
    const { body: block } = await newBlock(app, organiser, event, { from: '10:00', until: '11:00' });
    const { european: from, japanese: to } = await newPair(app, event.eventId);
    const other = await newParticipant(app, event.eventId, 'JP-13');
    const agreed = await meet(app, event.eventId, from, to, block.slots[0]!);
    await prefer(app, event.eventId, from, other);
    const run = await planned(app, event.eventId, organiser);
    const { publish, rollBack } = publishing(app, organiser, run);
    expect((await publish()).body).toMatchObject({ published: 1, stood: 1 });
    expect((await rollBack()).body).toMatchObject({ cancelled: 1, kept: 0, reopened: 0, ended: [] });
    expect((await meetingsOf(to, event)).map(({ meetingId, state }) => [meetingId, state])).toEqual([
      [agreed.meetingId, 'confirmed'],
    ]);
  });

  it('stays ended where one of the two has cancelled the meeting of the plan', async () => {
    const { event, to, request, publish, rollBack } = await askedAndPlanned(app);
    await publish();
    const [meeting] = await meetingsOf(to, event);
    const why = { reason: 'clash', note: null };
    expect((await app.http(to).post(`/api/meetings/${meeting!.meetingId}/cancel`, why)).status).toBe(200);
    expect((await rollBack()).body).toMatchObject({ cancelled: 0, kept: 1, reopened: 0, ended: [] });
    expect(await requestOf(to, request)).toMatchObject({ state: 'accepted', meetingId: meeting!.meetingId });
  });
});
