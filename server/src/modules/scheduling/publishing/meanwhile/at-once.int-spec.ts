import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  AgendaItem,
  Assignment,
  EventView,
  GuestInvitation,
  GuestView,
  InterpreterView,
  MeetingRequestView,
  MeetingView,
  PublishResult,
  RollBackResult,
  ScheduleRunView,
  SlotView,
} from '@musubi/contracts';
import { doubleBookings, newBlock, requestInput } from '../../../../../test/builders/meetings.js';
import type { TestPerson } from '../../../../../test/builders/people.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { newPlannedEvent, newSides, pathOf, planned, planOf, prefer } from '../../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';
import { until } from '../../../../../test/until.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
let slots: SlotView[];
beforeEach(async () => ({ event, organiser, slots } = await newPlannedEvent(app)));

const publish = async (run: ScheduleRunView) =>
  (await app.http(organiser).post<PublishResult>(`${pathOf(run)}/publish`, { version: 0 })).body;
const rollBack = async (run: ScheduleRunView) =>
  (await app.http(organiser).post<RollBackResult>(`${pathOf(run)}/roll-back`)).body;
const meetingsOf = async (person: { cookie: string }): Promise<MeetingView[]> =>
  (await app.http(person).get<MeetingView[]>(`/api/events/${event.eventId}/meetings`)).body;
const agendaOf = async (person: { cookie: string }): Promise<AgendaItem[]> =>
  (await app.http(person).get<AgendaItem[]>(`/api/events/${event.eventId}/agenda`)).body;

describe('meetings that are booked together', () => {
  it('go to those who want each other most where tables have become fewer, and everybody else stands', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 5);
    for (const [at, from] of european.entries()) await prefer(app, event.eventId, from, japanese[at]!);
    await prefer(app, event.eventId, european[3]!, japanese[3]!, 'must');
    const run = await planned(app, event.eventId, organiser);
    // Four of the five at one time, at which one table is left.
    const { meetings } = await planOf(app, organiser, run);
    const apart = meetings.find(({ people }) => people.includes(european[4]!.participantId as never))!.plannedId;
    const [first, last] = [slots[0]!.slotId, slots.at(-1)!.slotId];
    for (const table of ['planned_meeting planned', 'planned_seat planned'])
      await app.db.query(
        `UPDATE ${table} SET slot_id = CASE WHEN ${table.includes('seat') ? 'planned_id' : 'id'} = $2 THEN $4::uuid ELSE $3::uuid END
         WHERE run_id = $1`,
        [run.runId, apart, first, last],
      );
    await app.db.query('UPDATE meeting_block SET rooms = 1 WHERE event_id = $1', [event.eventId]);
    await app.db.query(
      'INSERT INTO meeting_table (block_id, number) SELECT id, 1 FROM meeting_block WHERE event_id = $1',
      [event.eventId],
    );
    const { published, conflicts } = await publish(run);
    expect([published, conflicts.map(({ kind }) => kind)]).toEqual([2, ['time_taken', 'time_taken', 'time_taken']]);
    const held = await Promise.all(european.map(async (one) => (await meetingsOf(one)).map(({ slotId }) => slotId)));
    expect(held).toEqual([[], [], [], [first], [last]]);
    // What was tried and given up has left nothing behind.
    const [{ requests }] = (await app.db.query(
      'SELECT count(*)::int AS requests FROM meeting_request WHERE event_id = $1',
      [event.eventId],
    )) as [{ requests: number }];
    expect([requests, await doubleBookings(app)]).toEqual([2, 0]);
  });

  it('seat whoever was asked to come as well, where one comes of a request that was still open', async () => {
    const [one, other, third] = [
      await newParticipant(app, event.eventId, 'DE1'),
      await newParticipant(app, event.eventId, 'JP-27'),
      await newParticipant(app, event.eventId, 'JP-13'),
    ];
    const { body: open } = await newBlock(app, organiser, event, { from: '10:00', until: '10:25' });
    const people = [{ participantId: third.participantId, part: 'required' }];
    const asked = await app
      .http(one)
      .post<MeetingRequestView>(
        `/api/events/${event.eventId}/meeting-requests`,
        requestInput(other, [open.slots[0]!], { people } as never),
      );
    const [invitation] = (
      await app.http(third).get<GuestInvitation[]>(`/api/events/${event.eventId}/guest-invitations`)
    ).body;
    await app.http(third).post(`/api/guests/${invitation!.guestId}/accept`, {});
    await prefer(app, event.eventId, other, one, 'must');
    const run = await planned(app, event.eventId, organiser);
    expect(await publish(run)).toMatchObject({ published: 1, conflicts: [] });
    const [meeting] = await meetingsOf(third);
    expect(meeting).toMatchObject({ requestId: asked.body.requestId, state: 'confirmed' });
    expect(meeting!.sides.map(({ participant, side }) => [participant.participantId, side])).toEqual([
      [one.participantId, 0],
      [other.participantId, 1],
      [third.participantId, 2],
    ]);
    expect(await agendaOf(third)).toMatchObject([{ sourceId: meeting!.meetingId }]);
  });
});

