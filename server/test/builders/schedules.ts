import type {
  BlockInput,
  MeetingPreference,
  PlanView,
  PublishResult,
  RollBackResult,
  ScheduleRunInput,
  ScheduleRunView,
} from '@musubi/contracts';
import { RunDesk } from '../../src/modules/scheduling/index.js';
import type { TestApp } from '../start-app.js';
import { ask, crowd, newBlock, newMeetingEvent, newPair } from './meetings.js';
import type { TestPerson } from './people.js';
import { newParticipant } from './registrations.js';

/** An event whose block the organisers plan: six slots. */
export const newPlannedEvent = (app: TestApp, block: Partial<BlockInput> = {}) =>
  newMeetingEvent(app, {}, { mode: 'plan', ...block });

/** So many people of European and of Japanese organisations, each of their own. */
export async function newSides(app: TestApp, eventId: string, size: number) {
  const many = (region: string) =>
    Promise.all(Array.from({ length: size }, () => newParticipant(app, eventId, region)));
  return { european: await many('DE1'), japanese: await many('JP-27') };
}

export function prefer(
  app: TestApp,
  eventId: string,
  from: { cookie: string },
  to: { participantId: string },
  preference: MeetingPreference = 'meet',
) {
  return app.http(from).put(`/api/events/${eventId}/preferences/${to.participantId}`, { preference });
}

/** Starts a run with so many steps that every machine takes them all. */
export function startRun(app: TestApp, eventId: string, organiser: { cookie: string }, given: ScheduleRunInput = {}) {
  return app
    .http(organiser)
    .post<ScheduleRunView>(`/api/organise/events/${eventId}/schedule/runs`, { seconds: 60, iterations: 300, ...given });
}

/** Runs to the end. */
export async function planned(
  app: TestApp,
  eventId: string,
  organiser: TestPerson,
  given: ScheduleRunInput = {},
): Promise<ScheduleRunView> {
  const { status, body } = await startRun(app, eventId, organiser, given);
  if (status !== 201) throw new Error(`The run was refused: ${JSON.stringify(body)}`);
  await app.app.get(RunDesk).settled(body.runId);
  return (await app.http(organiser).get<ScheduleRunView>(pathOf(body))).body;
}

export const pathOf = ({ eventId, runId }: Pick<ScheduleRunView, 'eventId' | 'runId'>): string =>
  `/api/organise/events/${eventId}/schedule/runs/${runId}`;

export const planOf = async (app: TestApp, organiser: TestPerson, run: ScheduleRunView): Promise<PlanView> =>
  (await app.http(organiser).get<PlanView>(`${pathOf(run)}/plan`)).body;

/** A crowd in which each wishes to meet some of the others, more than there is time for. */
export async function manyWishes(
  app: TestApp,
  eventId: string,
  organiser: { cookie: string },
  { size, each }: { size: number; each: number },
): Promise<void> {
  const people = await crowd(app, eventId, size);
  await app.http(organiser).put(`/api/organise/events/${eventId}/schedule/settings`, {
    ...{ opensAt: null, preferencesUntil: null, mustAtMost: 5, meetingsAtMost: null },
    pairsOnce: false,
    version: 0,
  });
  await app.db.query(
    `INSERT INTO meeting_preference (from_participant_id, to_participant_id, event_id, preference, said_at)
     SELECT id, other, $2, CASE WHEN (place * step) % 5 = 0 THEN 'must' ELSE 'meet' END, domain_now()
     FROM unnest($1::uuid[]) WITH ORDINALITY AS person (id, place), generate_series(1, $3::int) AS step,
          LATERAL (SELECT ($1::uuid[])[1 + (place * 7 + step * step * 3) % $4::int] AS other) AS them
     WHERE id <> other ON CONFLICT DO NOTHING`,
    [people.map(({ participantId }) => participantId), eventId, each, size],
  );
}

/** Two of whom one has asked the other for another time than the plan has for them, and the run that brings them together. */
export async function askedAndPlanned(app: TestApp) {
  const { event, organiser, slots } = await newPlannedEvent(app);
  const { body: block } = await newBlock(app, organiser, event, { from: '10:00', until: '11:00' });
  const { european: from, japanese: to } = await newPair(app, event.eventId);
  await prefer(app, event.eventId, from, to);
  const asked = await ask(app, event.eventId, from, to, [block.slots[0]!]);
  if (asked.status !== 201) throw new Error(`The request was refused: ${JSON.stringify(asked.body)}`);
  const run = await planned(app, event.eventId, organiser);
  return { event, organiser, slots, block, from, to, request: asked.body, run, ...publishing(app, organiser, run) };
}

/** What organisers do with a plan that is done. */
export const publishing = (app: TestApp, organiser: { cookie: string }, run: ScheduleRunView) => ({
  publish: () => app.http(organiser).post<PublishResult>(`${pathOf(run)}/publish`, { version: run.planVersion }),
  rollBack: () => app.http(organiser).post<RollBackResult>(`${pathOf(run)}/roll-back`),
});
