import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventView, GapAnswer, GapView, MeetingView, ScheduleRunView, SlotId, SlotView } from '@musubi/contracts';
import { meet } from '../../../../test/builders/meetings.js';
import type { TestPerson } from '../../../../test/builders/people.js';
import { newPlannedEvent, newSides, pathOf, planned, prefer } from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';
import { until } from '../../../../test/until.js';
import { Jobs } from '../../../platform/index.js';
import { InstantBookings } from '../../meetings/index.js';
import { GapFinder } from './gap-finder.js';
import { answerGap } from './gap-rows.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
let slots: SlotView[];
let sides: Awaited<ReturnType<typeof newSides>>;
beforeEach(async () => {
  ({ event, organiser, slots } = await newPlannedEvent(app));
  sides = await newSides(app, event.eventId, 3);
});

type Person = (typeof sides)['european'][number];

const mutual = async (one: Person, other: Person, how: 'must' | 'meet' = 'meet') => {
  await prefer(app, event.eventId, one, other, how);
  await prefer(app, event.eventId, other, one, how);
};
const gapsOf = async (who: { cookie: string }): Promise<GapView[]> =>
  (await app.http(who).get<GapView[]>(`/api/events/${event.eventId}/gaps`)).body;
const answer = (who: { cookie: string }, { gapId }: GapView, how: 'accept' | 'decline' = 'accept') =>
  app.http(who).post<GapAnswer>(`/api/gaps/${gapId}/${how}`);
const meetingsOf = async (who: { cookie: string }): Promise<MeetingView[]> =>
  (await app.http(who).get<MeetingView[]>(`/api/events/${event.eventId}/meetings`)).body.filter(
    ({ state }) => state === 'confirmed',
  );

async function published(): Promise<ScheduleRunView> {
  const run = await planned(app, event.eventId, organiser);
  await app.http(organiser).post(`${pathOf(run)}/publish`, { version: 0 });
  return run;
}

/** Two meet; one calls it off. The other and a third wish to meet as well, which the plan could not know. */
async function droppedOut(
  between: (people: { left: Person; wanting: Person }, slotId: SlotId) => Promise<unknown> = async () => undefined,
) {
  const [caller, , wanting] = sides.european as [Person, Person, Person];
  const [left] = sides.japanese as [Person];
  await mutual(caller, left);
  await published();
  await app.db.query(
    `INSERT INTO meeting_preference (from_participant_id, to_participant_id, event_id, preference, said_at)
     SELECT a, b, $3, 'must', domain_now() FROM (VALUES ($1::uuid, $2::uuid), ($2, $1)) AS said (a, b)`,
    [left.participantId, wanting.participantId, event.eventId],
  );
  const [meeting] = await meetingsOf(left);
  await app.http(caller).post(`/api/meetings/${meeting!.meetingId}/cancel`, { reason: 'ill', note: null });
  await between({ left, wanting }, meeting!.slotId);
  await app.jobs.drain();
  return { caller, left, wanting, slotId: meeting!.slotId, meetingId: meeting!.meetingId };
}

/** Looks once more for whom the time of the meeting could be. */
const lookAgain = (meetingId: string) =>
  app.transactions.run((tx) => app.app.get(GapFinder).fill(tx, { meetingId, eventId: event.eventId }));
const goes = ({ participantId }: Person) =>
  app.db.query(`UPDATE registration SET state = 'withdrawn' WHERE id = $1`, [participantId]);
const offersNothing = (who: Person) =>
  app.http(who).put(`/api/events/${event.eventId}/availability`, { everything: false, intervals: [] });
const wantsNot = ({ participantId }: Person) =>
  app.db.query(
    `UPDATE meeting_preference SET preference = 'no_thanks' WHERE from_participant_id = $1 AND preference = 'must'`,
    [participantId],
  );
const blocks = (one: Person, other: Person) =>
  app.db.query('INSERT INTO person_block (by_user_id, user_id, at) VALUES ($1, $2, now())', [one.userId, other.userId]);
const dismisses = (one: Person, other: Person) =>
  app.http(one).put(`/api/events/${event.eventId}/recommendations/${other.participantId}/dismissal`, {});
const meetAt = (one: Person, other: Person, which: (slot: SlotView) => boolean) =>
  meet(app, event.eventId, one, other, slots.find(which)!);

