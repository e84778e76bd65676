import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedPage, HelpRequestCard, MeetingRoomView, MeetingView, MissingCall } from '@musubi/contracts';
import { eventInput } from '../../../../test/builders/events.js';
import {
  after,
  code,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  type TestParticipant,
  wasInRoom,
} from '../../../../test/builders/meetings.js';
import { newOrganiser } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Facts } from '../../../platform/index.js';
import { MissingRounds } from './missing/missing-rounds.js';

let app: TestApp;
let event: MeetingEvent;
let meeting: MeetingView;
let european: TestParticipant;
let japanese: TestParticipant;
let at = -1;
const facts: object[] = [];
beforeAll(async () => {
  app = await startApp();
  const { endsAt } = eventInput();
  event = await newMeetingEvent(app, { endsAt, registrationClosesAt: endsAt }, { from: '09:00', until: '19:00' });
  for (const name of ['meeting.plan_b_set', 'meeting.side_missing', 'meeting.help_called'] as const)
    app.app.get(Facts).on(name, async (fact) => void facts.push(fact));
});
afterAll(() => app.close());
beforeEach(async () => {
  facts.length = 0;
  at += 1;
  ({ european, japanese } = await newPair(app, event.event.eventId));
  meeting = await meet(app, event.event.eventId, european, japanese, event.slots[at]!);
});

type Person = { cookie: string };
const path = (rest = '') => `/api/meetings/${meeting.meetingId}/room${rest}`;
const room = async (person: Person) => (await app.http(person).get<MeetingRoomView>(path())).body;
const propose = (person: Person, value: string, kind = 'link') =>
  app.http(person).put<MeetingRoomView>(path('/plan-b'), { kind, value });
const agree = (person: Person, planBId: string | undefined) =>
  app.http(person).post<MeetingRoomView>(path('/plan-b/agreement'), { planBId });
const end = (person: Person) => app.http(person).delete<MeetingRoomView>(path('/plan-b'));
const help = (person: Person, text: string | null = null) =>
  app.http(person).post<MeetingRoomView>(path('/help'), { about: 'technical', text });
const board = () =>
  app.http(event.organiser).get<HelpRequestCard[]>(`/api/organise/events/${event.event.eventId}/help-requests`);

describe('the room of a meeting', () => {
  it('tells each side what the other sends', async () => {
    await app.http(japanese).put(path('/mode'), { mode: 'chat' });
    await app.http(japanese).put(path('/mode'), { mode: 'audio' });
    expect((await room(european)).modes).toEqual([{ participantId: japanese.participantId, mode: 'audio' }]);
    expect((await room(event.organiser)).modes).toHaveLength(1);
  });

  it('is of nobody else', async () => {
    const stranger = await newParticipant(app, event.event.eventId);
    const answers = [
      await app.http(stranger).get(path()),
      await app.http(stranger).put(path('/mode'), { mode: 'chat' }),
      await propose(stranger, 'https://meet.example/x'),
      await agree(stranger, meeting.meetingId),
      await end(stranger),
      await help(stranger),
    ];
    expect(answers.map(code)).toEqual(answers.map(() => [404, 'not_found']));
  });

  it('is closed to what people do before it opens and after, and when the meeting is cancelled', async () => {
    expect(code(await help(european))).toEqual([409, 'room.closed']);
    await app.http(european).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
    const answers = [
      await app.http(european).put(path('/mode'), { mode: 'chat' }),
      await propose(european, 'https://meet.example/x'),
      await propose(event.organiser, 'https://meet.example/x'),
    ];
    expect(answers.map(code)).toEqual(answers.map(() => [409, 'meeting.wrong_state']));
  });
});

