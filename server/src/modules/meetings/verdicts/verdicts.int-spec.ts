import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionInput, DisputeRow, MeetingRecord, MeetingView, VerdictView } from '@musubi/contracts';
import { after, code, meet, newMeetingEvent, newPair, tally, wasInRoom } from '../../../../test/builders/meetings.js';
import { newOrganiser, type TestPerson } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { Audit } from '../../../platform/index.js';
import { Rooms } from '../../rooms/index.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const hours = (instant: string, more: number) => after(instant, more * 60);

/** A meeting that is over, seen by nobody else: who asked was there from the start, for so many minutes; the other for so many. */
async function over(asker: number, asked: number, { settle = true } = {}) {
  // The clock only goes forward, and every meeting here is lived to its end.
  const [clock] = (await app.db.query('SELECT domain_now() AS now')) as { now: Date }[];
  const days = (more: number) => new Date(clock!.now.getTime() + more * 86_400_000).toISOString();
  const scene = await newMeetingEvent(app, { startsAt: days(5), endsAt: days(8), registrationClosesAt: days(4) });
  const { eventId } = scene.event;
  const { european, japanese } = await newPair(app, eventId);
  const meeting = await meet(app, eventId, european, japanese, scene.slots[0]!);
  const stay = (userId: string, minutes: number) =>
    minutes > 0 ? wasInRoom(app, meeting, userId, after(meeting.startsAt, 0), after(meeting.startsAt, minutes)) : null;
  await stay(european.userId, asker);
  await stay(japanese.userId, asked);
  const third = await newParticipant(app, eventId);
  const people = { european, japanese, third, organiser: await newOrganiser(app, eventId), owner: scene.organiser };
  const things = {
    ...people,
    eventId,
    slots: scene.slots,
    meeting,
    path: `/api/meetings/${meeting.meetingId}`,
    record: `/api/organise/events/${eventId}/meetings/${meeting.meetingId}`,
  };
  if (settle) {
    await app.jumpTo(after(meeting.endsAt, 2));
    await app.jobs.runSweeps();
  }
  return things;
}
type Over = Awaited<ReturnType<typeof over>>;

const verdict = async (one: Over, who: TestPerson | { cookie: string }) =>
  (await app.http(who).get<VerdictView>(`${one.path}/verdict`)).body;
const record = async (one: Over) => (await app.http(one.organiser).get<MeetingRecord>(`${one.record}/record`)).body;
const dispute = (one: Over, who: { cookie: string }, reason = 'was-there') =>
  app.http(who).post(`${one.path}/verdict/dispute`, { reason, statement: 'My microphone was off, I was there' });
const declare = (one: Over, who: { cookie: string }, met = true) =>
  app.http(who).put(`${one.path}/verdict/declaration`, { met, place: 'phone' });
const decide = (one: Over, given: Partial<DecisionInput>, who: { cookie: string } = one.organiser) =>
  app.http(who).post(`${one.record}/verdict`, {
    state: 'held',
    absentSide: null,
    excluded: false,
    reason: 'Both called the helpdesk and said so',
    place: 1,
    ...given,
  });
const undo = (one: Over, place: number) =>
  app.http(one.organiser).post(`${one.record}/verdict/undo`, { reason: 'Pressed by mistake', place });
const stateOf = async (one: Over) => (await app.http(one.european).get<MeetingView>(one.path)).body.state;

