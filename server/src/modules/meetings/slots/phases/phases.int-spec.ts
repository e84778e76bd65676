import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BlockView } from '@musubi/contracts';
import { accept, ask, code, newBlock, newPair } from '../../../../../test/builders/meetings.js';
import { blocksIn, inputOf, pathOf } from '../../../../../test/builders/blocks.js';
import { newEvent } from '../../../../../test/builders/events.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';
import { until } from '../../../../../test/until.js';
import { BlockPhases } from './block-phases.js';
import { Transactions } from '../../../../platform/index.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const { blocksOf, scene, states } = blocksIn(() => app);

describe('phases of a block', () => {
  const day = 86_400_000;
  const phase = (mode: string, fromDay: number, untilDay: number, atEnd: string, now: Date) => ({
    mode,
    opensAt: new Date(now.getTime() + fromDay * day).toISOString(),
    closesAt: new Date(now.getTime() + untilDay * day).toISOString(),
    atEnd,
  });
  const now = async () => ((await app.db.query('SELECT domain_now() AS now')) as { now: Date }[])[0]!.now;
  const endDue = () => app.app.get(Transactions).run((tx) => app.app.get(BlockPhases).endDue(tx));

  it('refuse what comes too early or too late, and say when they open', async () => {
    const at = await now();
    const { event, block } = await scene({ phases: [phase('on_request', 1, 2, 'carry', at)] as never });
    const { european, japanese } = await newPair(app, event.eventId);
    expect(await states(event, european, japanese)).toEqual(Array(6).fill('closed'));
    const refused = await ask(app, event.eventId, european, japanese, [block.slots[0]!]);
    expect([code(refused), refused.body]).toMatchObject([
      [409, 'block.closed'],
      { data: { opensAt: block.phases[0]!.opensAt, mode: 'on_request' } },
    ]);
  });

  it.each([
    ['carry', 'requested', 0],
    ['close', 'expired', 0],
    ['to_plan', 'expired', 1],
  ])('end with open requests: %s', async (atEnd, state, wishes) => {
    const at = await now();
    const { event, organiser, block } = await scene({ phases: [phase('on_request', -1, 1, atEnd, at)] as never });
    const { european, japanese } = await newPair(app, event.eventId);
    const asked = await ask(app, event.eventId, european, japanese, [block.slots[0]!]);
    expect(asked.status).toBe(201);
    await endDue();
    expect((await app.http(european).get(`/api/meeting-requests/${asked.body.requestId}`)).body).toMatchObject({
      state: 'requested',
    });
    // Its end has come.
    await app.db.query(`UPDATE meeting_phase SET closes_at = $2 WHERE block_id = $1`, [
      block.blockId,
      new Date(at.getTime() - 1),
    ]);
    await endDue();
    await endDue();
    expect((await app.http(european).get(`/api/meeting-requests/${asked.body.requestId}`)).body).toMatchObject({
      state,
    });
    const kept = (await app.db.query('SELECT block_id FROM meeting_plan_wish WHERE request_id = $1', [
      asked.body.requestId,
    ])) as unknown[];
    expect(kept).toHaveLength(wishes);
    if (state === 'requested') {
      // Neither by a yes nor by asking back for the same time.
      const crossing = () => ask(app, event.eventId, japanese, european, [block.slots[0]!]);
      expect(code(await accept(app, japanese, asked.body.requestId, block.slots[0]!))).toEqual([409, 'block.closed']);
      expect(code(await crossing())).toEqual([409, 'block.closed']);
      const plan = { ...inputOf((await blocksOf(organiser, event))[0]!), phases: [], mode: 'plan' as const };
      expect((await app.http(organiser).put(pathOf(event, block), { ...plan, version: 1 })).status).toBe(200);
      expect(code(await accept(app, japanese, asked.body.requestId, block.slots[0]!))).toEqual([409, 'block.closed']);
      expect(code(await crossing())).toEqual([409, 'block.closed']);
      const open = { ...inputOf((await blocksOf(organiser, event))[0]!), phases: [], mode: 'on_request', version: 2 };
      expect((await app.http(organiser).put(pathOf(event, block), open)).status).toBe(200);
      expect((await accept(app, japanese, asked.body.requestId, block.slots[0]!)).status).toBe(201);
    }
  });

  it.each([
    ['close', 'is over at once', 'expired', 0],
    ['to_plan', 'is over at once', 'expired', 1],
    ['carry', 'is over at once', 'requested', 0],
    ['close', 'is taken out, and nothing follows', 'expired', 0],
    ['to_plan', 'is taken out, and nothing follows', 'expired', 1],
    ['close', 'is taken out, and the block stays open', 'requested', 0],
  ])('end early as their organisers chose (%s) when the present one %s', async (atEnd, how, state, wishes) => {
    const at = await now();
    const { event, organiser, block } = await scene({ phases: [phase('on_request', -1, 1, atEnd, at)] as never });
    const { european, japanese } = await newPair(app, event.eventId);
    const { body } = await ask(app, event.eventId, european, japanese, [block.slots[0]!]);
    const phases = how === 'is over at once' ? [{ ...block.phases[0]!, closesAt: at.toISOString() }] : [];
    const mode = how === 'is taken out, and nothing follows' ? 'plan' : 'on_request';
    const input = { ...inputOf(block), phases, mode };
    const preview = await app.http(organiser).post(`${pathOf(event, block)}/preview`, input);
    expect(preview.body).toMatchObject({ requests: how === 'is taken out, and the block stays open' ? 0 : 1 });
    const changed = await app.http(organiser).put(pathOf(event, block), { ...input, version: 1 });
    expect(changed.status).toBe(200);
    await endDue();
    expect((await app.http(european).get(`/api/meeting-requests/${body.requestId}`)).body).toMatchObject({ state });
    const kept = await app.db.query('SELECT FROM meeting_plan_wish WHERE request_id = $1', [body.requestId]);
    expect(kept).toHaveLength(wishes);
  });

  it('end with what is being sent at that moment, or before it', async () => {
    const at = await now();
    const { event, block } = await scene({ phases: [phase('on_request', -1, 1, 'close', at)] as never });
    const { european, japanese } = await newPair(app, event.eventId);
    // The end comes while the request is not yet stored: it waits for it.
    const gate = app.db.createQueryRunner();
    await gate.startTransaction();
    await gate.query('SELECT FROM registration WHERE id = $1 FOR UPDATE', [japanese.participantId]);
    const sent = ask(app, event.eventId, european, japanese, [block.slots[0]!]);
    const waiting = async (atLeast: number) => {
      const [row] = (await app.db.query(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )) as { n: number }[];
      return row!.n >= atLeast;
    };
    await until(() => waiting(1));
    const before = new Date(at.getTime() - 1);
    await app.db.query(`UPDATE meeting_phase SET closes_at = $2 WHERE block_id = $1`, [block.blockId, before]);
    const ending = endDue();
    await Promise.race([ending, until(() => waiting(2))]);
    await gate.commitTransaction();
    const { status, body } = await sent;
    expect([status, await ending]).toEqual([201, 1]);
    expect((await app.http(european).get(`/api/meeting-requests/${body.requestId}`)).body).toMatchObject({
      state: 'expired',
    });
    // The end is being dealt with when the next is sent, by a clock that is a moment behind.
    await app.db.query(`UPDATE meeting_phase SET closes_at = $2, ended_at = NULL WHERE block_id = $1`, [
      block.blockId,
      new Date(at.getTime() + 3_600_000),
    ]);
    await gate.startTransaction();
    await gate.query(`SELECT pg_advisory_xact_lock(hashtextextended('phases of ' || $1::uuid, 0))`, [block.blockId]);
    await gate.query('UPDATE meeting_phase SET ended_at = domain_now() WHERE block_id = $1', [block.blockId]);
    const late = ask(app, event.eventId, european, japanese, [block.slots[0]!]);
    await Promise.race([late, until(() => waiting(1))]);
    await gate.commitTransaction();
    await gate.release();
    expect(code(await late)).toEqual([409, 'block.closed']);
  });

  it('of a plan open what is left when the plan is published', async () => {
    const { event, organiser, block } = await scene({ mode: 'plan' });
    const { european, japanese } = await newPair(app, event.eventId);
    expect(await states(event, european, japanese)).toEqual(Array(6).fill('closed'));
    const published = await app.http(organiser).post<BlockView>(`${pathOf(event, block)}/plan`, {});
    expect(published).toMatchObject({ status: 200, body: { now: { open: true, mode: 'instant' } } });
    expect(await states(event, european, japanese)).toEqual(Array(6).fill('instant'));
  });

  it.each([
    ['that run backwards', [phase('instant', 2, 1, 'carry', new Date(0))]],
    ['that overlap', [phase('instant', 1, 3, 'carry', new Date(0)), phase('plan', 2, 4, 'carry', new Date(0))]],
    ['of a mode that is none', [{ ...phase('instant', 1, 2, 'carry', new Date(0)), mode: 'auction' }]],
  ])('%s are refused', async (_, phases) => {
    const { event, organiser } = await newEvent(app);
    expect(code(await newBlock(app, organiser, event, { phases } as never))).toEqual([400, 'request.invalid']);
  });
});