describe('another way to meet', () => {
  it('holds once the other side agrees to exactly that', async () => {
    const { proposal } = (await propose(european, 'https://meet.example/osaka')).body;
    expect(proposal).toMatchObject({ host: 'meet.example', state: 'proposed', by: european.participantId });
    expect(code(await agree(european, proposal!.planBId))).toEqual([409, 'plan_b.changed']);
    const changed = (await propose(european, '+49 711 1234567', 'phone')).body.proposal!;
    expect(code(await agree(japanese, proposal!.planBId))).toEqual([409, 'plan_b.changed']);
    const { body } = await agree(japanese, changed.planBId);
    expect(body).toMatchObject({ planB: { kind: 'phone', value: '+49 711 1234567', host: null }, proposal: null });
    expect(await room(event.organiser)).toMatchObject({ planB: { planBId: changed.planBId } });
    expect((await agree(japanese, changed.planBId)).status).toBe(200);
    expect(facts).toHaveLength(1);
  });

  it('is taken back or declined while it is proposed, and undone by organisers alone once it holds', async () => {
    await propose(european, 'https://meet.example/a');
    expect((await end(japanese)).body).toMatchObject({ planB: null, proposal: null });
    const { proposal } = (await propose(european, 'https://meet.example/a')).body;
    await agree(japanese, proposal!.planBId);
    expect(code(await end(european))).toEqual([409, 'plan_b.settled']);
    const seen = async (person: Person) =>
      (await app.http(person).get<MeetingView>(`/api/meetings/${meeting.meetingId}`)).body.planB;
    const heard = async () => (await app.http(japanese).get<FeedPage>('/api/me/feed?after=0')).body.entries.length;
    const plan = { planBId: proposal!.planBId, state: 'set' };
    expect([await seen(european), await seen(event.organiser)]).toEqual(Array(2).fill(expect.objectContaining(plan)));
    const before = await heard();
    expect((await end(event.organiser)).body).toMatchObject({ planB: null });
    expect([await seen(japanese), await heard()]).toEqual([null, before + 1]);
  });

  it('is set for both by an organiser, in place of what stood', async () => {
    await propose(european, 'https://meet.example/a');
    await propose(event.organiser, 'https://helpdesk.example/room');
    expect(await room(japanese)).toMatchObject({
      planB: { value: 'https://helpdesk.example/room', by: null, state: 'set' },
      proposal: null,
    });
  });

  it('agreed to by two devices at once, holds once', async () => {
    const { proposal } = (await propose(european, 'https://meet.example/a')).body;
    const answers = await Promise.all([agree(japanese, proposal!.planBId), agree(japanese, proposal!.planBId)]);
    expect([answers.map(({ status }) => status), facts.length]).toEqual([[200, 200], 1]);
  });

  it('is no other address than https, and no other number than one to dial', async () => {
    const links = [
      'http://meet.example/a',
      'javascript:alert(1)',
      'https://user:secret@meet.example/',
      'https://meet.example/a\nb',
      ' https://meet.example',
      'https://localhost/',
      'https://xn--/ü',
      '',
    ];
    for (const link of links)
      expect([link, code(await propose(european, link))]).toEqual([link, [400, 'request.invalid']]);
    expect(code(await propose(european, 'call me', 'phone'))).toEqual([400, 'request.invalid']);
    expect(await room(european)).toMatchObject({ planB: null, proposal: null });
  });
});

describe('what became of a meeting that was held elsewhere', () => {
  it('is no no-show, whoever waited in the room: the two declare it', async () => {
    await propose(event.organiser, 'https://meet.example/a');
    await wasInRoom(app, meeting, european.userId, after(meeting.startsAt, -1), after(meeting.startsAt, 9));
    await app.jumpTo(after(meeting.endsAt, 2));
    await app.jobs.runSweeps();
    const { body } = await app.http(european).get<MeetingView>(`/api/meetings/${meeting.meetingId}`);
    expect(body.state).toBe('not_held');
  });
});

describe('a call for help', () => {
  beforeEach(() => app.jumpTo(after(meeting.startsAt, 1)));

  it('stands on the organisers’ board until it is answered, once however often one calls', async () => {
    await Promise.all([help(european), help(european, 'No sound on our side'), help(european)]);
    const [call, ...more] = (await board()).body.filter(({ meetingId }) => meetingId === meeting.meetingId);
    expect([call, more]).toMatchObject([{ about: 'technical', text: 'No sound on our side', answer: null }, []]);
    const answer = `/api/organise/events/${event.event.eventId}/help-requests/${call!.helpRequestId}/answer`;
    await app.http(event.organiser).post(answer, { text: 'Somebody calls you in a minute.' });
    expect((await room(japanese)).help).toMatchObject({ answer: 'Somebody calls you in a minute.' });
    await help(japanese);
    expect((await board()).body.filter(({ meetingId }) => meetingId === meeting.meetingId)).toHaveLength(2);
  });

  it('names whoever wrote its words, also when the other side calls without any', async () => {
    const open = async () => {
      const { by, text } = (await room(european)).help!;
      return [by, text];
    };
    await help(japanese);
    await help(european, 'No sound on our side');
    await help(japanese);
    expect(await open()).toEqual([european.participantId, 'No sound on our side']);
    await help(japanese, 'こちらも聞こえません');
    expect(await open()).toEqual([japanese.participantId, 'こちらも聞こえません']);
  });

  it('is answered by the organisers of that event alone', async () => {
    const call = (await help(european)).body.help!;
    const other = await newMeetingEvent(app);
    const answer = (eventId: string) => `/api/organise/events/${eventId}/help-requests/${call.helpRequestId}/answer`;
    expect([
      code(await app.http(japanese).post(answer(event.event.eventId), { text: 'x' })),
      code(await app.http(other.organiser).post(answer(other.event.eventId), { text: 'x' })),
    ]).toEqual([
      [404, 'not_found'],
      [404, 'not_found'],
    ]);
  });
});

