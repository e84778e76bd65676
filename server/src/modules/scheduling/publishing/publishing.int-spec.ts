import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  EventView,
  MeetingRequestView,
  MeetingView,
  PublishResult,
  RollBackResult,
  ScheduleRunView,
  ScheduleView,
  SlotView,
} from '@musubi/contracts';
import { deadlocks, doubleBookings, meet, newBlock } from '../../../../test/builders/meetings.js';
import { newOrganiser, type TestPerson } from '../../../../test/builders/people.js';
import { newPlannedEvent, newSides, pathOf, planned, planOf, prefer } from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
let slots: SlotView[];
beforeEach(async () => ({ event, organiser, slots } = await newPlannedEvent(app)));

type Sides = Awaited<ReturnType<typeof newSides>>;

/** Everybody wishes to meet everybody of the other side. */
async function everybody(size: number): Promise<Sides> {
  const sides = await newSides(app, event.eventId, size);
  for (const from of sides.european) for (const to of sides.japanese) await prefer(app, event.eventId, from, to);
  return sides;
}

const publish = (run: ScheduleRunView, version = 0) =>
  app.http(organiser).post<PublishResult>(`${pathOf(run)}/publish`, { version });
const rollBack = (run: ScheduleRunView) => app.http(organiser).post<RollBackResult>(`${pathOf(run)}/roll-back`);

const meetingsOf = async (person: { cookie: string }): Promise<MeetingView[]> =>
  (await app.http(person).get<MeetingView[]>(`/api/events/${event.eventId}/meetings`)).body;

async function lettersTo({ userId }: { userId: string }): Promise<{ subject: string; method: string; uids: number }[]> {
  await app.jobs.drain();
  const rows = (await app.db.query(
    `SELECT subject, calendar->>'method' AS method, calendar->>'ics' AS ics FROM captured_mail
     WHERE to_address = (SELECT address FROM app_user WHERE id = $1) AND calendar IS NOT NULL
       AND subject NOT LIKE '%registered%' ORDER BY at, id`,
    [userId],
  )) as { subject: string; method: string; ics: string }[];
  return rows
    .map(({ ics, ...one }) => ({ ...one, uids: new Set(ics.match(/^UID:meeting.*$/gm)).size }))
    .filter(({ uids }) => uids > 0);
}

/** The calendar entries of whoever got some, unfolded. */
async function entriesTo({ userId }: { userId: string }): Promise<string[]> {
  await app.jobs.drain();
  const rows = (await app.db.query(
    `SELECT calendar->>'ics' AS ics FROM captured_mail
     WHERE to_address = (SELECT address FROM app_user WHERE id = $1) AND calendar->>'ics' LIKE '%UID:meeting%' ORDER BY at, id`,
    [userId],
  )) as { ics: string }[];
  return rows.map(({ ics }) => ics.replace(/\r?\n[ \t]/g, ''));
}

