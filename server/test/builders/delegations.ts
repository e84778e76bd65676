import type { DelegationMode, DelegationPart, DelegationView } from '@musubi/contracts';
import type { TestApp } from '../start-app.js';
import { welcome } from './organisations.js';
import { newParticipant } from './registrations.js';

export type Delegate = Awaited<ReturnType<typeof newParticipant>>;

/** People of one organisation at an event; the first is its administrator. */
export async function newDelegation(
  app: TestApp,
  eventId: string,
  {
    region = 'JP-27',
    size = 2,
    mode = 'pool',
    parts = {},
  }: {
    region?: string;
    size?: number;
    mode?: DelegationMode;
    /** By place in the delegation; required where nothing is said. */
    parts?: Record<number, DelegationPart>;
  } = {},
): Promise<Delegate[]> {
  const admin = await newParticipant(app, eventId, region);
  const people = [admin];
  const organisation = { choose: 'existing', organisationId: admin.organisationId as never } as const;
  for (let n = 1; n < size; n += 1) people.push(await newParticipant(app, eventId, region, { organisation }));
  await welcome(app, admin);
  await setDelegation(app, eventId, admin, {
    mode,
    parts: Object.entries(parts).map(([place, part]) => ({
      participantId: people[Number(place)]!.participantId,
      part,
    })),
  });
  return people;
}

export async function setDelegation(
  app: TestApp,
  eventId: string,
  person: { cookie: string },
  input: { mode: DelegationMode; parts: { participantId: string; part: DelegationPart }[] },
): Promise<DelegationView> {
  const { status, body } = await app.http(person).put<DelegationView>(`/api/events/${eventId}/delegation`, input);
  if (status !== 200) throw new Error(`The delegation was refused: ${JSON.stringify(body)}`);
  return body;
}

/** The colleague agrees to act for the principal. @returns the headers with which they do */
export async function assisting(
  app: TestApp,
  eventId: string,
  principal: Delegate,
  assistant: Delegate,
): Promise<{ assistantId: string; headers: Record<string, string> }> {
  const asked = await app
    .http(principal)
    .post(`/api/events/${eventId}/assistants`, { participantId: assistant.participantId });
  if (asked.status !== 201) throw new Error(`The assistant was refused: ${JSON.stringify(asked.body)}`);
  const { assistantId } = asked.body;
  await app.http(assistant).post(`/api/assistants/${assistantId}/accept`);
  return { assistantId, headers: { 'on-behalf-of': principal.participantId } };
}