describe('after the end', () => {
  it('each side reads what became of it, its own evidence, and until when it may speak', async () => {
    const one = await over(18, 0);
    const seen = await verdict(one, one.japanese);
    expect(seen).toEqual({
      meetingId: one.meeting.meetingId,
      state: 'no_show',
      source: 'presence',
      excluded: false,
      decided: false,
      provisional: true,
      finalAt: seen.finalAt,
      countedFrom: after(one.meeting.startsAt, -10).toISOString(),
      countedUntil: one.meeting.endsAt,
      mine: [],
      colleagues: [],
      mySideThere: false,
      otherSideThere: true,
      togetherMinutes: 0,
      declared: { bySide: false, byOther: false },
      dispute: null,
      may: { dispute: true, declare: true },
    });
    expect(Date.parse(seen.finalAt) - hours(one.meeting.endsAt, 48).getTime()).toBeLessThan(5 * 60_000);
    expect((await verdict(one, one.european)).mine).toEqual([
      { startsAt: one.meeting.startsAt, endsAt: after(one.meeting.startsAt, 18).toISOString() },
    ]);
  });

  it('there is none before it is settled', async () => {
    const one = await over(0, 0, { settle: false });
    expect(code(await app.http(one.european).get(`${one.path}/verdict`))).toEqual([409, 'meeting.wrong_state']);
    expect(code(await dispute(one, one.european))).toEqual([409, 'meeting.wrong_state']);
    expect(code(await decide(one, {}))).toEqual([409, 'meeting.wrong_state']);
    expect((await record(one)).verdict).toBeNull();
  });

  it('an outage in that time excuses everybody', async () => {
    const one = await over(18, 0, { settle: false });
    await app.db.query(`INSERT INTO outage (of, began_at, ended_at) VALUES ('video', $1, $2)`, [
      after(one.meeting.startsAt, 15),
      after(one.meeting.startsAt, 17),
    ]);
    await app.jumpTo(after(one.meeting.endsAt, 2));
    await app.jobs.runSweeps();
    expect(await verdict(one, one.japanese)).toMatchObject({ state: 'not_held', excluded: true, provisional: true });
    expect(await record(one)).toMatchObject({
      verdict: { excluded: true, absent: [] },
      outages: [{ of: 'video', startsAt: after(one.meeting.startsAt, 15).toISOString() }],
    });
  });

  it('whom an outage left in the room was there until then, unless they are seen again', async () => {
    const one = await over(0, 0, { settle: false });
    const { meetingId, startsAt, endsAt } = one.meeting;
    for (const { userId } of [one.european, one.japanese])
      await wasInRoom(app, one.meeting, userId, after(startsAt, 0), null);
    const seen = (at: Date) => app.db.query('UPDATE presence_interval SET seen_at = $1 WHERE ended_at IS NULL', [at]);
    await seen(after(startsAt, 2));
    await app.db.query(`INSERT INTO outage (of, began_at, ended_at) VALUES ('instance', $1, $2)`, [
      after(startsAt, 2),
      after(endsAt, 1),
    ]);
    await app.jumpTo(after(endsAt, 2));
    const ends = async () =>
      (await app.app.get(Rooms).presence('meeting', [meetingId]))
        .get(meetingId)!
        .map(({ endsAt: end, open }) => [end < after(endsAt, 1) ? end : 'until now', open]);
    expect(await ends()).toEqual([
      [after(startsAt, 2), false],
      [after(startsAt, 2), false],
    ]);
    await seen(after(endsAt, 1));
    expect(await ends()).toEqual([
      ['until now', true],
      ['until now', true],
    ]);
    await seen(after(startsAt, 2));
    await app.jobs.runSweeps();
    expect(await verdict(one, one.japanese)).toMatchObject({ state: 'not_held', excluded: true });
  });
});

describe('a dispute', () => {
  it('is the organisers’ alone, keeps the verdict provisional, and each side has one', async () => {
    const one = await over(18, 0);
    expect(await dispute(one, one.japanese)).toMatchObject({
      status: 200,
      body: { dispute: { mine: true, reason: 'was-there', statement: 'My microphone was off, I was there' } },
    });
    expect(code(await dispute(one, one.japanese))).toEqual([409, 'verdict.disputed']);
    expect(await verdict(one, one.european)).toMatchObject({ dispute: null, may: { dispute: true } });
    const { body: rows } = await app
      .http(one.organiser)
      .get<DisputeRow[]>(`/api/organise/events/${one.eventId}/disputes`);
    expect(rows).toMatchObject([
      {
        meetingId: one.meeting.meetingId,
        state: 'no_show',
        open: true,
        disputes: [{ by: { participantId: one.japanese.participantId }, reason: 'was-there', outcome: null }],
      },
    ]);
    await app.jumpTo(hours(one.meeting.endsAt, 60));
    expect(await verdict(one, one.japanese)).toMatchObject({
      provisional: true,
      may: { dispute: false, declare: false },
    });
    expect(code(await dispute(one, one.european))).toEqual([409, 'verdict.final']);
    expect(code(await declare(one, one.european))).toEqual([409, 'verdict.final']);
  });

  it('two people of one side who press at once leave one', async () => {
    const one = await over(0, 0);
    const answers = await Promise.all([1, 2, 3, 4].map(() => dispute(one, one.european)));
    expect(tally(answers)).toEqual({ 200: 1, '409 verdict.disputed': 3 });
  });

  it('is neither told to the other side nor kept in the log in its words', async () => {
    const one = await over(18, 0);
    await dispute(one, one.japanese);
    const said = JSON.stringify([
      await verdict(one, one.european),
      await app.app.get(Audit).read({ eventId: one.eventId, atMost: 9 }),
    ]);
    expect(said).not.toContain('microphone');
  });
});