describe('a request that the plan answers', () => {
  it('gives whoever accepts it for the same time at that moment the meeting of the plan, and nothing once it is taken back', async () => {
    const one = await newParticipant(app, event.eventId, 'DE1');
    const other = await newParticipant(app, event.eventId, 'JP-27');
    await prefer(app, event.eventId, one, other);
    const run = await planned(app, event.eventId, organiser);
    const plan = await planOf(app, organiser, run);
    const { slotId } = plan.slots[plan.meetings[0]!.slot]!;
    const [sent] = (await app.db.query(
      `WITH sent AS (
         INSERT INTO meeting_request (event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, reason, opportunity_ids, language, sent_at, answer_by)
         VALUES ($1, $2, $3, $4, $5, 'requested', 'to', 'Robots in care', '{}', 'en', domain_now(), domain_now() + interval '1 day') RETURNING id
       ), proposed AS (
         INSERT INTO meeting_request_slot (request_id, slot_id, place) SELECT id, $6, 1 FROM sent
       ), told AS (
         INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, 1, 'from', 'requested', domain_now() FROM sent
       ) SELECT id FROM sent`,
      [event.eventId, other.participantId, one.participantId, other.userId, one.userId, slotId],
    )) as [{ id: string }];
    const accept = () => app.http(one).post<MeetingView>(`/api/meeting-requests/${sent.id}/accept`, { slotId });
    // Whoever accepts has read the request, and waits; the plan does not.
    const holder = app.db.createQueryRunner();
    await holder.startTransaction();
    let accepting: ReturnType<typeof accept>;
    try {
      await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('contact of ' || $1::uuid, 0))`, [
        event.eventId,
      ]);
      accepting = accept();
      const waits = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      await until(async () => ((await app.db.query(waits)) as unknown[]).length > 0);
      expect(await publish(run)).toMatchObject({ published: 1, conflicts: [] });
    } finally {
      await holder.commitTransaction();
      await holder.release();
    }
    const [meeting] = await meetingsOf(other);
    const expected = { requestId: sent.id, meetingId: meeting!.meetingId, slotId, state: 'confirmed' };
    expect(await accepting).toMatchObject({ status: 201, body: expected });
    expect(await accept()).toMatchObject({ status: 201, body: expected });
    expect([(await meetingsOf(one)).length, await doubleBookings(app)]).toEqual([1, 0]);
    expect(await rollBack(run)).toMatchObject({ cancelled: 1 });
    expect(await accept()).toMatchObject({ status: 409, body: { code: 'block.closed' } });
  });
});

describe('meetings that are taken back together', () => {
  it('leave nothing in agendas, give interpreters back, and nobody is asked to come any more', async () => {
    const german = await newParticipant(app, event.eventId, 'DE1', { workingLanguages: ['de'] });
    const japanese = await newParticipant(app, event.eventId, 'JP-27', { workingLanguages: ['ja'] });
    await prefer(app, event.eventId, german, japanese);
    const added = await app
      .http(organiser)
      .post<InterpreterView>(`/api/organise/events/${event.eventId}/interpreters`, {
        address: `rei-${event.slug}@interpreters.example`,
        name: german.name,
        pairs: [['de', 'ja']],
        available: [],
        inARow: 2,
        breakMinutes: 20,
      });
    const run = await planned(app, event.eventId, organiser);
    expect(await publish(run)).toMatchObject({ published: 1, conflicts: [], letters: 3 });
    const [meeting] = await meetingsOf(german);
    const third = await newParticipant(app, event.eventId, 'JP-13');
    const guests = `/api/meeting-requests/${meeting!.requestId}/guests`;
    await app
      .http(german)
      .post<GuestView[]>(guests, { people: [{ participantId: third.participantId, part: 'observer' }] });
    const interpreter = await app.signIn(added.body.userId);
    const assigned = async () =>
      (await app.http(interpreter).get<Assignment[]>('/api/me/interpreting')).body.map(({ meetingId }) => meetingId);
    expect(await assigned()).toEqual([meeting!.meetingId]);
    expect(await rollBack(run)).toMatchObject({ cancelled: 1, kept: 0, letters: 3 });
    expect(await assigned()).toEqual([]);
    const [{ promised }] = (await app.db.query('SELECT count(*)::int AS promised FROM commitment WHERE event_id = $1', [
      event.eventId,
    ])) as [{ promised: number }];
    expect(promised).toBe(0);
    expect((await app.http(german).get<GuestView[]>(guests)).body.map(({ state }) => state)).toEqual(['expired']);
  });
});
