import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AgendaItem,
  Assignment,
  InterpretersView,
  InterpreterView,
  MeetingRequestView,
  MeetingView,
  SlotChoice,
} from '@musubi/contracts';
import {
  accept,
  code as statusAndCode,
  doubleBookings,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
  requestInput,
} from '../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;
const code = (answer: { status: number; body: unknown }) => statusAndCode(answer as never).join(' ');
const languages = ['en', 'ja'] as const;

describe('interpreters', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  let eventId: string;
  beforeAll(async () => {
    app = await startApp();
  }, 60_000);
  afterAll(() => app.close());
  beforeEach(async () => {
    scene = await newMeetingEvent(app);
    eventId = scene.event.eventId;
  });

  const add = async (given: object = {}) => {
    const input = {
      address: `${randomUUID()}@interpreters.example`,
      name: {
        givenLatin: 'Mika',
        familyLatin: 'Sato',
        familyLocal: null,
        givenLocal: null,
        familyKana: null,
        givenKana: null,
      },
      pairs: [languages],
      available: [],
      inARow: 12,
      breakMinutes: 15,
      ...given,
    };
    const answer = await app
      .http(scene.organiser)
      .post<InterpreterView>(`/api/organise/events/${eventId}/interpreters`, input);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const board = async () =>
    (await app.http(scene.organiser).get<InterpretersView>(`/api/organise/events/${eventId}/interpreters`)).body;
  const askFor = async (from: Person, to: Person, slot: number) => {
    const { status, body } = await app
      .http(from)
      .post<MeetingRequestView>(
        `/api/events/${eventId}/meeting-requests`,
        requestInput(to, [scene.slots[slot]!], { interpretation: [...languages] } as never),
      );
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.requestId;
  };
  const interpreted = async (slot: number) => {
    const { european, japanese } = await newPair(app, eventId);
    const requestId = await askFor(european, japanese, slot);
    const { status, body } = await accept(app, japanese, requestId, scene.slots[slot]!);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return { european, japanese, meeting: body };
  };
  const whoInterprets = async (meetingId: string) =>
    (await board()).interpreters.find(({ meetings }) => meetings.some((one) => one.meetingId === meetingId))
      ?.interpreterId ?? null;
  const signedIn = (userId: string) => app.signIn(userId);

  it('are found when the meeting is booked: whoever has the fewest minutes, and each has it in their agenda', async () => {
    const [one, other] = [await add(), await add()];
    const first = await interpreted(0);
    expect(first.meeting.interpretation).toMatchObject({ languages, interpreter: { name: { familyLatin: 'Sato' } } });
    const second = await interpreted(2);
    const both = [await whoInterprets(first.meeting.meetingId), await whoInterprets(second.meeting.meetingId)];
    expect(both.sort()).toEqual([one.interpreterId, other.interpreterId].sort());
    const me = await signedIn(one.userId);
    const [assignment, ...more] = (await app.http(me).get<Assignment[]>('/api/me/interpreting')).body;
    expect(more).toEqual([]);
    expect(assignment).toMatchObject({ languages, people: [{}, {}], eventSlug: scene.event.slug });
    const view = (await app.http(me).get<MeetingView>(`/api/meetings/${assignment!.meetingId}`)).body;
    expect(view).toMatchObject({ me: null, interpretation: { interpreter: { me: true } } });
  });

  it('are seen by both sides as soon as one is asked for, also of a move', async () => {
    const { european, japanese } = await newPair(app, eventId);
    const requestId = await askFor(european, japanese, 0);
    const seenBy = async (who: Person) =>
      (await app.http(who).get<MeetingRequestView[]>(`/api/events/${eventId}/meeting-requests`)).body.map(
        ({ interpretation }) => interpretation,
      );
    expect([await seenBy(european), await seenBy(japanese)]).toEqual([[languages], [languages]]);
    const { body: meeting } = await accept(app, japanese, requestId, scene.slots[0]!);
    await app
      .http(european)
      .post(`/api/meetings/${meeting.meetingId}/reschedule`, { slotIds: [scene.slots[2]!.slotId], note: null });
    expect(await seenBy(japanese)).toEqual([languages, languages]);
  });

  it('none free: the meeting is booked, organisers see that it lacks one, and whoever comes gets it', async () => {
    const { meeting } = await interpreted(0);
    expect(meeting.interpretation).toEqual({ languages, interpreter: null });
    expect((await board()).wanted).toMatchObject([{ meetingId: meeting.meetingId, free: [] }]);
    const added = await add();
    expect(added.meetings).toMatchObject([{ meetingId: meeting.meetingId }]);
    expect((await board()).wanted).toEqual([]);
  });

  it('said before a time is chosen: in which of them one is free, and nothing where none is wanted', async () => {
    const [, second, third] = scene.slots;
    await add({ pairs: [['fr', 'ja']] });
    await add({ available: [{ startsAt: second!.startsAt, endsAt: third!.endsAt }], inARow: 1, breakMinutes: 60 });
    const { european, japanese } = await newPair(app, eventId);
    const marks = async (path: string) =>
      (await app.http(european).get<SlotChoice[]>(path)).body.slice(0, 4).map(({ interpreter }) => interpreter);
    const slots = `/api/events/${eventId}/slots?with=${japanese.participantId}`;
    const group = `/api/events/${eventId}/group-slots?with=${japanese.participantId}`;
    expect(await marks(slots)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await marks(`${slots}&interpretation=en-ja`)).toEqual([false, true, true, false]);
    expect(await marks(`${group}&interpretation=ja-en`)).toEqual([false, true, true, false]);
    const requestId = await askFor(european, japanese, 0);
    expect(await marks(`/api/meeting-requests/${requestId}/slots`)).toEqual([false, true, true, false]);
    await interpreted(1);
    // Busy in the second, and in need of a break in the third.
    expect(await marks(`${slots}&interpretation=en-ja`)).toEqual([false, false, false, false]);
    const { status } = await app.http(european).get(`${slots}&interpretation=en-en`);
    expect(status).toBe(400);
  });

  it('who do not speak the languages, are not there or need a break are not asked', async () => {
    await add({ pairs: [['fr', 'ja']] });
    await add({ available: [{ startsAt: scene.slots[3]!.startsAt, endsAt: scene.slots[3]!.endsAt }] });
    const tired = await add({ inARow: 1, breakMinutes: 15 });
    const [one, two, three] = [await interpreted(0), await interpreted(1), await interpreted(2)];
    expect(await whoInterprets(one.meeting.meetingId)).toBe(tired.interpreterId);
    expect(await whoInterprets(two.meeting.meetingId)).toBe(null);
    expect(await whoInterprets(three.meeting.meetingId)).toBe(tired.interpreterId);
  });

  it('are nobody of the two, and nobody who is elsewhere', async () => {
    const { european, japanese } = await newPair(app, eventId);
    const [person] = (await app.db.query('SELECT address FROM app_user WHERE id = $1', [european.userId])) as [
      { address: string },
    ];
    await add({ address: person.address });
    const requestId = await askFor(european, japanese, 0);
    const booked = await accept(app, japanese, requestId, scene.slots[0]!);
    expect(booked.body.interpretation).toEqual({ languages, interpreter: null });
    const beside = await interpreted(0);
    expect(beside.meeting.interpretation!.interpreter).toBe(null);
    expect((await interpreted(1)).meeting.interpretation!.interpreter).not.toBe(null);
  });

  it('are free when it is cancelled, and the next that lacks one has them', async () => {
    const { userId } = await add();
    const first = await interpreted(0);
    const second = await interpreted(0);
    expect(second.meeting.interpretation!.interpreter).toBe(null);
    await app
      .http(first.european)
      .post(`/api/meetings/${first.meeting.meetingId}/cancel`, { reason: 'ill', note: null });
    expect(await whoInterprets(second.meeting.meetingId)).not.toBe(null);
    const agenda = await app.db.query(`SELECT source_id FROM commitment WHERE user_id = $1`, [userId]);
    expect(agenda).toEqual([{ source_id: second.meeting.meetingId }]);
  });

  it('move with the meeting, the same where they can', async () => {
    const [one] = [await add(), await add()];
    const { european, japanese, meeting } = await interpreted(0);
    const before = await whoInterprets(meeting.meetingId);
    const moveTo = async (slot: number) => {
      const { body } = await app
        .http(european)
        .post<MeetingRequestView>(`/api/meetings/${meeting.meetingId}/reschedule`, {
          slotIds: [scene.slots[slot]!.slotId],
          note: null,
        });
      return accept(app, japanese, body.requestId, scene.slots[slot]!);
    };
    expect((await moveTo(3)).status).toBe(201);
    expect(await whoInterprets(meeting.meetingId)).toBe(before);
    const rows = await app.db.query(
      `SELECT lower(during) AS starts_at FROM commitment WHERE source_id = $1 AND user_id <> ALL ($2)`,
      [meeting.meetingId, [european.userId, japanese.userId]],
    );
    expect(rows).toEqual([{ starts_at: new Date(scene.slots[3]!.startsAt) }]);
    expect(one.interpreterId).toBeDefined();
  });

  it('the last one is wanted by many at once: one meeting has them, the others are booked without, none deadlocks', async () => {
    await add();
    const pairs = await Promise.all(Array.from({ length: 6 }, () => newPair(app, eventId)));
    const requests: { japanese: Person; requestId: string }[] = [];
    for (const { european, japanese } of pairs)
      requests.push({ japanese, requestId: await askFor(european, japanese, 0) });
    const booked = await Promise.all(
      requests.map(({ japanese, requestId }) => accept(app, japanese, requestId, scene.slots[0]!)),
    );
    expect(booked.map(({ status }) => status)).toEqual(requests.map(() => 201));
    expect(booked.filter(({ body }) => body.interpretation!.interpreter !== null)).toHaveLength(1);
    expect(await doubleBookings(app)).toBe(0);
  });

  it('are given by hand, and refused where they cannot', async () => {
    const { meeting } = await interpreted(0);
    const french = await add({ pairs: [['fr', 'ja']] });
    const away = await add({ available: [{ startsAt: scene.slots[3]!.startsAt, endsAt: scene.slots[3]!.endsAt }] });
    const assign = (interpreterId: string) =>
      app
        .http(scene.organiser)
        .put<InterpretersView>(`/api/organise/events/${eventId}/interpretations/${meeting.meetingId}`, {
          interpreterId,
        });
    expect(code(await assign(french.interpreterId))).toBe('409 interpreter.unfit');
    expect(code(await assign(randomUUID()))).toBe('404 not_found');
    expect(await assign(away.interpreterId)).toMatchObject({ status: 200, body: { wanted: [] } });
    expect(await whoInterprets(meeting.meetingId)).toBe(away.interpreterId);
  });

  it('who stop interpreting hand their meetings to others', async () => {
    const one = await add();
    const { meeting } = await interpreted(0);
    const other = await add();
    const removed = await app
      .http(scene.organiser)
      .delete(`/api/organise/events/${eventId}/interpreters/${one.interpreterId}`);
    expect(removed.status).toBe(204);
    expect(await whoInterprets(meeting.meetingId)).toBe(other.interpreterId);
    expect((await board()).interpreters).toHaveLength(1);
  });

  it('are wanted later, and no longer, by either of the two alone', async () => {
    await add();
    const { european, japanese } = await newPair(app, eventId);
    const meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
    const want = (person: Person, pair: readonly string[] | null) =>
      app.http(person).put(`/api/meeting-requests/${meeting.requestId}/interpretation`, { languages: pair });
    expect((await want(japanese, languages)).status).toBe(200);
    expect(await whoInterprets(meeting.meetingId)).not.toBe(null);
    expect((await want(european, null)).status).toBe(200);
    expect(await whoInterprets(meeting.meetingId)).toBe(null);
    expect(code(await want(await newParticipant(app, eventId), languages))).toBe('404 not_found');
    expect((await want(european, ['en', 'en'])).status).toBe(400);
    const agenda = (await app.http(european).get<AgendaItem[]>(`/api/events/${eventId}/agenda`)).body;
    expect(agenda).toHaveLength(1);
  });

  it('twice at one event, or of another one, are refused', async () => {
    const { interpreterId, userId } = await add();
    const [person] = (await app.db.query('SELECT address FROM app_user WHERE id = $1', [userId])) as [
      { address: string },
    ];
    await expect(add({ address: person.address })).rejects.toThrow(/interpreter.duplicate/);
    const other = await newMeetingEvent(app);
    const put = await app
      .http(other.organiser)
      .put(`/api/organise/events/${other.event.eventId}/interpreters/${interpreterId}`, {
        pairs: [languages],
        available: [],
        inARow: 3,
        breakMinutes: 15,
      });
    expect(code(put)).toBe('404 not_found');
  });
});
