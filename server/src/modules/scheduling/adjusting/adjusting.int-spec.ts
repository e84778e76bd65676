import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  EventView,
  PlanAdjusted,
  PlanAdjustment,
  PlanCheck,
  PlanComparison,
  PlanView,
  ScheduleDiagnosis,
  ScheduleRunView,
  UnmetView,
} from '@musubi/contracts';
import type { TestPerson } from '../../../../test/builders/people.js';
import { newPlannedEvent, newSides, pathOf, planned, planOf, prefer } from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
let run: ScheduleRunView;
let plan: PlanView;
let sides: Awaited<ReturnType<typeof newSides>>;
beforeEach(async () => {
  ({ event, organiser } = await newPlannedEvent(app));
  sides = await newSides(app, event.eventId, 2);
  for (const from of sides.european) for (const to of sides.japanese) await prefer(app, event.eventId, from, to);
  run = await planned(app, event.eventId, organiser);
  plan = await planOf(app, organiser, run);
});

const adjust = (adjustment: PlanAdjustment, version = 0) =>
  app.http(organiser).post<PlanAdjusted>(`${pathOf(run)}/adjustments`, { version, adjustment });
const check = async (adjustment: PlanAdjustment): Promise<PlanCheck> =>
  (await app.http(organiser).post<PlanCheck>(`${pathOf(run)}/adjustments/check`, { version: 0, adjustment })).body;

/** Where each pair is in the plan. */
const shape = ({ meetings, slots: of }: PlanView) =>
  Object.fromEntries(meetings.map(({ plannedId, slot, locked }) => [plannedId, [of[slot]!.slotId, locked]]));
const slotAt = (at: number) => plan.slots[at]!.slotId;
const freeSlot = () => plan.slots.findIndex((_, at) => !plan.meetings.some(({ slot }) => slot === at));

