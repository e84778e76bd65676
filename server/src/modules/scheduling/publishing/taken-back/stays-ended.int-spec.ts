import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, MeetingView, StaysEnded } from '@musubi/contracts';
import { newBlock } from '../../../../../test/builders/meetings.js';
import { askedAndPlanned } from '../../../../../test/builders/schedules.js';
import { broken } from '../../../../../test/invariants.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

type Scene = Awaited<ReturnType<typeof askedAndPlanned>>;

/** What comes in between, without whatever else it would do to the meeting. */
const meanwhile: Record<string, [StaysEnded, string, (scene: Scene) => Promise<unknown>]> = {
  'its deadline passed': [
    'deadline',
    'expired',
    ({ request }) =>
      app.db.query(`UPDATE meeting_request SET answer_by = domain_now() - interval '1 minute' WHERE id = $1`, [
        request.requestId,
      ]),
  ],
  'one of the two left': [
    'not_available',
    'unavailable',
    ({ to }) => app.db.query(`UPDATE registration SET state = 'withdrawn' WHERE id = $1`, [to.participantId]),
  ],
  'one of the two blocks the other': [
    'not_available',
    'unavailable',
    ({ from, to }) =>
      app.db.query('INSERT INTO person_block (by_user_id, user_id, at) VALUES ($1, $2, now())', [
        to.userId,
        from.userId,
      ]),
  ],
  'another is open between the two': [
    'another_open',
    'unavailable',
    ({ event, from, to }) =>
      app.db.query(
        `INSERT INTO meeting_request (event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, reason, opportunity_ids, language, sent_at, answer_by)
         VALUES ($1, $2, $3, $4, $5, 'requested', 'to', 'Pumps', '{}', 'en', domain_now(), domain_now() + interval '1 day')`,
        [event.eventId, to.participantId, from.participantId, to.userId, from.userId],
      ),
  ],
  'the phase of its times ended and closed them': ['phase_closed', 'expired', (scene) => phaseEnded(scene, 'close')],
  'the phase of its times ended and gave them to the plan': [
    'to_plan',
    'expired',
    (scene) => phaseEnded(scene, 'to_plan'),
  ],
};

const phaseEnded = ({ block }: Scene, atEnd: string) =>
  app.db.query(
    `INSERT INTO meeting_phase (block_id, mode, opens_at, closes_at, at_end, ended_at)
     VALUES ($1, 'on_request', domain_now() - interval '1 day', domain_now() - interval '1 second', $2, domain_now())`,
    [block.blockId, atEnd],
  );

describe('a request that a plan answered stays ended when the plan is taken back, and tells why', () => {
  it.each(Object.keys(meanwhile))('where %s', async (what) => {
    const [because, state, happens] = meanwhile[what]!;
    const scene = await askedAndPlanned(app);
    const { event, from, request, publish, rollBack } = scene;
    expect((await publish()).body).toMatchObject({ published: 1 });
    await happens(scene);
    expect((await rollBack()).body).toMatchObject({ cancelled: 1, reopened: 0, ended: [{ because, count: 1 }] });
    const [meeting] = (await app.http(from).get<MeetingView[]>(`/api/events/${event.eventId}/meetings`)).body;
    expect(meeting).toMatchObject({
      ...{ requestId: request.requestId, reason: request.reason, arranged: null },
      ...{ state: 'cancelled', cancelledBecause: 'plan-taken-back' },
    });
    const { body } = await app.http(from).get<MeetingRequestView>(`/api/meeting-requests/${request.requestId}`);
    expect(body).toMatchObject({ state, turn: null, meetingId: meeting!.meetingId });
    expect(body.history.slice(-2)).toMatchObject([
      { by: 'organisers', did: 'accepted' },
      { by: 'organisers', did: state, because },
    ]);
    const wishes = await app.db.query('SELECT FROM meeting_plan_wish WHERE request_id = $1', [request.requestId]);
    expect(wishes).toHaveLength(because === 'to_plan' ? 1 : 0);
    expect(await broken(app)).not.toHaveProperty('histories that end elsewhere');
  });

  it('and opens where a phase carried it on, another of its times is offered, or what was open has run out', async () => {
    const [carried, elsewhere, late] = [
      await askedAndPlanned(app),
      await askedAndPlanned(app),
      await askedAndPlanned(app),
    ];
    for (const { publish } of [carried, elsewhere, late])
      expect((await publish()).body).toMatchObject({ published: 1 });
    await phaseEnded(carried, 'carry');
    await phaseEnded(elsewhere, 'close');
    const { body: open } = await newBlock(app, elsewhere.organiser, elsewhere.event, { from: '11:30', until: '12:00' });
    await app.db.query('INSERT INTO meeting_request_slot (request_id, slot_id, place) VALUES ($1, $2, 2)', [
      elsewhere.request.requestId,
      open.slots[0]!.slotId,
    ]);
    await meanwhile['another is open between the two']![2](late);
    await app.db.query(
      `UPDATE meeting_request SET answer_by = domain_now() - interval '1 minute' WHERE event_id = $1 AND reason = 'Pumps'`,
      [late.event.eventId],
    );
    for (const { rollBack } of [carried, elsewhere, late])
      expect((await rollBack()).body).toMatchObject({ cancelled: 1, reopened: 1, ended: [] });
    const run = await app.db.query(`SELECT state FROM meeting_request WHERE event_id = $1 AND reason = 'Pumps'`, [
      late.event.eventId,
    ]);
    expect(run).toEqual([{ state: 'expired' }]);
  });
});
