import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, MeetingView } from '@musubi/contracts';
import { accept, deadlocks } from '../../../../../test/builders/meetings.js';
import { askedAndPlanned } from '../../../../../test/builders/schedules.js';
import { heldBack } from '../../../../../test/held-back.js';
import { broken } from '../../../../../test/invariants.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';
import { until } from '../../../../../test/until.js';

let app: TestApp;
let before: number;
beforeAll(async () => {
  app = await startApp();
  before = await deadlocks(app);
});
afterAll(() => app.close());

/** Published, and its one meeting. */
async function published() {
  const scene = await askedAndPlanned(app);
  expect((await scene.publish()).body).toMatchObject({ published: 1 });
  const path = `/api/events/${scene.event.eventId}/meetings`;
  const [meeting] = (await app.http(scene.to).get<MeetingView[]>(path)).body;
  const requestNow = async () =>
    (await app.http(scene.to).get<MeetingRequestView>(`/api/meeting-requests/${scene.request.requestId}`)).body;
  return { ...scene, meeting: meeting!, requestNow };
}

const waiting = (kind: string) => async () =>
  (
    (await app.db.query(
      `SELECT pid FROM pg_locks JOIN pg_stat_activity activity USING (pid)
     WHERE locktype = $1 AND NOT granted AND activity.datname = current_database()`,
      [kind],
    )) as unknown[]
  ).length > 0;

const lock = (queue: string): string => `SELECT pg_advisory_xact_lock(hashtextextended('${queue}' || $1::uuid, 0))`;

/** Takes the plan back while somebody has done this and nobody sees it yet: it waits for them, or is done before. */
async function underWay<T>(rollBack: () => Promise<T>, done: readonly (readonly [string, string[]])[]): Promise<T> {
  const other = app.db.createQueryRunner();
  await other.startTransaction();
  let answer: Promise<T>;
  let answered = false;
  try {
    for (const [sql, parameters] of done) await other.query(sql, parameters);
    answer = rollBack().finally(() => (answered = true));
    await until(async () => answered || (await waiting('advisory')()), 30);
  } finally {
    await other.commitTransaction();
    await other.release();
  }
  return answer;
}

const soundly = async () => [await broken(app), (await deadlocks(app)) - before];

