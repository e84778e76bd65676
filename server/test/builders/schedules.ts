import type { BlockInput, MeetingPreference, PlanView, ScheduleRunInput, ScheduleRunView } from '@musubi/contracts';
import { RunDesk } from '../../src/modules/scheduling/index.js';
import type { TestApp } from '../start-app.js';
import { newMeetingEvent } from './meetings.js';
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
