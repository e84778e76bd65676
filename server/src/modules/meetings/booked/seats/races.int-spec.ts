import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingRequestView, SlotChoice, SlotView } from '@musubi/contracts';
import {
  accept,
  ask,
  crowd,
  deadlocks,
  doubleBookings,
  manyRequests,
  meet,
  type MeetingEvent,
  newMeetingEvent,
  type RequestOf,
  tally,
  type TestParticipant,
} from '../../../../../test/builders/meetings.js';
import { newParticipant, register } from '../../../../../test/builders/registrations.js';
import { newKey, startApp, type TestApp } from '../../../../../test/start-app.js';

const rounds = 5;
const callers = 200;
const attempts = 2_000;
const inParallel = 60;

let app: TestApp;
let scene: MeetingEvent;
let eventId: string;
beforeAll(async () => {
  app = await startApp();
  scene = await newMeetingEvent(app);
  eventId = scene.event.eventId;
}, 60_000);
afterAll(() => app.close());

/** A number that looks random and is the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

async function eachOf<T, R>(things: readonly T[], width: number, work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = things.entries();
  const worker = async () => {
    for (const [index, thing] of queue) results[index] = await work(thing);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

describe('200 people ask one person for one slot', () => {
  const askAll = async (senders: TestParticipant[], wanted: TestParticipant, slot: SlotView) => {
    const asked = await eachOf(senders, 20, (sender) => ask(app, eventId, sender, wanted, [slot]));
    expect(tally(asked)).toEqual({ 201: callers });
    return asked.map(({ body }) => body.requestId as string);
  };
  const askAllQuickly = (senders: TestParticipant[], wanted: TestParticipant, slot: SlotView) =>
    manyRequests(
      app,
      scene.event,
      senders.map((from) => ({ from, to: wanted, slotIds: [slot.slotId] })),
    );

  it('and of 200 acceptances at once one books, the others are told three other slots, and their requests live', async () => {
    const senders = await crowd(app, eventId, callers);
    for (let round = 0; round < rounds; round++) {
      const wanted = await newParticipant(app, eventId, 'JP-27');
      const slot = scene.slots[round % scene.slots.length]!;
      const ids = await (round === 0 ? askAll(senders, wanted, slot) : askAllQuickly(senders, wanted, slot));
      const answers = await Promise.all(ids.map((id) => accept(app, wanted, id, slot)));
      expect(tally(answers)).toEqual({ 201: 1, '409 meeting.slot_taken': callers - 1 });
      for (const { status, body } of answers as unknown as {
        status: number;
        body: { data: { alternatives: SlotChoice[] } };
      }[]) {
        if (status === 201) continue;
        expect(body.data.alternatives).toHaveLength(3);
        expect(
          body.data.alternatives.every(
            ({ slotId, state }) => slotId !== slot.slotId && state !== 'busy' && state !== 'past',
          ),
        ).toBe(true);
      }
      // They are told after the booking's commit, in a transaction of its own.
      const untold = () =>
        app.db.query('SELECT FROM meeting_request WHERE turn IS NOT NULL AND emptied_at IS NULL AND to_user_id = $1', [
          wanted.userId,
        ]);
      for (let tries = 0; tries < 60 && (await untold()).length > 0; tries++) await setTimeout(50);
      const open = await app.db.query(
        `SELECT state, emptied_at IS NOT NULL AS told, count(*)::int FROM meeting_request WHERE to_user_id = $1 GROUP BY 1, 2 ORDER BY 1`,
        [wanted.userId],
      );
      expect(open).toEqual([
        { state: 'accepted', told: false, count: 1 },
        { state: 'requested', told: true, count: callers - 1 },
      ]);
      // Whoever won this round has the other slots free again in the next.
      await app.db.query('DELETE FROM commitment');
      await app.db.query('DELETE FROM meeting_request_move');
      await app.db.query('DELETE FROM meeting_seat');
      await app.db.query('DELETE FROM meeting');
      await app.db.query(`DELETE FROM meeting_request`);
    }
    expect(await deadlocks(app)).toBe(0);
  }, 180_000);
});

describe('2,000 random acceptances at once', () => {
  it('book nobody twice, lose nothing, and answer each with a booking or a coded refusal', async () => {
    const before = await deadlocks(app);
    const random = numbers(7);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next().value! * list.length)]!;
    const people = await crowd(app, eventId, 80);
    const pairs = new Map<string, RequestOf>();
    while (pairs.size < attempts) {
      const [from, to] = [pick(people), pick(people)];
      if (from === to) continue;
      const slotIds = [...new Set([pick(scene.slots), pick(scene.slots)].map((slot) => slot.slotId))];
      pairs.set([from.userId, to.userId].sort().join(), { from, to, slotIds });
    }
    const requests = [...pairs.values()];
    const ids = await manyRequests(app, scene.event, requests);
    const answers = await eachOf([...requests.keys()], inParallel, (index) => {
      const { to, slotIds } = requests[index]!;
      return accept(app, to, ids[index]!, { slotId: pick(slotIds) });
    });
    const counts = tally(answers);
    const booked = counts[201]!;
    expect(counts).toEqual({ 201: booked, '409 meeting.slot_taken': attempts - booked });
    expect(booked).toBeGreaterThan(200);
    expect(await doubleBookings(app)).toBe(0);
    const userIds = people.map(({ userId }) => userId);
    const [kept] = await app.db.query(
      `SELECT (SELECT count(*)::int FROM meeting_seat WHERE live AND occupant_id = ANY ($1)) AS seats,
              (SELECT count(*)::int FROM commitment WHERE kind = 'meeting' AND user_id = ANY ($1)) AS commitments,
              (SELECT count(*)::int FROM meeting_request WHERE state = 'accepted' AND to_user_id = ANY ($1)) AS accepted`,
      [userIds],
    );
    expect(kept).toEqual({ seats: 2 * booked, commitments: 2 * booked, accepted: booked });
    expect(await deadlocks(app)).toBe(before);
  }, 180_000);
});

describe('one person in two events at the same hour', () => {
  it('is booked in one of them only, and no two bookings wait for each other in a circle', async () => {
    const other = await newMeetingEvent(app, {}, { from: '16:10', until: '18:40' });
    const [here, there] = [await crowd(app, eventId, 25), await crowd(app, other.event.eventId, 25)];
    const before = await deadlocks(app);
    for (const slot of scene.slots.slice(0, 4)) {
      const overlapping = other.slots.find((one) => one.startsAt < slot.endsAt && slot.startsAt < one.endsAt)!;
      expect(overlapping.startsAt).not.toBe(slot.startsAt);
      const wanted = await newParticipant(app, eventId, 'JP-27');
      const { body } = await register(app, other.event.eventId, wanted, {
        organisation: { choose: 'existing', organisationId: wanted.organisationId as never },
      });
      const elsewhere = { ...wanted, participantId: body.participantId };
      const asked = await manyRequests(
        app,
        scene.event,
        here.map((from) => ({ from, to: wanted, slotIds: [slot.slotId] })),
      );
      const askedThere = await manyRequests(
        app,
        other.event,
        there.map((from) => ({ from, to: elsewhere, slotIds: [overlapping.slotId] })),
      );
      const answers = await Promise.all(
        asked.flatMap((id, index) => [
          accept(app, wanted, id, slot),
          accept(app, wanted, askedThere[index]!, overlapping),
        ]),
      );
      expect(tally(answers)).toEqual({ 201: 1, '409 meeting.slot_taken': 49 });
      await app.db.query('UPDATE meeting_seat SET live = false WHERE occupant_id <> $1', [wanted.userId]);
    }
    expect(await doubleBookings(app)).toBe(0);
    expect(await deadlocks(app)).toBe(before);
  }, 60_000);
});

describe('two bookings of one person', () => {
  it('stand in a queue before they reach the constraints, which could make them wait for each other in a circle', async () => {
    const [from, to] = await crowd(app, eventId, 2);
    const slot = scene.slots[0]!;
    const [requestId] = await manyRequests(app, scene.event, [{ from: from!, to: to!, slotIds: [slot.slotId] }]);
    const ahead = app.db.createQueryRunner();
    await ahead.startTransaction();
    await ahead.query(`SELECT pg_advisory_xact_lock(hashtextextended('seats of ' || $1::uuid, 0))`, [to!.userId]);
    let answered = false;
    const answer = accept(app, to!, requestId!, slot).finally(() => (answered = true));
    await setTimeout(300);
    expect(answered).toBe(false);
    await ahead.commitTransaction();
    await ahead.release();
    expect((await answer).status).toBe(201);
  });
});

describe('at one instant', () => {
  const pairs = async (count: number): Promise<[TestParticipant, TestParticipant][]> => {
    const people = await crowd(app, eventId, 2 * count);
    return Array.from({ length: count }, (_, index) => [people[2 * index]!, people[2 * index + 1]!]);
  };

  it('acceptance, refusal, withdrawal and expiry leave one ending, and one meeting only where it was accepted', async () => {
    const endings: Record<string, number> = {};
    for (const [from, to] of await pairs(20)) {
      const [requestId] = await manyRequests(app, scene.event, [{ from, to, slotIds: [scene.slots[0]!.slotId] }]);
      await app.db.query(`UPDATE meeting_request SET answer_by = domain_now() + interval '12 ms' WHERE id = $1`, [
        requestId,
      ]);
      const answers = await Promise.all([
        accept(app, to, requestId!, scene.slots[0]!),
        app.http(to).post(`/api/meeting-requests/${requestId}/decline`, { reason: 'no-time', note: null }),
        app.http(from).post(`/api/meeting-requests/${requestId}/withdraw`),
        setTimeout(12).then(() => app.jobs.runSweeps()),
      ]);
      const http = answers.slice(0, 3) as { status: number; body: { code?: string } }[];
      const [row] = await app.db.query(
        `SELECT state, (SELECT count(*)::int FROM meeting WHERE request_id = $1) AS meetings,
                (SELECT count(*)::int FROM meeting_request_move WHERE request_id = $1) AS moves FROM meeting_request WHERE id = $1`,
        [requestId],
      );
      endings[row.state] = (endings[row.state] ?? 0) + 1;
      const won = http.filter(({ status }) => status < 300).length;
      expect(won).toBe(row.state === 'expired' ? 0 : 1);
      expect(row).toEqual({ state: row.state, meetings: row.state === 'accepted' ? 1 : 0, moves: 2 });
      const codes = http.filter(({ status }) => status >= 300).map(({ body }) => body.code);
      expect(codes.every((code) => ['meeting_request.wrong_state', 'meeting_request.expired'].includes(code!))).toBe(
        true,
      );
    }
    expect(
      Object.keys(endings).every((state) => ['accepted', 'declined', 'withdrawn', 'expired'].includes(state)),
    ).toBe(true);
  }, 60_000);

  it('a cancellation and somebody else’s acceptance of the freed slot never overlap', async () => {
    const slot = scene.slots[2]!;
    for (const [busy, partner] of await pairs(20)) {
      const third = await newParticipant(app, eventId, 'JP-27');
      const meeting = await meet(app, eventId, partner, busy, slot);
      const [waiting] = await manyRequests(app, scene.event, [
        { from: third as never, to: busy, slotIds: [slot.slotId] },
      ]);
      const [cancelled, accepted] = await Promise.all([
        app.http(partner).post(`/api/meetings/${meeting.meetingId}/cancel`, { reason: 'ill', note: null }),
        accept(app, busy, waiting!, slot),
      ]);
      expect(cancelled.status).toBe(200);
      expect(['201', '409 meeting.slot_taken']).toContain(Object.keys(tally([accepted]))[0]);
      const [seats] = await app.db.query(
        'SELECT count(*)::int AS live FROM meeting_seat WHERE live AND occupant_id = $1 AND slot_id = $2',
        [busy.userId, slot.slotId],
      );
      expect(seats.live).toBe(accepted.status === 201 ? 1 : 0);
    }
  }, 60_000);

  it('two people who ask each other for the same slot are booked once', async () => {
    for (const [one, other] of await pairs(15)) {
      const slot = [scene.slots[3]!];
      const answers = await Promise.all([ask(app, eventId, one, other, slot), ask(app, eventId, other, one, slot)]);
      expect(tally(answers)).toEqual({ 201: 2 });
      const views = (answers as { body: MeetingRequestView }[]).map(({ body }) => body);
      expect(new Set(views.map(({ requestId }) => requestId)).size).toBe(1);
      expect(views.filter(({ meetingId }) => meetingId !== null)).toHaveLength(1);
    }
  }, 60_000);

  it('twenty requests of one person leave ten open', async () => {
    const [sender, ...partners] = await crowd(app, eventId, 21);
    const answers = await Promise.all(
      partners.map((partner) => ask(app, eventId, sender!, partner, [scene.slots[4]!])),
    );
    expect(tally(answers)).toEqual({ 201: 10, '409 meeting_request.cap_reached': 10 });
  }, 60_000);

  it('a block and a request leave nothing open between the two', async () => {
    for (const [from, to] of await pairs(15)) {
      const [asked, blocked] = await Promise.all([
        ask(app, eventId, from, to, [scene.slots[5]!]),
        app.http(to).put(`/api/me/blocks/${from.userId}`),
      ]);
      expect(blocked.status).toBe(204);
      expect(['201', '409 participant.unavailable']).toContain(Object.keys(tally([asked]))[0]);
      const [row] = await app.db.query(
        'SELECT count(*)::int AS open FROM meeting_request WHERE turn IS NOT NULL AND from_user_id = $1 AND to_user_id = $2',
        [from.userId, to.userId],
      );
      expect(row.open).toBe(0);
    }
  }, 60_000);
});

describe('the same command again', () => {
  it('has one effect and one answer, however often and from wherever it comes', async () => {
    const [from, to] = await crowd(app, eventId, 2);
    const slot = scene.slots[1]!;
    const [requestId] = await manyRequests(app, scene.event, [{ from: from!, to: to!, slotIds: [slot.slotId] }]);
    const key = newKey();
    const again = await Promise.all(Array.from({ length: 8 }, () => accept(app, to!, requestId!, slot, key)));
    expect(again.map(({ status, body }) => [status, body])).toEqual(again.map(() => [201, again[0]!.body]));
    const otherDevice = await accept(app, to!, requestId!, slot);
    expect(otherDevice).toMatchObject({ status: 201, body: { meetingId: again[0]!.body.meetingId } });
    const [row] = await app.db.query('SELECT count(*)::int AS meetings FROM meeting WHERE request_id = $1', [
      requestId,
    ]);
    expect(row.meetings).toBe(1);
    expect(await accept(app, to!, requestId!, scene.slots[2]!, key)).toMatchObject({
      status: 422,
      body: { code: 'idempotency.key_reused' },
    });
  });
});

describe('without its guards', () => {
  /** As many acceptances of one slot as there are senders, on a database of its own that lacks a guard. */
  const race = async (remove: string): Promise<{ doubled: number; booked: number }> => {
    const bare = await startApp();
    try {
      const { event, slots } = await newMeetingEvent(bare);
      const wanted = await newParticipant(bare, event.eventId, 'JP-27');
      const senders = await crowd(bare, event.eventId, 20);
      await bare.db.query(remove);
      // Every second asks for a slot of its own block that overlaps the first one's.
      const second = await newMeetingEvent(bare, {}, { from: '16:10', until: '18:40' });
      const there = await register(bare, second.event.eventId, wanted, {
        organisation: { choose: 'existing', organisationId: wanted.organisationId as never },
      });
      const sendersThere = await crowd(bare, second.event.eventId, 20);
      const first = await manyRequests(
        bare,
        event,
        senders.map((from) => ({ from, to: wanted, slotIds: [slots[0]!.slotId] })),
      );
      const other = await manyRequests(
        bare,
        second.event,
        sendersThere.map((from) => ({
          from,
          to: { ...wanted, participantId: there.body.participantId },
          slotIds: [second.slots[0]!.slotId],
        })),
      );
      const answers = await Promise.all([
        ...first.map((id) => accept(bare, wanted, id, slots[0]!)),
        ...other.map((id) => accept(bare, wanted, id, second.slots[0]!)),
      ]);
      return { doubled: await doubleBookings(bare), booked: tally(answers)[201] ?? 0 };
    } finally {
      await bare.close();
    }
  };

  it('double bookings appear: without the unique index and the exclusion, and across events without the exclusion alone', async () => {
    const both = await race(
      'ALTER TABLE meeting_seat DROP CONSTRAINT meeting_seat_occupant_apart; DROP INDEX meeting_seat_occupant_slot_live',
    );
    expect(both.booked).toBe(40);
    expect(both.doubled).toBeGreaterThan(0);
    const withoutExclusion = await race('ALTER TABLE meeting_seat DROP CONSTRAINT meeting_seat_occupant_apart');
    expect(withoutExclusion).toEqual({ doubled: 1, booked: 2 });
    const withoutIndex = await race('DROP INDEX meeting_seat_occupant_slot_live');
    expect(withoutIndex).toEqual({ doubled: 0, booked: 1 });
  }, 120_000);
});
