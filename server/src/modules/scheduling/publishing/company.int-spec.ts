import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventView, InterpreterView, MeetingView, PublishResult, SlotView } from '@musubi/contracts';
import { newDelegation } from '../../../../test/builders/delegations.js';
import type { TestPerson } from '../../../../test/builders/people.js';
import { newParticipant } from '../../../../test/builders/registrations.js';
import { newPlannedEvent, pathOf, planned, planOf, prefer } from '../../../../test/builders/schedules.js';
import { startApp, type TestApp } from '../../../../test/start-app.js';

let app: TestApp;
beforeAll(async () => (app = await startApp()));
afterAll(() => app.close());

let event: EventView;
let organiser: TestPerson;
let slots: SlotView[];
beforeEach(async () => ({ event, organiser, slots } = await newPlannedEvent(app)));

const meetingsOf = async (person: { cookie: string }): Promise<MeetingView[]> =>
  (await app.http(person).get<MeetingView[]>(`/api/events/${event.eventId}/meetings`)).body;
const comers = ({ sides }: MeetingView) => sides.map(({ participant }) => participant.participantId as string).sort();

async function publishPlan() {
  const run = await planned(app, event.eventId, organiser);
  const { body } = await app.http(organiser).post<PublishResult>(`${pathOf(run)}/publish`, { version: 0 });
  return { run, body };
}

