import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AgendaItem, MeetingView } from '@musubi/contracts';
import {
  doubleBookings,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  newPair,
} from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';
import { Seats, type SeatOf } from './seats.js';

type Person = Awaited<ReturnType<typeof newParticipant>>;

describe('a place in a meeting that stands', () => {
  let app: TestApp;
  let scene: MeetingEvent;
  let eventId: string;
  let european: Person;
  let japanese: Person;
  let colleague: Person;
  let meeting: MeetingView;
  beforeAll(async () => {
    app = await startApp();
    scene = await newMeetingEvent(app);
    eventId = scene.event.eventId;
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    ({ european, japanese } = await newPair(app, eventId));
    colleague = await newParticipant(app, eventId, 'DE1');
    meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
  });

  const take = (person: Person, seat: Partial<SeatOf> = {}, id: string = meeting.meetingId) =>
    app.transactions.run((tx) =>
      app.app.get(Seats).take(
        tx,
        { id },
        {
          userId: person.userId,
          participantId: person.participantId,
          side: 0,
          part: 'required',
          ...seat,
        },
      ),
    );
  const leave = (person: Person) =>
    app.transactions.run((tx) => app.app.get(Seats).leave(tx, { id: meeting.meetingId }, person.userId));
  const seen = async (person: Person) =>
    (await app.http(person).get<MeetingView>(`/api/meetings/${meeting.meetingId}`)).body;
  const agenda = async (person: Person) =>
    (await app.http(person).get<AgendaItem[]>(`/api/events/${eventId}/agenda`)).body;
  const problem = (error: unknown) => (error as { code?: string }).code;

  it('is given to a colleague: everybody sees them, and the calendar entry is one change further', async () => {
    await take(colleague);
    expect(await seen(colleague)).toMatchObject({
      version: 2,
      me: colleague.participantId,
      sides: [
        { participant: { participantId: european.participantId }, side: 0, part: 'required' },
        { participant: { participantId: colleague.participantId }, side: 0, part: 'required' },
        { participant: { participantId: japanese.participantId }, side: 1, part: 'required' },
      ],
    });
    expect(await agenda(colleague)).toMatchObject([{ sourceId: meeting.meetingId, startsAt: meeting.startsAt }]);
    expect((await agenda(japanese))[0]!.title.en).toMatch(/, and one more$/);
    expect(await app.db.query('SELECT sequence FROM meeting WHERE id = $1', [meeting.meetingId])).toEqual([
      { sequence: 1 },
    ]);
  });

  it('taken twice is taken once', async () => {
    await take(colleague);
    expect(await take(colleague)).toMatchObject({ version: 2 });
  });

  it('given back frees the time and takes the meeting out of the agenda; a side may be empty', async () => {
    await leave(european);
    expect(await seen(japanese)).toMatchObject({
      version: 2,
      sides: [{ participant: { participantId: japanese.participantId }, side: 1 }],
    });
    expect((await agenda(japanese))[0]!.title).toEqual({ en: 'Meeting', ja: '面談' });
    expect(await agenda(european)).toEqual([]);
    expect((await app.http(european).get(`/api/meetings/${meeting.meetingId}`)).status).toBe(404);
    await meet(app, eventId, european, colleague, scene.slots[0]!);
  });

  it('is refused to whoever is elsewhere then, and nothing changes', async () => {
    const other = await newParticipant(app, eventId, 'JP-27');
    await meet(app, eventId, colleague, other, scene.slots[0]!);
    expect(await take(colleague).catch(problem)).toBe('meeting.slot_taken');
    expect(await seen(japanese)).toEqual({ ...meeting, me: japanese.participantId });
  });

  it('is refused without a word why where a block stands between two of them', async () => {
    await app.db.query('INSERT INTO person_block (by_user_id, user_id) VALUES ($1, $2)', [
      japanese.userId,
      colleague.userId,
    ]);
    expect(await take(colleague).catch(problem)).toBe('participant.unavailable');
  });

  it('is no longer given once the meeting is cancelled or full', async () => {
    await app.db.query(
      `INSERT INTO meeting_seat (meeting_id, occupant_id, kind, participant_id, side, part, slot_id, during)
       SELECT $1, uuidv7(), 'user', $2, 0, 'required', slot_id, during FROM meeting_seat, generate_series(1, 14)
       WHERE meeting_id = $1 AND occupant_id = $3`,
      [meeting.meetingId, european.participantId, european.userId],
    );
    expect(await take(colleague).catch(problem)).toBe('meeting.full');
    await app.http(japanese).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null });
    expect(await take(colleague).catch(problem)).toBe('meeting.wrong_state');
  });

  it('in two meetings at one time: one wins', async () => {
    const pair = await newPair(app, eventId);
    const beside = await meet(app, eventId, pair.european, pair.japanese, scene.slots[0]!);
    const answers = await Promise.all(
      [meeting.meetingId, beside.meetingId].map((id) =>
        take(colleague, {}, id).then(
          () => 'taken',
          (error: unknown) => problem(error),
        ),
      ),
    );
    expect(answers.sort()).toEqual(['meeting.slot_taken', 'taken']);
    expect(await doubleBookings(app)).toBe(0);
  });

  it('at the moment of a cancellation comes before or after, never between', async () => {
    const [taken, cancelled] = await Promise.all([
      take(colleague).then(
        () => 'taken',
        (error: unknown) => problem(error),
      ),
      app.http(japanese).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null }),
    ]);
    expect(cancelled.status).toBe(200);
    expect(['taken', 'meeting.wrong_state']).toContain(taken);
    expect(await agenda(colleague)).toEqual([]);
    expect(
      await app.db.query('SELECT count(*)::int AS live FROM meeting_seat WHERE meeting_id = $1 AND live', [
        meeting.meetingId,
      ]),
    ).toEqual([{ live: 0 }]);
  });

  it('of a colleague counts for the side, an observer for nobody', async () => {
    await take(colleague, { part: 'observer' });
    expect(
      (await app.http(colleague).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null })).body,
    ).toMatchObject({ code: 'meeting.guests_leave' });
  });
});