const offers = async (): Promise<string[]> =>
  (
    (await app.db.query('SELECT state FROM schedule_gap WHERE event_id = $1 ORDER BY id', [event.eventId])) as {
      state: string;
    }[]
  ).map(({ state }) => state);
const alter = (to: string) => app.db.query(`UPDATE meeting_block SET ${to} WHERE event_id = $1`, [event.eventId]);

describe('a time that came free', () => {
  it('is offered to two who both wish to meet, and taken by either of them', async () => {
    const { left, wanting, slotId, caller } = await droppedOut();
    const [[mine], [theirs]] = [await gapsOf(left), await gapsOf(wanting)];
    expect(mine).toMatchObject({ slotId, instant: true, participant: { participantId: wanting.participantId } });
    expect(theirs).toMatchObject({ gapId: mine!.gapId, participant: { participantId: left.participantId } });
    const stranger = sides.japanese[2]!;
    expect((await answer(stranger, mine!)).status).toBe(404);
    const { status, body } = await answer(wanting, theirs!);
    expect([status, body]).toEqual([
      200,
      { gapId: mine!.gapId, state: 'taken', meetingId: expect.any(String), requestId: expect.any(String) },
    ]);
    expect((await meetingsOf(left)).map((one) => [one.meetingId, one.slotId])).toEqual([[body.meetingId, slotId]]);
    expect((await answer(left, mine!)).body).toEqual(body);
    expect([...(await gapsOf(left)), ...(await gapsOf(caller))].map((one) => one.slotId)).not.toContain(slotId);
  });

  it('becomes one meeting where both take it at the same moment', async () => {
    const { left, wanting } = await droppedOut();
    const [gap] = await gapsOf(left);
    const both = await Promise.all([answer(left, gap!), answer(wanting, gap!)]);
    expect(both.map(({ status }) => status)).toContain(200);
    for (const { status, body } of both)
      expect(status === 200 ? body.state : (body as unknown as { code: string }).code).toMatch(
        /^(taken|schedule\.gap_gone|meeting_request\.duplicate)$/,
      );
    expect(await meetingsOf(left)).toHaveLength(1);
  });

  it('is the meeting that the other has taken it for, where they are faster', async () => {
    const { left, wanting } = await droppedOut();
    const [gap] = await gapsOf(left);
    const bookings = app.app.get(InstantBookings);
    const book = bookings.book.bind(bookings);
    const faster = jest.spyOn(bookings, 'book').mockImplementationOnce(async (...given) => {
      await answer(wanting, gap!);
      return book(...given);
    });
    const { status, body } = await answer(left, gap!);
    faster.mockRestore();
    const [meeting] = await meetingsOf(left);
    expect([status, body]).toMatchObject([200, { state: 'taken', meetingId: meeting!.meetingId }]);
  });

  it('is asked for where times are not taken at once', async () => {
    const { left, wanting } = await droppedOut();
    await alter(`mode = 'on_request'`);
    const [gap] = await gapsOf(wanting);
    expect(gap!.instant).toBe(false);
    const taken = { state: 'taken', requestId: expect.any(String), meetingId: null };
    expect(await answer(wanting, gap!)).toMatchObject({ status: 200, body: taken });
    expect(await meetingsOf(left)).toEqual([]);
  });

  it('is gone where one of the two has promised it since', async () => {
    const { left, wanting, slotId } = await droppedOut();
    const [gap] = await gapsOf(wanting);
    await meetAt(sides.european[1]!, left, (one) => one.slotId === slotId);
    expect(await answer(wanting, gap!)).toMatchObject({
      status: 409,
      body: { code: 'schedule.gap_gone', data: { state: 'gone' } },
    });
  });

  it('is offered no more once it is declined', async () => {
    const { left, wanting } = await droppedOut();
    const [gap] = await gapsOf(left);
    expect((await answer(left, gap!, 'decline')).body).toMatchObject({ state: 'declined', meetingId: null });
    expect(await gapsOf(wanting)).toEqual([]);
    expect(await answer(wanting, gap!)).toMatchObject({ status: 409, body: { code: 'schedule.gap_gone' } });
  });

  it('is taken where it is declined while its meeting is booked', async () => {
    const { left, wanting } = await droppedOut();
    const [gap] = await gapsOf(left);
    const atGap = async (count: number) => {
      const [row] = (await app.db.query(
        `SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE schedule_gap SET%'`,
      )) as { n: number }[];
      return row!.n === count;
    };
    const holder = app.db.createQueryRunner();
    try {
      await holder.startTransaction();
      await holder.query('SELECT id FROM schedule_gap WHERE id = $1 FOR UPDATE', [gap!.gapId]);
      const declined = answer(left, gap!, 'decline');
      await until(() => atGap(1), 20);
      const accepted = answer(wanting, gap!);
      await until(() => atGap(2), 20);
      await holder.commitTransaction();
      expect((await declined).body.state).toBe('declined');
      expect((await accepted).body).toMatchObject({ state: 'taken', meetingId: expect.any(String) });
    } finally {
      if (holder.isTransactionActive) await holder.rollbackTransaction();
      await holder.release();
    }
    const [meeting] = await meetingsOf(left);
    expect((await answer(wanting, gap!)).body).toMatchObject({ state: 'taken', meetingId: meeting!.meetingId });
  });

  it.each<[string, (of: { left: Person; wanting: Person }, slotId: SlotId) => Promise<unknown>]>([
    ['one of the two has blocked the other', ({ left, wanting }) => blocks(left, wanting)],
    ['the one who is left is not interested any more', ({ left, wanting }) => dismisses(left, wanting)],
    ['the one who wants it is not interested any more', ({ left, wanting }) => dismisses(wanting, left)],
    ['the one who is left is gone', ({ left }) => goes(left)],
    ['the one who wants it is gone', ({ wanting }) => goes(wanting)],
    ['the one who is left cannot meet then', ({ left }) => offersNothing(left)],
    ['the one who wants it cannot meet then', ({ wanting }) => offersNothing(wanting)],
    ['the one who is left says no', ({ left }) => wantsNot(left)],
    ['the one who wants it says no', ({ wanting }) => wantsNot(wanting)],
    [
      'the two meet at another time',
      ({ left, wanting }, slotId) => meetAt(left, wanting, (one) => one.slotId !== slotId),
    ],
    // Rooms count, and there is no table in any.
    ['no room is left then', () => alter('rooms = 1')],
    [
      'the block keeps their organisations apart',
      ({ left, wanting }) =>
        app.db.query('UPDATE meeting_block SET apart = $2 WHERE event_id = $1', [
          event.eventId,
          JSON.stringify([{ one: left.organisationId, other: wanting.organisationId }]),
        ]),
    ],
    ['the organisers still plan', () => alter('plan_published_at = NULL')],
    ['the organisers do not plan these times', () => alter(`mode = 'on_request'`)],
  ])('is not offered where %s', async (_, between) => {
    await droppedOut(between);
    expect(await offers()).toEqual([]);
  });

  it.each<[string, (me: Person, them: Person) => Promise<unknown>]>([
    ['the other is gone', (_, them) => goes(them)],
    ['one has blocked the other', (me, them) => blocks(me, them)],
    ['the other has blocked one', (me, them) => blocks(them, me)],
    ['one is not interested any more', (me, them) => dismisses(me, them)],
    ['the other is not interested any more', (me, them) => dismisses(them, me)],
    ['one cannot meet then', (me) => offersNothing(me)],
    ['the other cannot meet then', (_, them) => offersNothing(them)],
  ])('is not shown any more, to either of the two, where %s', async (_, happens) => {
    const { left, wanting, meetingId } = await droppedOut();
    for (const [me, them] of [
      [left, wanting],
      [wanting, left],
    ] as const) {
      expect(await gapsOf(me)).toHaveLength(1);
      await happens(me, them);
      expect(await gapsOf(me)).toEqual([]);
      await app.db.query('DELETE FROM person_block');
      await app.db.query('DELETE FROM recommendation_dismissal');
      await app.db.query(`UPDATE registration SET state = 'complete' WHERE id = $1`, [them.participantId]);
      for (const one of [me, them])
        await app.http(one).put(`/api/events/${event.eventId}/availability`, { everything: true, intervals: [] });
    }
    // Looked for again, it is the same one.
    await lookAgain(meetingId);
    expect(await offers()).toEqual(['open']);
  });

  it('is taken by whoever took it first, and once declined not offered to the two again', async () => {
    const { left, wanting, meetingId } = await droppedOut();
    const [gap] = await gapsOf(left);
    const taken = (by: Person) =>
      app.transactions.run((tx) =>
        answerGap(tx.em, gap!.gapId, { state: 'taken', by: by.participantId, at: tx.now, requestId: null }),
      );
    expect(await answer(left, gap!, 'decline')).toMatchObject({ status: 200 });
    await lookAgain(meetingId);
    expect(await offers()).toEqual(['declined']);
    expect([await taken(wanting), await taken(left)]).toEqual([true, false]);
    expect(await app.db.query('SELECT answered_by AS by FROM schedule_gap WHERE id = $1', [gap!.gapId])).toEqual([
      { by: wanting.participantId },
    ]);
  });

  it('is offered to the three with whom one wishes it most, and stays until it is over', async () => {
    const more = await newSides(app, event.eventId, 3);
    const { left, wanting } = await droppedOut(({ left: one }) =>
      app.db.query(
        `INSERT INTO meeting_preference (from_participant_id, to_participant_id, event_id, preference, said_at)
         SELECT a, b, $3, 'meet', domain_now() FROM unnest($2::uuid[]) AS other (id), LATERAL (VALUES ($1::uuid, id), (id, $1)) AS said (a, b)`,
        [one.participantId, more.european.map(({ participantId }) => participantId), event.eventId],
      ),
    );
    expect(await offers()).toEqual(['open', 'open', 'open']);
    expect((await gapsOf(left)).map(({ participant }) => participant.participantId)).toContain(wanting.participantId);
    await app.app.get(Jobs).runSweeps();
    expect(await offers()).toEqual(['open', 'open', 'open']);
  });

  it('is not declined any more once it is taken', async () => {
    const { left, wanting } = await droppedOut();
    const [gap] = await gapsOf(left);
    const { body: taken } = await answer(wanting, gap!);
    expect((await answer(left, gap!, 'decline')).body).toEqual(taken);
    expect(await offers()).toEqual(['taken']);
  });

  it('is not offered where only one wishes it, nor after a whole plan is taken back', async () => {
    const [caller, , wanting] = sides.european as [Person, Person, Person];
    const [left] = sides.japanese as [Person];
    await mutual(caller, left);
    await prefer(app, event.eventId, left, wanting, 'must');
    const run = await published();
    await app.http(organiser).post(`${pathOf(run)}/roll-back`);
    await app.jobs.drain();
    for (const person of [left, wanting, caller]) expect(await gapsOf(person)).toEqual([]);
  });

  // Last: the clock goes forward only.
  it('is offered to nobody once it is over, and what was offered before is gone then', async () => {
    const { left, slotId, meetingId } = await droppedOut();
    const [gap] = await gapsOf(left);
    const [one, other] = sides.japanese
      .slice(1)
      .map(({ participantId }) => participantId)
      .sort();
    await app.db.query(
      `INSERT INTO schedule_gap (event_id, slot_id, one_participant_id, other_participant_id, offered_at, state)
       VALUES ($1, $2, $3, $4, domain_now(), 'declined')`,
      [event.eventId, slotId, one, other],
    );
    const past = async () => {
      const [{ at }] = (await app.db.query('SELECT ends_at AS at FROM meeting_slot WHERE id = $1', [slotId])) as [
        { at: Date },
      ];
      await app.jumpTo(new Date(at.getTime() + 3_600_000));
    };
    await past();
    expect(gap!.slotId).toBe(slotId);
    expect(await gapsOf(left)).toEqual([]);
    await app.app.get(Jobs).runSweeps();
    const [{ state }] = (await app.db.query('SELECT state FROM schedule_gap WHERE id = $1', [gap!.gapId])) as [
      { state: string },
    ];
    expect(state).toBe('gone');
    // What was answered stays as it was answered.
    expect((await offers()).sort()).toEqual(['declined', 'gone']);
    await app.db.query('DELETE FROM schedule_gap WHERE event_id = $1', [event.eventId]);
    await lookAgain(meetingId);
    expect(await offers()).toEqual([]);
  });
});
