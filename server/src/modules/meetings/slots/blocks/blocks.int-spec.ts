import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BlockInput, BlockPreview, BlockView, KeptApart } from '@musubi/contracts';
import {
  accept,
  ask,
  code,
  crowd,
  doubleBookings,
  meet,
  newBlock,
  newPair,
  tally,
} from '../../../../../test/builders/meetings.js';
import { blocksIn, inputOf, pathOf } from '../../../../../test/builders/blocks.js';
import { newEvent } from '../../../../../test/builders/events.js';
import { newOrganiser, type TestPerson } from '../../../../../test/builders/people.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';
import { Audit } from '../../../../platform/index.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

const { blocksOf, scene, states } = blocksIn(() => app);
const starts = (block: BlockView) => block.slots.map(({ startsAt }) => startsAt.slice(11, 16));

describe('a block that is changed', () => {
  it('keeps the slots whose times stay, and says before what would change', async () => {
    const { event, organiser, block } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    await ask(app, event.eventId, european, japanese, [block.slots[5]!]);
    const wanted = { ...inputOf(block), until: '18:05', name: { en: 'Morning', ja: '午前' } };
    const preview = await app.http(organiser).post<BlockPreview>(`${pathOf(event, block)}/preview`, wanted);
    expect(preview).toMatchObject({
      status: 200,
      body: { kept: 5, added: 0, removed: 1, requests: 1, inTheWay: [] },
    });
    expect(await blocksOf(organiser, event)).toEqual([block]);
    const changed = await app
      .http(organiser)
      .put<BlockView>(pathOf(event, block), { ...wanted, version: block.version });
    expect(changed.status).toBe(200);
    expect(changed.body).toEqual({
      ...block,
      version: 2,
      until: '18:05',
      name: { en: 'Morning', ja: '午前' },
      slots: block.slots.slice(0, 5),
    });
    expect(await blocksOf(organiser, event)).toEqual([changed.body]);
    // Who had proposed the time that is gone is told that another is needed.
    const [request] = (await app.db.query('SELECT emptied_at FROM meeting_request WHERE event_id = $1', [
      event.eventId,
    ])) as { emptied_at: Date | null }[];
    expect(request!.emptied_at).not.toBeNull();
    // Back to the old hours: the same slot is there again.
    const back = await app.http(organiser).put<BlockView>(pathOf(event, block), { ...inputOf(block), version: 2 });
    expect(back.body.slots).toEqual(block.slots);
  });

  it('is in the log with all its terms, before and after', async () => {
    const { event, organiser, block } = await scene();
    const phase = { mode: 'instant', opensAt: event.startsAt, closesAt: event.endsAt, atEnd: 'carry' } as const;
    const [one, other] = [randomUUID(), randomUUID()] as KeptApart['one'][];
    const wanted: BlockInput = {
      ...inputOf(block),
      rooms: 3,
      offered: false,
      pairing: { kind: 'kinds', one: ['cluster'], other: ['agency', 'company'] },
      apart: [{ one: one!, other: other! }],
      phases: [phase],
    };
    const changed = await app.http(organiser).put(pathOf(event, block), { ...wanted, version: 1 });
    expect(changed.status).toBe(200);
    const [entry] = await app.app.get(Audit).read({ subjectId: block.blockId, did: 'block.changed', atMost: 1 });
    expect([entry!.before, entry!.after]).toMatchObject([
      { rooms: null, offered: true, mode: 'on_request', pairing: 'all', apart: [], phases: [] },
      {
        rooms: 3,
        offered: false,
        pairing: ['cluster', '×', 'agency', 'company'],
        apart: [`${one} × ${other}`],
        phases: [`instant ${phase.opensAt} ${phase.closesAt} carry`],
      },
    ]);
  });

  it('is refused over a booked time with the names of its people, and changes nothing', async () => {
    const { event, organiser, block } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    const meeting = await meet(app, event.eventId, european, japanese, block.slots[5]!);
    const wanted = { ...inputOf(block), until: '18:05' };
    const inTheWay = [
      {
        meetingId: meeting.meetingId,
        startsAt: meeting.startsAt,
        people: expect.arrayContaining(
          meeting.sides.map(({ participant: { name } }) => `${name.givenLatin} ${name.familyLatin}`),
        ),
      },
    ];
    expect((await app.http(organiser).post(`${pathOf(event, block)}/preview`, wanted)).body).toMatchObject({
      inTheWay,
    });
    const refused = await app.http(organiser).put(pathOf(event, block), { ...wanted, version: 1 });
    expect([code(refused), refused.body]).toMatchObject([[409, 'block.in_use'], { data: { meetings: inTheWay } }]);
    expect(code(await app.http(organiser).delete(pathOf(event, block)))).toEqual([409, 'block.in_use']);
    expect(await blocksOf(organiser, event)).toEqual([block]);
    // Once it is cancelled, its slot may go; the meeting keeps its time.
    await app.http(european).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'clash', note: null });
    const changed = await app.http(organiser).put<BlockView>(pathOf(event, block), { ...wanted, version: 1 });
    expect([changed.status, starts(changed.body).length]).toEqual([200, 5]);
    expect((await app.http(european).get(`/api/meetings/${meeting.meetingId}`)).body).toMatchObject({
      startsAt: meeting.startsAt,
    });
  });

  it('is not changed by who read an older one, nor by a stranger, nor through another event', async () => {
    const { event, organiser, block } = await scene();
    const other = await newEvent(app);
    const put = (person: TestPerson, eventId: string, version = 1) =>
      app.http(person).put(`/api/events/${eventId}/blocks/${block.blockId}`, { ...inputOf(block), version });
    expect(code(await put(other.organiser, other.event.eventId))).toEqual([404, 'not_found']);
    expect(code(await put(await newOrganiser(app, other.event.eventId), event.eventId))).toEqual([404, 'not_found']);
    expect((await put(organiser, event.eventId)).status).toBe(200);
    expect(code(await put(organiser, event.eventId))).toEqual([409, 'block.changed']);
    expect(code(await app.http(organiser).delete(`/api/events/${event.eventId}/blocks/${randomUUID()}`))).toEqual([
      404,
      'not_found',
    ]);
  });

  it('is removed and brought back with the same slots; meanwhile nobody proposes them', async () => {
    const { event, organiser, block } = await scene();
    const { european, japanese } = await newPair(app, event.eventId);
    expect((await app.http(organiser).delete(pathOf(event, block))).status).toBe(204);
    expect(await blocksOf(organiser, event)).toEqual([]);
    expect(code(await ask(app, event.eventId, european, japanese, [block.slots[0]!]))).toEqual([
      422,
      'meeting.slot_unknown',
    ]);
    const back = await app.http(organiser).post<BlockView>(`${pathOf(event, block)}/restore`, {});
    expect(back).toMatchObject({ status: 200, body: { slots: block.slots, version: 3 } });
    // What took its place in the meantime is not pushed aside.
    await app.http(organiser).delete(pathOf(event, block));
    await newBlock(app, organiser, event);
    expect(code(await app.http(organiser).post(`${pathOf(event, block)}/restore`, {}))).toEqual([
      409,
      'block.overlaps',
    ]);
  });

  it('loses or keeps a slot that is being booked, never half of it', async () => {
    for (let round = 0; round < 5; round++) {
      const { event, organiser, block } = await scene();
      const { european, japanese } = await newPair(app, event.eventId);
      const last = block.slots[5]!;
      const asked = await ask(app, event.eventId, european, japanese, [last]);
      const [booked, changed] = await Promise.all([
        accept(app, japanese, asked.body.requestId, last),
        app.http(organiser).put<BlockView>(pathOf(event, block), { ...inputOf(block), until: '18:05', version: 1 }),
      ]);
      const outcome = [booked.status, changed.status];
      expect([
        [201, 409],
        [409, 200],
      ]).toContainEqual(outcome);
      expect((await blocksOf(organiser, event))[0]!.slots).toHaveLength(booked.status === 201 ? 6 : 5);
    }
  });
});