describe('a plan that is taken back while', () => {
  it('it is taken back from elsewhere is taken back once', async () => {
    const { rollBack, requestNow } = await published();
    const [first, ...others] = await Promise.all([rollBack(), rollBack(), rollBack()]);
    expect(first.body).toMatchObject({ cancelled: 1, reopened: 1 });
    for (const { status, body } of others) expect([status, body]).toEqual([200, first.body]);
    expect(await requestNow()).toMatchObject({ state: 'requested', version: 3 });
    expect(await soundly()).toEqual([{}, 0]);
  });

  it('the request is accepted gives the one who accepts a meeting, or the request back to both', async () => {
    const { block, to, event, request, rollBack, requestNow } = await published();
    const holder = app.db.createQueryRunner();
    await holder.startTransaction();
    let both;
    try {
      await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('contact of ' || $1::uuid, 0))`, [
        event.eventId,
      ]);
      both = Promise.all([rollBack(), accept(app, to, request.requestId, block.slots[0]!)]);
      await until(waiting('advisory'), 30);
    } finally {
      await holder.commitTransaction();
      await holder.release();
    }
    const [taken, accepted] = await both;
    expect(taken.body).toMatchObject({ cancelled: 1, reopened: 1 });
    expect(await requestNow()).toMatchObject(
      accepted.status === 201
        ? { state: 'accepted', meetingId: accepted.body.meetingId }
        : { state: 'requested', meetingId: null },
    );
    expect([201, 409]).toContain(accepted.status);
    expect(await soundly()).toEqual([{}, 0]);
  });

  it('one of the two cancels its meeting leaves it to whoever was first', async () => {
    const { to, meeting, rollBack, requestNow } = await published();
    const why = { reason: 'clash', note: null };
    const cancel = () => app.http(to).post<MeetingView>(`/api/meetings/${meeting.meetingId}/cancel`, why);
    const [taken, cancelled] = await heldBack(app, 'meeting', [
      async () => (await rollBack()).body as object,
      async () => (await cancel()).body as object,
    ]);
    const now = (await app.http(to).get<MeetingView>(`/api/meetings/${meeting.meetingId}`)).body;
    const byPlan = now.cancelledBecause === 'plan-taken-back';
    expect(taken).toMatchObject(byPlan ? { cancelled: 1, reopened: 1 } : { cancelled: 0, kept: 1, reopened: 0 });
    if (!byPlan) expect(cancelled).toMatchObject({ state: 'cancelled', cancelledBecause: 'clash' });
    expect((await requestNow()).state).toBe(byPlan ? 'requested' : 'accepted');
    expect(await soundly()).toEqual([{}, 0]);
  });

  it('one of the two leaves opens nothing with them', async () => {
    const { event, to, rollBack } = await published();
    await heldBack(app, 'meeting', [
      async () => (await rollBack()).status,
      async () => (await app.http(to).post(`/api/events/${event.eventId}/registration/withdraw`)).status,
    ]);
    const open = await app.db.query('SELECT FROM meeting_request WHERE event_id = $1 AND turn IS NOT NULL', [
      event.eventId,
    ]);
    expect(open).toEqual([]);
    expect(await soundly()).toEqual([{}, 0]);
  });

  it('one of the two blocks the other opens nothing between them', async () => {
    const { from, to, rollBack, requestNow } = await published();
    const taken = await underWay(rollBack, [
      ['INSERT INTO person_block (by_user_id, user_id, at) VALUES ($1, $2, now())', [to.userId, from.userId]],
      [lock('contact of '), [to.userId]],
    ]);
    expect(taken.body).toMatchObject({ reopened: 0, ended: [{ because: 'not_available', count: 1 }] });
    expect(await requestNow()).toMatchObject({ state: 'unavailable', turn: null });
    expect(await soundly()).toEqual([{}, 0]);
  });

  it('somebody is leaving opens nothing with them', async () => {
    const { to, rollBack, requestNow } = await published();
    const taken = await underWay(rollBack, [
      [`UPDATE registration SET state = 'withdrawn' WHERE id = $1`, [to.participantId]],
      [lock('contact of '), [to.userId]],
    ]);
    expect(taken.body).toMatchObject({ reopened: 0, ended: [{ because: 'not_available', count: 1 }] });
    expect(await requestNow()).toMatchObject({ state: 'unavailable', turn: null });
  });

  it('the phase of its times ends opens nothing that this would have closed', async () => {
    const { block, rollBack, requestNow } = await published();
    const taken = await underWay(rollBack, [
      [
        `INSERT INTO meeting_phase (block_id, mode, opens_at, closes_at, at_end, ended_at)
         VALUES ($1, 'on_request', domain_now() - interval '1 day', domain_now() - interval '1 second', 'close', domain_now())`,
        [block.blockId],
      ],
      [lock('phases of '), [block.blockId]],
    ]);
    expect(taken.body).toMatchObject({ reopened: 0, ended: [{ because: 'phase_closed', count: 1 }] });
    expect(await requestNow()).toMatchObject({ state: 'expired', turn: null });
    expect(await soundly()).toEqual([{}, 0]);
  });

  it('one of the two asks anew leaves one open between them', async () => {
    const { event, from, to, rollBack, requestNow } = await published();
    const other = app.db.createQueryRunner();
    await other.startTransaction();
    let taken: ReturnType<typeof rollBack>;
    try {
      await other.query(
        `WITH sent AS (
           INSERT INTO meeting_request (event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, reason, opportunity_ids, language, sent_at, answer_by)
           VALUES ($1, $2, $3, $4, $5, 'requested', 'to', 'Pumps', '{}', 'en', domain_now(), domain_now() + interval '1 day') RETURNING id
         ) INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, 1, 'from', 'requested', domain_now() FROM sent`,
        [event.eventId, to.participantId, from.participantId, to.userId, from.userId],
      );
      taken = rollBack();
      // It has not seen the other one, and waits for what becomes of it.
      await until(waiting('transactionid'), 30);
    } finally {
      await other.commitTransaction();
      await other.release();
    }
    expect((await taken).body).toMatchObject({ cancelled: 1, reopened: 0, ended: [{ because: 'another_open' }] });
    expect(await requestNow()).toMatchObject({ state: 'unavailable' });
    expect(await soundly()).toEqual([{}, 0]);
  });
});