describe('both declare that they met', () => {
  it('held, counted apart from what was measured; it is logged, and what is in dispute still waits', async () => {
    const one = await over(18, 0);
    await dispute(one, one.japanese);
    expect(await declare(one, one.japanese)).toMatchObject({
      body: { state: 'no_show', declared: { bySide: true, byOther: false } },
    });
    expect(await verdict(one, one.european)).toMatchObject({ declared: { bySide: false, byOther: true } });
    expect(await declare(one, one.european)).toMatchObject({ body: { state: 'held', source: 'declaration' } });
    expect(await stateOf(one)).toBe('held');
    expect(await record(one)).toMatchObject({
      verdict: { state: 'held', source: 'declaration', absent: [], place: 2, undoable: false },
      history: [
        { place: 1, state: 'no_show', source: 'presence', by: null },
        { place: 2, state: 'held', source: 'declaration', by: null },
      ],
      people: [{ declared: 'phone' }, { declared: 'phone' }],
      disputes: [{ outcome: null }],
    });
    const entries = await app.app.get(Audit).read({ subjectId: one.meeting.meetingId, atMost: 10 });
    expect(entries).toMatchObject([
      {
        did: 'verdict.declared',
        actorId: one.european.userId,
        before: { state: 'no_show', source: 'presence' },
        after: { state: 'held', source: 'declaration' },
      },
      { did: 'verdict.disputed', actorId: one.japanese.userId },
    ]);
  });

  it('stands then: one side alone does not take it back, neither here nor by what it notes down', async () => {
    const one = await over(0, 0);
    await declare(one, one.european);
    await declare(one, one.japanese);
    expect(code(await declare(one, one.japanese, false))).toEqual([409, 'verdict.agreed']);
    const said = { result: 'partner_absent', followUp: 'none', nextStep: null, nextStepOwner: null, nextStepDue: null };
    const noted = await app.http(one.japanese).put(`${one.path}/outcome`, { ...said, kind: null, note: null });
    expect(noted.status).toBe(200);
    expect(await verdict(one, one.european)).toMatchObject({
      state: 'held',
      declared: { bySide: true, byOther: true },
      may: { dispute: true, declare: false },
    });
  });

  it('may say that the other side of a meeting that was held was not there', async () => {
    const one = await over(18, 18);
    const said = await dispute(one, one.european, 'other-absent');
    expect(said).toMatchObject({ status: 200, body: { state: 'held', dispute: { reason: 'other-absent' } } });
    expect(await dispute(one, one.japanese, 'could-not-talk')).toMatchObject({ status: 200 });
  });

  it('is provisional no more once an organiser has decided, unless a side has it looked at again', async () => {
    const one = await over(18, 0);
    expect(await verdict(one, one.european)).toMatchObject({ provisional: true });
    await decide(one, { state: 'cut_short' });
    const decided = { provisional: false, decided: true, may: { dispute: true } };
    expect(await verdict(one, one.european)).toMatchObject(decided);
    await dispute(one, one.japanese);
    expect(await verdict(one, one.european)).toMatchObject({ ...decided, provisional: true });
  });

  it('does not overturn what an organiser decided or upheld: it is kept beside it, until that is taken back', async () => {
    for (const [state, absentSide] of [['cut_short', null] as const, ['no_show', 1] as const]) {
      const one = await over(18, 0);
      await dispute(one, one.japanese);
      await decide(one, { state, absentSide });
      await declare(one, one.european);
      expect(await declare(one, one.japanese)).toMatchObject({
        status: 200,
        body: { state, decided: true, declared: { bySide: true, byOther: true }, may: { declare: false } },
      });
      expect((await record(one)).history.map((entry) => entry.state)).toEqual(['no_show', state]);
      expect(await undo(one, 2)).toMatchObject({ status: 200 });
      expect(await declare(one, one.japanese)).toMatchObject({ body: { state: 'held', source: 'declaration' } });
    }
  });

  it('one takes it back before the other says so: nothing changed', async () => {
    const one = await over(0, 0);
    await declare(one, one.european);
    await declare(one, one.european, false);
    await declare(one, one.japanese);
    expect(await stateOf(one)).toBe('not_held');
  });

  it('both at one instant: held once', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await over(0, 0);
      await Promise.all([declare(one, one.european), declare(one, one.japanese)]);
      expect((await record(one)).history.map(({ state }) => state)).toEqual(['not_held', 'held']);
    }
  });
});