describe('tables of a block', () => {
  const emptied = async (requestId: string) =>
    (
      (await app.db.query('SELECT emptied_at FROM meeting_request WHERE id = $1', [requestId])) as {
        emptied_at: Date | null;
      }[]
    )[0]!.emptied_at !== null;

  it('that a move leaves are there for those who wait, at once; and what nobody told them the sweep does', async () => {
    const { event, block } = await scene({ rooms: 1 });
    const [one, other, third, fourth] = await crowd(app, event.eventId, 4);
    const [from, to] = block.slots as [(typeof block.slots)[0], (typeof block.slots)[0]];
    const meeting = await meet(app, event.eventId, one!, other!, to);
    const asked = await ask(app, event.eventId, third!, fourth!, [from]);
    const { requestId } = asked.body;
    const move = (slotId: string) =>
      app.http(one!).post<{ requestId: string }>(`/api/meetings/${meeting.meetingId}/reschedule`, {
        slotIds: [slotId],
        note: null,
      });
    const there = await accept(app, other!, (await move(from.slotId)).body.requestId, from);
    expect(there.status).toBe(201);
    await app.jobs.runSweeps();
    expect(await emptied(requestId)).toBe(true);
    expect((await accept(app, other!, (await move(to.slotId)).body.requestId, to)).status).toBe(201);
    expect(await emptied(requestId)).toBe(false);
    await app.db.query('UPDATE meeting_request SET emptied_at = domain_now() WHERE id = $1', [requestId]);
    await app.jobs.runSweeps();
    expect(await emptied(requestId)).toBe(false);
  });

  it('are never taken by more meetings at once than there are, however many are accepted at once', async () => {
    const { event, block, organiser } = await scene({ rooms: 3 });
    const people = await crowd(app, event.eventId, 24);
    const slot = block.slots[0]!;
    const pairs = people.slice(0, 12).map((from, index) => ({ from, to: people[12 + index]! }));
    const asked = await Promise.all(pairs.map(({ from, to }) => ask(app, event.eventId, from, to, [slot])));
    const answers = await Promise.all(
      pairs.map(({ to }, index) => accept(app, to, asked[index]!.body.requestId, slot)),
    );
    expect(tally(answers)).toEqual({ '201': 3, '409 meeting.slot_taken': 9 });
    expect(await doubleBookings(app)).toBe(0);
    expect(await states(event, people[3]!, people[4]!)).toEqual(['busy', ...Array<string>(5).fill('free')]);
    // One is cancelled: the table is free, and those who wait for it are told.
    await app.db.query(
      'UPDATE meeting_request SET emptied_at = domain_now() WHERE event_id = $1 AND turn IS NOT NULL',
      [event.eventId],
    );
    const won = answers.findIndex(({ status }) => status === 201);
    await app
      .http(pairs[won]!.to)
      .post(`/api/meetings/${answers[won]!.body.meetingId}/cancel`, { reason: 'ill', note: null });
    const waiting = (await app.db.query(
      'SELECT count(*)::int AS waiting FROM meeting_request WHERE event_id = $1 AND turn IS NOT NULL AND emptied_at IS NULL',
      [event.eventId],
    )) as { waiting: number }[];
    expect(waiting).toEqual([{ waiting: 9 }]);
    const lost = answers.findIndex(({ status }) => status === 409);
    expect((await accept(app, pairs[lost]!.to, asked[lost]!.body.requestId, slot)).status).toBe(201);
    // Fewer tables than stand at once are refused; as many are not, nor is doing without.
    const put = (rooms: number | null, version: number) =>
      app.http(organiser).put(pathOf(event, block), { ...inputOf(block), rooms, version });
    expect(code(await put(2, 1))).toEqual([409, 'block.in_use']);
    expect((await put(null, 1)).status).toBe(200);
    expect((await put(3, 2)).status).toBe(200);
    const [seats] = (await app.db.query(
      `SELECT count(DISTINCT occupant_id)::int AS tables FROM meeting_seat seat JOIN meeting ON meeting.id = seat.meeting_id
       WHERE meeting.event_id = $1 AND seat.kind = 'room' AND seat.live`,
      [event.eventId],
    )) as { tables: number }[];
    expect(seats).toEqual({ tables: 3 });
  });
});