describe('a plan that is published', () => {
  it('books nobody who has said no since, and nobody with whom they have blocked', async () => {
    const { european, japanese } = await everybody(2);
    const run = await planned(app, event.eventId, organiser);
    await prefer(app, event.eventId, japanese[0]!, european[0]!, 'no_thanks');
    await app.db.query('INSERT INTO person_block (by_user_id, user_id, at) VALUES ($1, $2, now())', [
      european[1]!.userId,
      japanese[1]!.userId,
    ]);
    const { body } = await publish(run);
    expect(body.published).toBe(2);
    expect(
      body.conflicts.map(({ kind, people }) => [kind, people.map(({ participantId }) => participantId).sort()]).sort(),
    ).toEqual(
      [
        [european[0]!, japanese[0]!],
        [european[1]!, japanese[1]!],
      ]
        .map((pair) => ['not_wanted', pair.map(({ participantId }) => participantId).sort()])
        .sort(),
    );
  });

  it('gives everybody their meetings at once, and each person one letter with all of them', async () => {
    const { european, japanese } = await everybody(2);
    const run = await planned(app, event.eventId, organiser);
    const { status, body } = await publish(run);
    expect([status, body]).toEqual([
      200,
      {
        ...{ runId: run.runId, publishedAt: expect.any(String), published: 4, stood: 0, letters: 4 },
        ...{ conflicts: [], withoutInterpreter: [] },
      },
    ]);
    const plan = await planOf(app, organiser, run);
    for (const person of [...european, ...japanese]) {
      const own = plan.meetings.filter(({ people }) => people.includes(person.participantId as never));
      expect((await meetingsOf(person)).map(({ slotId, state, meetingId }) => [slotId, state, meetingId])).toEqual(
        own.map(({ slot, meetingId }) => [plan.slots[slot]!.slotId, 'confirmed', meetingId]),
      );
      expect(await lettersTo(person)).toMatchObject([{ method: 'REQUEST', uids: 2 }]);
    }
    const { body: view } = await app
      .http(organiser)
      .get<ScheduleView>(`/api/organise/events/${event.eventId}/schedule`);
    expect(view).toMatchObject({ publishedRunId: run.runId, blocks: [{ planPublishedAt: body.publishedAt }] });
  });

  it('is the same when it is published twice, and at the same moment', async () => {
    const { european } = await everybody(2);
    const run = await planned(app, event.eventId, organiser);
    const answers = await Promise.all([publish(run), publish(run), publish(run)]);
    const again = await publish(run);
    for (const { status, body } of answers) expect([status, body]).toEqual([200, again.body]);
    expect(await meetingsOf(european[0]!)).toHaveLength(2);
    expect(await lettersTo(european[0]!)).toHaveLength(1);
  });

  it('leaves out what came in between, says it, and loses nothing', async () => {
    const { european, japanese } = await everybody(2);
    const { body: open } = await newBlock(app, organiser, event, { from: '10:00', until: '10:25' });
    const run = await planned(app, event.eventId, organiser);
    const plan = await planOf(app, organiser, run);
    const [first] = plan.meetings;
    const slot = plan.slots[first!.slot]!;
    const gone = european.find(({ participantId }) => !first!.people.includes(participantId as never))!;
    await app.db.query(`UPDATE registration SET state = 'withdrawn' WHERE id = $1`, [gone.participantId]);
    // The two of the first one meet each other on their own.
    const one = european.find(({ participantId }) => first!.people.includes(participantId as never))!;
    const other = japanese.find(({ participantId }) => first!.people.includes(participantId as never))!;
    const own = await meet(app, event.eventId, one, other, open.slots[0]!);
    const { body } = await publish(run);
    expect(body.published).toBe(1);
    expect(body.conflicts.map(({ kind }) => kind).sort()).toEqual(['meet_already', 'person_left', 'person_left']);
    expect(body.conflicts).toContainEqual({
      plannedId: first!.plannedId,
      kind: 'meet_already',
      startsAt: slot.startsAt,
      people: expect.any(Array),
    });
    expect((await meetingsOf(one)).map(({ meetingId }) => meetingId)).toContain(own.meetingId);
    const after = await planOf(app, organiser, run);
    expect(after.meetings).toHaveLength(4);
    expect(after.meetings.find(({ plannedId }) => plannedId === first!.plannedId)).toMatchObject({
      conflict: 'meet_already',
      meetingId: null,
    });
  });

  it('stands beside bookings that are made at the same moment: nobody is in two places, nothing is lost', async () => {
    await app.http(organiser).delete(`/api/events/${event.eventId}/blocks/${(await blockOf()).blockId}`);
    const { body: block } = await newBlock(app, organiser, event, { mode: 'plan' });
    slots = block.slots;
    const { european, japanese } = await everybody(4);
    const strangers = await newSides(app, event.eventId, 4);
    const run = await planned(app, event.eventId, organiser);
    const plan = await planOf(app, organiser, run);
    expect(plan.meetings).toHaveLength(16);
    // From here on the block is open to everybody as well.
    await app.http(organiser).post(`/api/events/${event.eventId}/blocks/${block.blockId}/plan`);
    const before = await deadlocks(app);
    const take = (at: number) =>
      app.http(strangers.european[at]!).post<MeetingView>(`/api/events/${event.eventId}/instant-bookings`, {
        to: japanese[at]!.participantId,
        slotId: slots[at]!.slotId,
        reason: 'Sensors',
        opportunityIds: [],
        language: 'en',
      });
    const [published, ...taken] = await Promise.all([publish(run), ...european.map((_, at) => take(at))]);
    expect(published.status).toBe(200);
    expect(published.body.published + published.body.conflicts.length).toBe(16);
    const booked = taken.filter(({ status }) => status === 201).length;
    expect(published.body.conflicts.length).toBeLessThanOrEqual(booked);
    for (const { kind } of published.body.conflicts) expect(kind).toBe('time_taken');
    expect(await doubleBookings(app)).toBe(0);
    expect(await deadlocks(app)).toBe(before);
    const [{ count }] = (await app.db.query(
      `SELECT count(*)::int AS count FROM meeting WHERE event_id = $1 AND state = 'confirmed'`,
      [event.eventId],
    )) as [{ count: number }];
    expect(count).toBe(published.body.published + booked);
  });

  it('is refused to whoever read an older plan, and without a plan', async () => {
    await everybody(1);
    const run = await planned(app, event.eventId, organiser);
    expect(await publish(run, 3)).toMatchObject({ status: 409, body: { code: 'schedule.plan_changed' } });
    const { event: other } = await newPlannedEvent(app);
    const elsewhere = await newOrganiser(app, other.eventId);
    const foreign = { ...run, eventId: other.eventId };
    for (const path of ['publish', 'roll-back'])
      expect(
        (await app.http(elsewhere).post(`${pathOf(foreign)}/${path}`, path === 'publish' ? { version: 0 } : {})).status,
      ).toBe(404);
    expect(await rollBack(run)).toMatchObject({ status: 409, body: { code: 'schedule.not_published' } });
  });
});