describe('a plan that is changed by hand', () => {
  it('is locked, moved to a free time, unbooked and booked again, one version after the other', async () => {
    const [one, other] = plan.meetings;
    const locked = await adjust({ do: 'lock', plannedId: one!.plannedId });
    expect(locked).toMatchObject({
      status: 200,
      body: { version: 1, changed: [{ plannedId: one!.plannedId, locked: true }], removed: [] },
    });
    const to = slotAt(freeSlot());
    const moved = await adjust({ do: 'move', plannedId: other!.plannedId, slotId: to }, 1);
    expect(moved.body).toMatchObject({ version: 2, changed: [{ plannedId: other!.plannedId, byHand: true }] });
    const gone = await adjust({ do: 'unbook', plannedId: other!.plannedId }, 2);
    expect(gone.body).toEqual({ version: 3, changed: [], removed: [other!.plannedId] });
    const without = await planOf(app, organiser, run);
    expect(without.figures.objective).toBeLessThan(plan.figures.objective);
    expect(without.run.progress).toMatchObject({ objective: without.figures.objective, gap: without.figures.gap });
    const { body: unmet } = await app.http(organiser).get<UnmetView>(`${pathOf(run)}/unmet`);
    expect(unmet.wishes.map(({ wishId, reason }) => [wishId, reason])).toEqual([[other!.wishId, 'not_planned']]);
    const back = await adjust({ do: 'book', wishId: other!.wishId, slotId: to }, 3);
    expect(back.body).toMatchObject({ version: 4, changed: [{ wishId: other!.wishId, byHand: true }] });
    const after = await planOf(app, organiser, run);
    expect(after.run).toMatchObject({ planVersion: 4, counts: { meetings: 4, locked: 1 } });
  });

  it('lets two meetings change their times, and refuses what does not fit, naming it', async () => {
    const [one] = plan.meetings;
    const beside = plan.meetings.find(
      ({ slot, people }) => slot !== one!.slot && people.some((id) => one!.people.includes(id)),
    )!;
    const move: PlanAdjustment = { do: 'move', plannedId: one!.plannedId, slotId: slotAt(beside.slot) };
    const { possible, conflicts } = await check(move);
    expect(possible).toBe(false);
    expect(conflicts.map(({ kind }) => kind)).toContain('two_places');
    expect(conflicts.flatMap(({ planned }) => planned)).toContain(beside.plannedId);
    expect(await adjust(move)).toMatchObject({ status: 409, body: { code: 'schedule.conflict', data: { conflicts } } });
    expect(shape(await planOf(app, organiser, run))).toEqual(shape(plan));
    // Everybody else is out of the way: what is left of the two days changes places.
    for (const [at, { plannedId }] of plan.meetings.filter((each) => each !== one && each !== beside).entries())
      expect((await adjust({ do: 'unbook', plannedId }, at)).status).toBe(200);
    const swapped = await adjust({ do: 'swap', plannedId: one!.plannedId, withId: beside.plannedId }, 2);
    expect(swapped.status).toBe(200);
    expect(shape(await planOf(app, organiser, run))).toEqual({
      [one!.plannedId]: [slotAt(beside.slot), false],
      [beside.plannedId]: [slotAt(one!.slot), false],
    });
  });

  it('does not move what is locked, where somebody is busy since, or for whoever read an older plan', async () => {
    const [one, other] = plan.meetings;
    await adjust({ do: 'lock', plannedId: one!.plannedId });
    const free = slotAt(freeSlot());
    expect((await adjust({ do: 'move', plannedId: one!.plannedId, slotId: free }, 1)).body).toMatchObject({
      code: 'schedule.conflict',
      data: { conflicts: [{ kind: 'locked', planned: [one!.plannedId] }] },
    });
    expect((await adjust({ do: 'unbook', plannedId: other!.plannedId }, 0)).body).toMatchObject({
      code: 'schedule.plan_changed',
    });
    const person = [...sides.european, ...sides.japanese].find(({ participantId }) =>
      other!.people.includes(participantId as never),
    )!;
    await app.http(person).put(`/api/events/${event.eventId}/availability`, { everything: false, intervals: [] });
    expect((await adjust({ do: 'move', plannedId: other!.plannedId, slotId: free }, 1)).body).toMatchObject({
      code: 'schedule.conflict',
      data: { conflicts: [{ kind: 'not_free', people: [person.participantId] }] },
    });
    expect((await adjust({ do: 'unbook', plannedId: '00000000-0000-4000-8000-000000000000' as never }, 1)).status).toBe(
      404,
    );
  });

  it('keeps what is locked when it is planned anew, and fills only empty slots where that is wanted', async () => {
    const [one, other] = plan.meetings;
    await adjust({ do: 'move', plannedId: one!.plannedId, slotId: slotAt(freeSlot()) });
    await adjust({ do: 'lock', plannedId: one!.plannedId }, 1);
    const anew = await planOf(
      app,
      organiser,
      await planned(app, event.eventId, organiser, { basedOn: run.runId, seed: 9 }),
    );
    const kept = anew.meetings.find(({ wishId }) => wishId === one!.wishId)!;
    expect([anew.slots[kept.slot]!.slotId, kept.locked]).toEqual([slotAt(freeSlot()), true]);
    expect(anew.meetings).toHaveLength(4);
    await adjust({ do: 'unbook', plannedId: other!.plannedId }, 2);
    const before = await planOf(app, organiser, run);
    const filled = await planned(app, event.eventId, organiser, { basedOn: run.runId, mode: 'only_empty' });
    const after = await planOf(app, organiser, filled);
    const at = ({ meetings, slots: of }: PlanView) =>
      new Map(meetings.map(({ wishId, slot }) => [wishId, of[slot]!.slotId]));
    for (const [wishId, slotId] of at(before)) expect(at(after).get(wishId)).toBe(slotId);
    expect(after.meetings).toHaveLength(4);
    const { body } = await app.http(organiser).get<PlanComparison>(`${pathOf(filled)}/comparison?with=${run.runId}`);
    expect(body).toMatchObject({
      before: { runId: run.runId },
      after: { runId: filled.runId },
      same: 3,
      differences: [{ change: 'added', before: null, after: { people: expect.any(Array) } }],
    });
    expect(
      body.people.map(({ participantId, before: was, after: is, gained }) => [participantId, is - was, gained]),
    ).toEqual([...other!.people].sort().map((id) => [id, 1, 1]));
  });

  it('says before a run which locked meetings it keeps, and which it cannot', async () => {
    const [one, other] = plan.meetings;
    await adjust({ do: 'lock', plannedId: one!.plannedId });
    await adjust({ do: 'lock', plannedId: other!.plannedId }, 1);
    const locks = async (basedOn: ScheduleRunView['runId'] | null) => {
      const { body } = await app
        .http(organiser)
        .post<ScheduleDiagnosis>(`/api/organise/events/${event.eventId}/schedule/diagnosis`, { basedOn });
      return [body.possible, body.locked, body.unlocked];
    };
    expect([await locks(null), await locks(run.runId)]).toEqual([
      [true, 0, 0],
      [true, 2, 0],
    ]);
    await app.db.query('UPDATE meeting_slot SET retired_at = now() WHERE id = $1', [slotAt(other!.slot)]);
    const [, kept, lost] = await locks(run.runId);
    expect([kept, lost]).toEqual(one!.slot === other!.slot ? [0, 2] : [1, 1]);
  });

  it('is looked at again and again without reading anew what it was made from, which does not change', async () => {
    const unbook: PlanAdjustment = { do: 'unbook', plannedId: plan.meetings[0]!.plannedId };
    expect(await check(unbook)).toEqual({ possible: true, conflicts: [] });
    await app.db.query(`UPDATE schedule_input SET problem = '{}' WHERE run_id = $1`, [run.runId]);
    expect(await check(unbook)).toEqual({ possible: true, conflicts: [] });
    expect(await adjust(unbook)).toMatchObject({ status: 200, body: { version: 1, removed: [unbook.plannedId] } });
  });

  it('says before it is published what was said and taken away since: a no, a block, a time', async () => {
    const [one, other, third] = plan.meetings;
    const to = slotAt(freeSlot());
    const move = (meeting = one!): PlanAdjustment => ({ do: 'move', plannedId: meeting.plannedId, slotId: to });
    const everybody = [...sides.european, ...sides.japanese];
    const of = ({ people }: (typeof plan.meetings)[number]) =>
      people.map((id) => everybody.find(({ participantId }) => participantId === id)!);
    const kinds = async (adjustment: PlanAdjustment) => (await check(adjustment)).conflicts.map(({ kind }) => kind);
    for (const meeting of [one!, other!, third!]) expect(await kinds(move(meeting))).toEqual([]);
    const [from, about] = of(one!);
    await prefer(app, event.eventId, from!, about!, 'no_thanks');
    expect(await kinds(move())).toEqual(['no_thanks']);
    const [blocking, blocked] = of(other!);
    await app.db.query('INSERT INTO person_block (by_user_id, user_id, at) VALUES ($1, $2, now())', [
      blocking!.userId,
      blocked!.userId,
    ]);
    expect(await kinds(move(other))).toEqual(['no_thanks']);
    const [uninterested, dismissed] = of(third!);
    const dismissal = `/api/events/${event.eventId}/recommendations/${dismissed!.participantId}/dismissal`;
    expect((await app.http(uninterested!).put(dismissal, {})).status).toBe(204);
    expect(await kinds(move(third))).toEqual(['no_thanks']);
    const wishes = async () =>
      (await planOf(app, organiser, await planned(app, event.eventId, organiser))).meetings.map(({ wishId }) => wishId);
    expect(await wishes()).not.toContain(third!.wishId);
    // What is said later counts.
    await prefer(app, event.eventId, uninterested!, dismissed!, 'must');
    expect(await kinds(move(third))).toEqual([]);
    expect(await wishes()).toContain(third!.wishId);
    await app.db.query('UPDATE meeting_slot SET retired_at = now() WHERE id = $1', [to]);
    expect(await kinds(move(third))).toEqual(['unknown_slot']);
  });

  it('has no meeting to lock that is not in it, and is not locked where it is of another run', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000' as never;
    for (const act of ['lock', 'unlock'] as const)
      expect(await adjust({ do: act, plannedId: unknown })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await planOf(app, organiser, run)).run.planVersion).toBe(0);
  });

  it('is recorded with who changed what, and whose meeting it is', async () => {
    const [one] = plan.meetings;
    const unbook: PlanAdjustment = { do: 'unbook', plannedId: one!.plannedId };
    await adjust(unbook);
    const entries = (await app.db.query(
      `SELECT actor_id AS by, after FROM audit_entry WHERE event_id = $1 AND did = 'schedule.adjusted'`,
      [event.eventId],
    )) as object[];
    expect(entries).toEqual([{ by: organiser.userId, after: { ...unbook, people: [...one!.people].sort() } }]);
  });

  it('is not changed once it is published', async () => {
    await app.http(organiser).post(`${pathOf(run)}/publish`, { version: 0 });
    expect((await adjust({ do: 'unbook', plannedId: plan.meetings[0]!.plannedId })).body).toMatchObject({
      code: 'schedule.published',
    });
  });

  // Last: the clock goes forward only.
  it('is not changed to a time that is over', async () => {
    const free = freeSlot();
    const { plannedId } = plan.meetings[0]!;
    await app.jumpTo(new Date(Date.parse(plan.slots[free]!.startsAt) + 60_000));
    const late = await check({ do: 'move', plannedId, slotId: slotAt(free) });
    expect([late.possible, late.conflicts.map(({ kind }) => kind)]).toEqual([false, ['past']]);
  });
});
