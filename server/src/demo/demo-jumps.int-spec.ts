import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DemoPerson, DemoState, FollowUpItem, MeetingRequestView, MeetingView } from '@musubi/contracts';
import { Rooms } from '../modules/rooms/index.js';
import { Transactions } from '../platform/index.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { fillEmptyDemo } from './demo-data.js';
import { liveThroughJumps } from './demo-jumps.js';

let app: TestApp;
let demo: DemoState;
let eventId: string;
beforeAll(async () => {
  app = await startApp();
  await fillEmptyDemo({ DATABASE_URL: app.config.databaseUrl, DATA_DIR: app.config.dataDir, DEMO: '1' });
  liveThroughJumps(app.app);
  demo = (await app.http().get('/api/demo')).body;
  ({ eventId } = (await app.http().get(`/api/events/${demo.conferenceSlug}`)).body);
}, 300_000);
afterAll(() => app.close());

const named = (family: string) => demo.people.find(({ name }) => name.familyLatin === family)!;
const see = async <T>({ userId }: DemoPerson, what: string): Promise<T[]> =>
  (await app.http(await app.signIn(userId)).get<T[]>(`/api/events/${eventId}/${what}`)).body;
const jump = async (stop: number) => {
  const { status } = await app.http().post('/api/demo/clock', { to: demo.stops[stop]!.at });
  await app.jobs.runSweeps();
  return status;
};