describe('who may meet whom', () => {
  it('is held in what is shown and in what is asked', async () => {
    const { event, organiser, block } = await scene({ pairing: { kind: 'eu_jp' } });
    const { european, japanese } = await newPair(app, event.eventId);
    const [compatriot] = await crowd(app, event.eventId, 1);
    const same = [european, japanese].find((one) => one.participantId !== compatriot!.participantId)!;
    expect(await states(event, european, japanese)).toEqual(Array(6).fill('free'));
    const another = (await newPair(app, event.eventId)).european;
    expect(await states(event, european, another)).toEqual([]);
    expect(code(await ask(app, event.eventId, european, another, [block.slots[0]!]))).toEqual([
      409,
      'block.pair_apart',
    ]);
    expect(same).toBeDefined();
    const view = (await app.http(european).get<BlockView[]>(`/api/events/${event.eventId}/blocks`)).body[0]!;
    const apart = [{ one: randomUUID(), other: randomUUID() }];
    await app.http(organiser).put(pathOf(event, block), { ...inputOf(block), apart, version: 1 });
    // Who is kept apart is nobody's business but the organisers'.
    expect([
      view.apart,
      (await blocksOf(european, event))[0]!.apart,
      (await blocksOf(organiser, event))[0]!.apart,
    ]).toEqual([[], [], apart]);
  });
});