const requestsOf = async (person: { cookie: string }): Promise<MeetingRequestView[]> =>
  (await app.http(person).get<MeetingRequestView[]>(`/api/events/${event.eventId}/meeting-requests`)).body;

describe('what people read of a plan', () => {
  it('is that the organisers arranged it, for each in their language, and not that somebody asked or accepted', async () => {
    const { european, japanese } = await everybody(1);
    const run = await planned(app, event.eventId, organiser);
    await app.db.query(`UPDATE app_user SET lang = 'ja' WHERE id = $1`, [japanese[0]!.userId]);
    await publish(run);
    for (const person of [european[0]!, japanese[0]!]) {
      expect(await meetingsOf(person)).toMatchObject([{ reason: '', arranged: 'plan' }]);
      const [request] = await requestsOf(person);
      expect(request).toMatchObject({ state: 'accepted', reason: '', arranged: 'plan' });
      expect(request!.history).toMatchObject([{ by: 'organisers', did: 'accepted' }]);
    }
    const { en, ja } = {
      en: /DESCRIPTION:Arranged by the organisers from the wishes of the participants/,
      ja: /DESCRIPTION:参加者の面談希望をもとに、主催者が設定した面談です/,
    };
    expect(await entriesTo(european[0]!)).toEqual([expect.stringMatching(en)]);
    expect(await entriesTo(japanese[0]!)).toEqual([expect.stringMatching(ja)]);
  });

  it('is whose request it was where somebody had asked, and that the organisers accepted it', async () => {
    const { european, japanese } = await newSides(app, event.eventId, 1);
    await prefer(app, event.eventId, european[0]!, japanese[0]!);
    const { body: block } = await newBlock(app, organiser, event, { from: '10:00', until: '10:25' });
    await app.http(european[0]!).post(`/api/events/${event.eventId}/meeting-requests`, {
      ...{ to: japanese[0]!.participantId, reason: 'Sensors', opportunityIds: [], language: 'en' },
      slotIds: [block.slots[0]!.slotId],
    });
    await publish(await planned(app, event.eventId, organiser));
    const [request] = await requestsOf(japanese[0]!);
    expect(request).toMatchObject({ arranged: null, reason: 'Sensors' });
    expect(request!.history).toMatchObject([
      { by: 'from', did: 'requested' },
      { by: 'organisers', did: 'accepted' },
    ]);
  });

  it('is that the organisers took it back, and at which time they are to meet instead', async () => {
    const { european, japanese } = await everybody(1);
    const run = await planned(app, event.eventId, organiser);
    await publish(run);
    await rollBack(run);
    expect(await meetingsOf(european[0]!)).toMatchObject([
      { state: 'cancelled', cancelledBy: null, cancelledBecause: 'plan-taken-back' },
    ]);
    const { meetings, slots: times } = await planOf(app, organiser, run);
    const [{ plannedId, slot }] = meetings as [(typeof meetings)[number]];
    const to = times.find((_, at) => at !== slot)!;
    const adjustment = { do: 'move', plannedId, slotId: to.slotId };
    expect((await app.http(organiser).post(`${pathOf(run)}/adjustments`, { version: 0, adjustment })).status).toBe(200);
    await publish(run, 1);
    await app.jobs.drain();
    const lastTo = async ({ userId }: { userId: string }) => {
      const rows = (await app.db.query(
        `SELECT text FROM captured_mail WHERE to_address = (SELECT address FROM app_user WHERE id = $1) ORDER BY at, id`,
        [userId],
      )) as { text: string }[];
      return rows.at(-1)!.text;
    };
    expect(await lastTo(european[0]!)).toContain(' (instead of ');
    expect(await lastTo(japanese[0]!)).toContain('（変更前の日時：');
  });
});

describe('a plan that is taken back', () => {
  it('cancels what it published and leaves what people arranged, with one letter each; it can be published again', async () => {
    const { european, japanese } = await everybody(2);
    const run = await planned(app, event.eventId, organiser);
    await publish(run);
    const { status, body } = await rollBack(run);
    expect([status, body]).toEqual([
      200,
      {
        ...{ runId: run.runId, rolledBackAt: expect.any(String), cancelled: 4, kept: 0, letters: 4 },
        ...{ reopened: 0, ended: [] },
      },
    ]);
    expect((await rollBack(run)).body).toEqual(body);
    for (const person of [...european, ...japanese]) {
      expect((await meetingsOf(person)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
      const letters = await lettersTo(person);
      // Written late, the first letter has nothing left to say.
      expect(letters.at(-1)).toMatchObject({ method: 'CANCEL', uids: 2 });
    }
    const again = await publish(run);
    expect(again.body).toMatchObject({ published: 4, conflicts: [] });
    expect((await meetingsOf(european[0]!)).filter(({ state }) => state === 'confirmed')).toHaveLength(2);
  });
});

async function blockOf() {
  const { body } = await app.http(organiser).get<{ blockId: string }[]>(`/api/events/${event.eventId}/blocks`);
  return body[0]!;
}