describe('when the demo’s clock jumps', () => {
  it('finds what visitors did before', async () => {
    const clara = app.http(await app.signIn(named('Weiss').userId));
    const requests = await see<MeetingRequestView>(named('Weiss'), 'meeting-requests');
    const asked = requests.find(({ from }) => from.name.familyLatin === 'Kobayashi')!;
    const { slotId } = asked.slots.at(-1)!;
    expect((await clara.post(`/api/meeting-requests/${asked.requestId}/accept`, { slotId })).status).toBe(201);
    const [giulias] = await see<MeetingView>(named('Ferrari'), 'meetings');
    const giulia = app.http(await app.signIn(named('Ferrari').userId));
    const why = { reason: 'ill', note: null };
    expect((await giulia.post(`/api/meetings/${giulias!.meetingId}/cancel`, why)).status).toBe(200);
  });

  it('to the conference, meetings are about to begin and requests can still be answered', async () => {
    expect(await jump(1)).toBe(200);
    const at = Date.parse(demo.stops[1]!.at);
    const nextOf = async (family: string) => {
      const meetings = await see<MeetingView>(named(family), 'meetings');
      return meetings.filter(({ state, startsAt }) => state === 'confirmed' && Date.parse(startsAt) > at)[0]?.startsAt;
    };
    expect(await nextOf('Weiss')).toBe('2027-01-26T08:25:00.000Z');
    expect(await nextOf('Fujii')).toBe('2027-01-26T08:25:00.000Z');
    expect(await nextOf('Tanaka')).toBe('2027-01-26T08:25:00.000Z');
    expect(await nextOf('Ferrari')).toBe(undefined);
    const waiting = async (family: string) => {
      const requests = await see<MeetingRequestView>(named(family), 'meeting-requests');
      return requests
        .filter(({ turn, mine }) => turn === mine)
        .map(({ answerBy }) => answerBy)
        .sort();
    };
    const [soon, ...later] = await waiting('Weiss');
    expect(soon!.slice(0, 16)).toBe('2027-01-26T08:27');
    // Who has a meeting with Clara by now does not ask again.
    expect(later).toEqual(['2027-01-27T09:40:00.000Z']);
    expect(await waiting('Tanaka')).toHaveLength(2);
  }, 120_000);

  it('in the middle of meetings, people are in the rooms, but for those whom visitors play', async () => {
    const played = `EXISTS (SELECT FROM meeting_seat seat JOIN login ON login.user_id = seat.occupant_id WHERE seat.meeting_id = meeting.id)`;
    const confirmed = `FROM meeting JOIN meeting_slot slot ON slot.id = meeting.slot_id WHERE meeting.event_id = $1 AND meeting.state = 'confirmed'`;
    const seen: boolean[] = [];
    // The first that visitors play, and later the first of others.
    for (const which of [played, `NOT ${played}`]) {
      const [first] = (await app.db.query(
        `SELECT min(slot.starts_at) + interval '5 minutes' AS "to" ${confirmed} AND slot.starts_at > domain_now() AND ${which}`,
        [eventId],
      )) as { to: Date }[];
      expect((await app.http().post('/api/demo/clock', { to: first!.to.toISOString() })).status).toBe(200);
      await app.jobs.runSweeps();
      const now = (await app.db.query(
        `SELECT meeting.id, ${played} AS played, (
           SELECT count(*)::int FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.kind = 'user' AND seat.live) AS people
         ${confirmed} AND slot.during @> domain_now()`,
        [eventId],
      )) as { id: string; played: boolean; people: number }[];
      const ids = now.map(({ id }) => id);
      const here = await app.app.get(Rooms).here('meeting', ids);
      for (const one of now) {
        seen.push(one.played);
        expect([one.id, here.get(one.id)!.size]).toEqual([one.id, one.played ? 0 : one.people]);
      }
    }
    expect(new Set(seen)).toEqual(new Set([true, false]));
  }, 120_000);

  it('leaves a meeting to the visitor who waited in vain', async () => {
    const jan = app.http(await app.signIn(named('de Vries').userId));
    const [meeting] = (await see<MeetingView>(named('de Vries'), 'meetings')).filter(({ sides }) =>
      sides.some(({ participant }) => participant.name.givenLatin === 'Naoko'),
    );
    const { meetingId, startsAt, endsAt, me } = meeting!;
    const during = new Date(Date.parse(startsAt) + 4 * 60_000);
    expect((await app.http().post('/api/demo/clock', { to: during.toISOString() })).status).toBe(200);
    const stay = { userId: named('de Vries').userId, identity: me!, from: new Date(startsAt), until: new Date(endsAt) };
    await app.app.get(Transactions).run(async (tx) => {
      await app.app.get(Rooms).remember(tx, { kind: 'meeting', id: meetingId, eventId }, [stay]);
    });
    const step = { nextStep: null, nextStepOwner: null, nextStepDue: null };
    const said = { result: 'partner_absent', followUp: 'perhaps', ...step, kind: null, note: null };
    expect((await jan.put(`/api/meetings/${meetingId}/outcome`, said)).status).toBe(200);
  }, 120_000);

  it('past it, the meetings of the seed took place, and each person of the door has something left to say', async () => {
    expect(await jump(2)).toBe(200);
    expect((await app.http().get('/api/clock')).body.now.slice(0, 16)).toBe(demo.stops[2]!.at.slice(0, 16));
    const states = (await app.db.query(
      'SELECT state, settled_from AS "from", count(*)::int AS n FROM meeting WHERE event_id = $1 GROUP BY 1, 2 ORDER BY 1, 2',
      [eventId],
    )) as object[];
    expect(states).toEqual([
      { state: 'cancelled', from: null, n: 1 },
      { state: 'cut_short', from: 'presence', n: 1 },
      // What was disputed is decided by then.
      { state: 'held', from: 'organiser', n: 1 },
      // Those of the organisers' first round among them.
      { state: 'held', from: 'presence', n: 27 },
      // Of a visitor whose partner never came.
      { state: 'no_show', from: 'presence', n: 1 },
      // What a visitor booked: nobody of the demo was there in their stead.
      { state: 'not_held', from: 'presence', n: 3 },
    ]);
    const left: Record<string, number> = {};
    for (const person of demo.people.filter(({ role }) => role === 'participant' || role === 'speaker')) {
      const items = await see<FollowUpItem>(person, 'follow-up');
      left[person.name.familyLatin] = items.filter(({ mine }) => mine === null).length;
    }
    expect(left).toEqual({
      Weiss: 2,
      Tanaka: 1,
      Sato: 2,
      Ferrari: 0,
      Fujii: 1,
      Yamamoto: 1,
      Takahashi: 1,
      Ito: 1,
      Kobayashi: 1,
      'de Vries': 0,
    });
    const [mine] = (await see<FollowUpItem>(named('Weiss'), 'follow-up')).filter((item) => item.case);
    expect(mine).toMatchObject({ meeting: { state: 'held' }, case: { disputed: false } });
    const cases = (await app.db.query('SELECT count(*)::int AS n FROM cooperation_case WHERE event_id = $1', [
      eventId,
    ])) as { n: number }[];
    expect(cases[0]!.n).toBeGreaterThanOrEqual(6);
  }, 120_000);

  it('past it, what the visitor said still stands, and nobody has spoken for the other side', async () => {
    const mine = (await see<FollowUpItem>(named('de Vries'), 'follow-up')).find(({ meeting }) =>
      meeting.sides.some(({ participant }) => participant.name.givenLatin === 'Naoko'),
    );
    expect(mine).toMatchObject({
      meeting: { state: 'no_show' },
      mine: { result: 'partner_absent', followUp: 'perhaps', corrections: 0 },
      theirs: null,
      case: null,
    });
  });

  it('never back, and a jump that was refused leaves everything as it was', async () => {
    const before = await app.db.query('SELECT count(*) FROM presence_interval');
    expect(await jump(1)).toBe(409);
    expect(await app.db.query('SELECT count(*) FROM presence_interval')).toEqual(before);
  });
});