describe('a missing side', () => {
  const missing = () => facts.filter((fact) => 'missingUserIds' in fact);
  // Only this round: others would look for a video server, and find nobody in its rooms.
  const look = () => app.transactions.run((tx) => app.app.get(MissingRounds).round(tx));

  it('is called once, three minutes after the start, while the other waits', async () => {
    await app.jumpTo(after(meeting.startsAt, -2));
    await wasInRoom(app, meeting, european.userId, after(meeting.startsAt, -2), null);
    await app.jumpTo(after(meeting.startsAt, 2));
    await look();
    expect(missing()).toEqual([]);
    await app.jumpTo(after(meeting.startsAt, 3));
    await look();
    await look();
    expect(missing()).toMatchObject([{ meetingId: meeting.meetingId, missingUserIds: [japanese.userId] }]);
  });

  describe('and organisers', () => {
    const call = (who: { cookie: string }, eventId = event.event.eventId) =>
      app.http(who).post<MissingCall>(`/api/organise/events/${eventId}/meetings/${meeting.meetingId}/missing/call`);
    /** How often it was said on the screen. */
    const told = async (who: { cookie: string }) =>
      (await app.http(who).get<FeedPage>('/api/me/feed?after=0')).body.entries.filter(
        ({ kind }) => kind === 'meeting.called',
      ).length;
    beforeEach(async () => {
      await app.jumpTo(after(meeting.startsAt, -2));
      await wasInRoom(app, meeting, european.userId, after(meeting.startsAt, -2), null);
    });

    it('call it at any minute, once for two of them, and it hears of it on the screen', async () => {
      expect(code(await call(event.organiser))).toEqual([409, 'room.nobody_missing']);
      await app.jumpTo(after(meeting.startsAt, 1));
      const [first, second] = await Promise.all([call(event.organiser), call(event.organiser)]);
      expect([first.status, second.status, second.body.calledAt]).toEqual([200, 200, first.body.calledAt]);
      expect(missing()).toMatchObject([{ meetingId: meeting.meetingId, missingUserIds: [japanese.userId] }]);
      expect([await told(japanese), await told(european)]).toEqual([1, 0]);
      // A minute later they may call again; once both are there, there is nobody to call.
      await app.jumpTo(after(meeting.startsAt, 3));
      expect((await call(event.organiser)).status).toBe(200);
      expect(missing()).toHaveLength(2);
      await wasInRoom(app, meeting, japanese.userId, after(meeting.startsAt, 3), null);
      expect(code(await call(event.organiser))).toEqual([409, 'room.nobody_missing']);
    });

    it('call it early: it is called at its minute all the same, then no more, with one letter in all', async () => {
      await app.jumpTo(after(meeting.startsAt, 1));
      expect((await call(event.organiser)).status).toBe(200);
      await app.jumpTo(after(meeting.startsAt, 3));
      for (let round = 0; round < 2; round += 1) await look();
      await app.jumpTo(after(meeting.startsAt, 5));
      expect((await call(event.organiser)).status).toBe(200);
      await look();
      const missingUserIds = [japanese.userId];
      expect(missing()).toMatchObject([
        { missingUserIds, newUserIds: missingUserIds },
        { missingUserIds, newUserIds: [] },
        { missingUserIds, newUserIds: [] },
      ]);
      expect(await told(japanese)).toBe(3);
    });

    it('of another event cannot, nor under their own, nor its people', async () => {
      const { eventId } = (await newMeetingEvent(app)).event;
      const theirs = await newOrganiser(app, eventId);
      await app.jumpTo(after(meeting.startsAt, 1));
      expect(code(await call(theirs))).toEqual([404, 'not_found']);
      expect(code(await call(theirs, eventId))).toEqual([404, 'not_found']);
      expect(code(await call(european))).toEqual([404, 'not_found']);
      expect(missing()).toEqual([]);
    });
  });

  it('is called by nobody where nobody waits, both are there, or they meet elsewhere', async () => {
    const pairs = [await newPair(app, event.event.eventId), await newPair(app, event.event.eventId)];
    const [both, elsewhere] = [
      await meet(app, event.event.eventId, pairs[0]!.european, pairs[0]!.japanese, event.slots[at]!),
      await meet(app, event.event.eventId, pairs[1]!.european, pairs[1]!.japanese, event.slots[at]!),
    ];
    const early = after(meeting.startsAt, -2);
    await app.jumpTo(early);
    for (const { userId } of Object.values(pairs[0]!)) await wasInRoom(app, both, userId, early, null);
    await wasInRoom(app, elsewhere, pairs[1]!.european.userId, early, null);
    meeting = elsewhere;
    await propose(event.organiser, 'https://meet.example/a');
    await app.jumpTo(after(meeting.startsAt, 4));
    await look();
    const call = `/api/organise/events/${event.event.eventId}/meetings/${elsewhere.meetingId}/missing/call`;
    expect(code(await app.http(event.organiser).post(call))).toEqual([409, 'room.nobody_missing']);
    expect(missing()).toEqual([]);
  });
});