describe('a planned meeting', () => {
  it('is with whoever of a pool can come', async () => {
    const one = await newParticipant(app, event.eventId, 'DE1');
    const [admin, colleague] = await newDelegation(app, event.eventId);
    await prefer(app, event.eventId, one, admin!, 'must');
    await app.http(admin!).put(`/api/events/${event.eventId}/availability`, { everything: false, intervals: [] });
    const { body } = await publishPlan();
    expect(body).toMatchObject({ published: 1, conflicts: [], letters: 2 });
    const [meeting] = await meetingsOf(one);
    expect(comers(meeting!)).toEqual([one.participantId, colleague!.participantId].sort());
  });

  it('is with a whole delegation where it comes together', async () => {
    const one = await newParticipant(app, event.eventId, 'DE1');
    const all = await newDelegation(app, event.eventId, { mode: 'everyone', size: 3 });
    await prefer(app, event.eventId, one, all[1]!);
    const { body } = await publishPlan();
    expect(body).toMatchObject({ published: 1, conflicts: [], letters: 4 });
    const [meeting] = await meetingsOf(all[2]!);
    expect(comers(meeting!)).toEqual([one, ...all].map(({ participantId }) => participantId).sort());
  });

  it('has the interpreter that the plan gives it, who hears of all of them at once; without one it is not planned', async () => {
    const german = await newParticipant(app, event.eventId, 'DE1', { workingLanguages: ['de'] });
    const many = await Promise.all(
      [1, 2].map(() => newParticipant(app, event.eventId, 'JP-27', { workingLanguages: ['ja'] })),
    );
    for (const to of many) await prefer(app, event.eventId, german, to);
    const without = await planned(app, event.eventId, organiser);
    expect(without.counts.meetings).toBe(0);
    const { body: interpreter } = await app
      .http(organiser)
      .post<InterpreterView>(`/api/organise/events/${event.eventId}/interpreters`, {
        address: `ken-${event.slug}@interpreters.example`,
        name: german.name,
        pairs: [['de', 'ja']],
        available: [{ startsAt: slots[0]!.startsAt, endsAt: slots[2]!.endsAt }],
        inARow: 1,
        breakMinutes: 20,
      });
    const { run, body } = await publishPlan();
    // Two in a row would be one too many: the first and the third slot are what is left.
    expect(body).toMatchObject({ published: 2, conflicts: [], letters: 4 });
    const plan = await planOf(app, organiser, run);
    expect(plan.meetings.map(({ slot, interpreterId }) => [plan.slots[slot]!.slotId, interpreterId])).toEqual([
      [slots[0]!.slotId, interpreter.interpreterId],
      [slots[2]!.slotId, interpreter.interpreterId],
    ]);
    expect((await meetingsOf(german)).map(({ interpretation }) => interpretation?.interpreter?.name)).toEqual([
      german.name,
      german.name,
    ]);
    await app.jobs.drain();
    const mails = (await app.db.query(
      `SELECT calendar->>'ics' AS ics FROM captured_mail WHERE to_address LIKE 'ken-%' AND calendar IS NOT NULL`,
    )) as { ics: string }[];
    expect(mails.map(({ ics }) => ics.match(/BEGIN:VEVENT/g)?.length)).toEqual([2]);
  });

  it('is booked, and said to be without one, where nobody can interpret any more', async () => {
    const german = await newParticipant(app, event.eventId, 'DE1', { workingLanguages: ['de'] });
    const other = await newParticipant(app, event.eventId, 'JP-27', { workingLanguages: ['ja'] });
    await prefer(app, event.eventId, german, other);
    const path = `/api/organise/events/${event.eventId}/interpreters`;
    await app.http(organiser).post<InterpreterView>(path, {
      address: `kei-${event.slug}@interpreters.example`,
      name: german.name,
      pairs: [['de', 'ja']],
      available: [],
      inARow: 3,
      breakMinutes: 20,
    });
    const run = await planned(app, event.eventId, organiser);
    await app.db.query('DELETE FROM event_interpreter WHERE event_id = $1', [event.eventId]);
    const { body } = await app.http(organiser).post<PublishResult>(`${pathOf(run)}/publish`, { version: 0 });
    expect(body).toMatchObject({ published: 1, conflicts: [] });
    expect(
      body.withoutInterpreter!.map(({ people }) => people.map(({ participantId }) => participantId).sort()),
    ).toEqual([[german.participantId, other.participantId].sort()]);
  });

  it('comes of the request that was given to the plan, with what it was about', async () => {
    const [one, other] = [
      await newParticipant(app, event.eventId, 'DE1'),
      await newParticipant(app, event.eventId, 'JP-27'),
    ];
    await app.db.query(
      `WITH sent AS (
         INSERT INTO meeting_request (event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, reason, opportunity_ids, language, sent_at, answer_by)
         VALUES ($1, $2, $3, $4, $5, 'expired', 'Hydrogen for ferries', '{}', 'en', domain_now(), domain_now()) RETURNING id
       ) INSERT INTO meeting_plan_wish (request_id, block_id, offered_at)
       SELECT sent.id, block.id, domain_now() FROM sent, meeting_block block WHERE block.event_id = $1`,
      [event.eventId, other.participantId, one.participantId, other.userId, one.userId],
    );
    const { run } = await publishPlan();
    const { meetings } = await planOf(app, organiser, run);
    expect(meetings.map(({ origin, weight }) => [origin.kind, Math.floor(weight / 100)])).toEqual([['request', 3]]);
    const [meeting] = await meetingsOf(one);
    expect(meeting).toMatchObject({ state: 'confirmed', reason: 'Hydrogen for ferries' });
    expect(meeting!.sides.map(({ side, participant }) => [side, participant.participantId])).toEqual([
      [0, other.participantId],
      [1, one.participantId],
    ]);
  });

  it('answers the request that is open between the two', async () => {
    const [one, other] = [
      await newParticipant(app, event.eventId, 'DE1'),
      await newParticipant(app, event.eventId, 'JP-27'),
    ];
    await prefer(app, event.eventId, one, other);
    const run = await planned(app, event.eventId, organiser);
    const [sent] = (await app.db.query(
      `WITH sent AS (
         INSERT INTO meeting_request (event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, reason, opportunity_ids, language, sent_at, answer_by)
         VALUES ($1, $2, $3, $4, $5, 'requested', 'to', 'Robots in care', '{}', 'en', domain_now(), domain_now() + interval '1 day') RETURNING id
       ), told AS (
         INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, 1, 'from', 'requested', domain_now() FROM sent
       ) SELECT id FROM sent`,
      [event.eventId, other.participantId, one.participantId, other.userId, one.userId],
    )) as { id: string }[];
    await app.http(organiser).post(`${pathOf(run)}/publish`, { version: 0 });
    expect(await meetingsOf(one)).toMatchObject([
      { requestId: sent!.id, reason: 'Robots in care', state: 'confirmed' },
    ]);
    const { body } = await app.http(one).get(`/api/meeting-requests/${sent!.id}`);
    expect(body).toMatchObject({ state: 'accepted', turn: null });
  });
});