describe('an organiser', () => {
  it('upholds or changes it with a reason, takes it back, and everything stays on the record', async () => {
    const one = await over(18, 0);
    await dispute(one, one.japanese);
    expect(await decide(one, { state: 'cut_short' })).toMatchObject({
      status: 200,
      body: {
        verdict: { state: 'cut_short', source: 'organiser', place: 2, undoable: true },
        disputes: [{ outcome: 'changed' }],
      },
    });
    expect(await stateOf(one)).toBe('cut_short');
    expect(await undo(one, 2)).toMatchObject({
      body: {
        verdict: { state: 'no_show', source: 'presence', absent: [1], place: 3, undoable: false },
        disputes: [{ outcome: null }],
      },
    });
    expect(code(await undo(one, 3))).toEqual([409, 'verdict.unchanged']);
    expect(await decide(one, { state: 'no_show', absentSide: 1, place: 3 })).toMatchObject({
      body: { verdict: { state: 'no_show', source: 'presence', place: 4 }, disputes: [{ outcome: 'upheld' }] },
    });
    const { history } = await record(one);
    expect(history.map(({ place, state, source, reason, undoes }) => [place, state, source, reason, undoes])).toEqual([
      [1, 'no_show', 'presence', null, null],
      [2, 'cut_short', 'organiser', 'Both called the helpdesk and said so', null],
      [3, 'no_show', 'presence', 'Pressed by mistake', 2],
      [4, 'no_show', 'presence', 'Both called the helpdesk and said so', null],
    ]);
    const entries = await app.app.get(Audit).read({ subjectId: one.meeting.meetingId, atMost: 10 });
    expect(entries.map(({ did, actorId, subjectId, reason }) => [did, actorId, subjectId, reason])).toEqual([
      ['verdict.upheld', one.organiser.userId, one.meeting.meetingId, 'Both called the helpdesk and said so'],
      ['verdict.undone', one.organiser.userId, one.meeting.meetingId, 'Pressed by mistake'],
      ['verdict.changed', one.organiser.userId, one.meeting.meetingId, 'Both called the helpdesk and said so'],
      ['verdict.disputed', one.japanese.userId, one.meeting.meetingId, null],
    ]);
    expect(entries[2]).toMatchObject({
      before: { state: 'no_show', source: 'presence', excluded: false, absent: ['1'] },
      after: { state: 'cut_short', source: 'organiser', excluded: false, absent: [] },
    });
  });

  it('changes nothing where nothing would change, or where somebody was faster', async () => {
    const one = await over(18, 0);
    expect(code(await decide(one, { state: 'no_show', absentSide: 1 }))).toEqual([409, 'verdict.unchanged']);
    expect(code(await decide(one, { place: 2 }))).toEqual([409, 'verdict.moved_on']);
    expect(code(await decide(one, { state: 'no_show', absentSide: null }))).toEqual([400, 'request.invalid']);
    expect(code(await decide(one, { state: 'held', excluded: true }))).toEqual([400, 'request.invalid']);
    const answers = await Promise.all([decide(one, {}), decide(one, { state: 'cut_short' }, one.owner)]);
    expect(tally(answers)).toEqual({ 200: 1, '409 verdict.moved_on': 1 });
    expect((await record(one)).history).toHaveLength(2);
  });

  it('of another event reads and decides nothing; nor does a participant', async () => {
    const [one, other] = [await over(0, 0), await over(0, 0)];
    const foreign = `/api/organise/events/${other.eventId}/meetings/${one.meeting.meetingId}`;
    expect(code(await app.http(other.organiser).get(`${foreign}/record`))).toEqual([404, 'not_found']);
    expect(code(await app.http(other.organiser).get(`${one.record}/record`))).toEqual([404, 'not_found']);
    expect(
      code(
        await app.http(other.organiser).post(`${foreign}/verdict`, {
          state: 'held',
          absentSide: null,
          excluded: false,
          reason: 'No reason',
          place: 1,
        }),
      ),
    ).toEqual([404, 'not_found']);
    expect(code(await decide(one, {}, one.european))).toEqual([404, 'not_found']);
    expect(code(await app.http(one.third).get(`${one.path}/verdict`))).toEqual([404, 'not_found']);
    expect(code(await dispute(one, one.third))).toEqual([404, 'not_found']);
  });

  it('sees when each was in the room and how much they wrote, never what', async () => {
    const one = await over(18, 3);
    await app
      .http(one.european)
      .post(`/api/meeting-requests/${one.meeting.requestId}/messages`, { text: 'I wait in the room' });
    const seen = await record(one);
    expect(seen).toMatchObject({
      people: [
        { side: 0, attendedSeconds: 18 * 60, stays: [{ startsAt: one.meeting.startsAt }] },
        { side: 1, attendedSeconds: 3 * 60 },
      ],
      thread: { messages: 1, by: [{ participantId: one.european.participantId, messages: 1 }] },
      verdict: { state: 'cut_short' },
    });
    expect(JSON.stringify(seen)).not.toContain('I wait in the room');
  });
});
