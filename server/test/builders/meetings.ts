import { randomBytes, createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type {
  BlockInput,
  BlockView,
  EventInput,
  EventView,
  MeetingRequestInput,
  MeetingRequestView,
  MeetingView,
  SlotView,
} from '@musubi/contracts';
import { dateAt } from '@musubi/time';
import type { TestApp } from '../start-app.js';
import { newEvent } from './events.js';
import type { TestPerson } from './people.js';
import { newParticipant } from './registrations.js';

export interface TestParticipant {
  userId: string;
  cookie: string;
  participantId: string;
}

export interface MeetingEvent {
  event: EventView;
  organiser: TestPerson;
  slots: SlotView[];
}

/** An event whose first day has slots of 20 minutes every 25, from 16:00 to 18:30 in Tokyo: 08:00 to 10:30 in Brussels. */
export async function newMeetingEvent(
  app: TestApp,
  given: Partial<EventInput> = {},
  block: Partial<BlockInput> = {},
): Promise<MeetingEvent> {
  const { event, organiser } = await newEvent(app, given);
  const { body } = await newBlock(app, organiser, event, block);
  return { event, organiser, slots: body.slots };
}

export async function newBlock(
  app: TestApp,
  organiser: { cookie: string },
  event: EventView,
  given: Partial<BlockInput> = {},
) {
  const input: BlockInput = {
    dates: [dateAt(new Date(Date.parse(event.startsAt) + 86_400_000).toTemporalInstant(), event.zone)],
    from: '16:00',
    until: '18:30',
    slotMinutes: 20,
    gapMinutes: 5,
    ...given,
  };
  return app.http(organiser).post<BlockView>(`/api/events/${event.eventId}/blocks`, input);
}

/** Somebody of a European and somebody of a Japanese organisation. */
export async function newPair(app: TestApp, eventId: string) {
  const european = await newParticipant(app, eventId, 'DE1');
  const japanese = await newParticipant(app, eventId, 'JP-27');
  return { european, japanese };
}

export function requestInput(
  to: { participantId: string },
  slots: readonly SlotView[],
  given: Partial<MeetingRequestInput> = {},
) {
  return {
    to: to.participantId,
    reason: 'Sensors for small factories',
    opportunityIds: [],
    slotIds: slots.map((slot) => slot.slotId),
    language: 'en',
    ...given,
  };
}

/** Asks over HTTP. */
export function ask(
  app: TestApp,
  eventId: string,
  from: { cookie: string },
  to: { participantId: string },
  slots: readonly SlotView[],
) {
  return app.http(from).post<MeetingRequestView>(`/api/events/${eventId}/meeting-requests`, requestInput(to, slots));
}

/** Asks and is accepted for the first slot. */
export async function meet(
  app: TestApp,
  eventId: string,
  from: { cookie: string },
  to: { cookie: string; participantId: string },
  slot: SlotView,
): Promise<MeetingView> {
  const asked = await ask(app, eventId, from, to, [slot]);
  if (asked.status !== 201) throw new Error(`The request was refused: ${JSON.stringify(asked.body)}`);
  const accepted = await accept(app, to, asked.body.requestId, slot);
  if (accepted.status !== 201) throw new Error(`The acceptance was refused: ${JSON.stringify(accepted.body)}`);
  return accepted.body;
}

export function accept(
  app: TestApp,
  person: { cookie: string },
  requestId: string,
  slot: { slotId: string },
  key?: string,
) {
  return app
    .http(person)
    .post<MeetingView>(`/api/meeting-requests/${requestId}/accept`, { slotId: slot.slotId }, key ? { key } : {});
}

/** Many signed-in participants of one organisation, written in one statement: for races, where who they are does not matter. */
export async function crowd(app: TestApp, eventId: string, size: number): Promise<TestParticipant[]> {
  const template = await newParticipant(app, eventId);
  const people = Array.from({ length: size }, () => {
    const secret = randomBytes(32).toString('base64url');
    return {
      userId: randomUUID(),
      participantId: randomUUID(),
      secret,
      hash: createHash('sha256').update(secret).digest(),
    };
  });
  await app.db.query(
    `WITH given AS (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[]) AS given (user_id, participant_id, hash)
     ), people AS (
       INSERT INTO app_user (id, address, name, lang, zone)
       SELECT given.user_id, given.user_id || '@crowd.example', one.name, one.lang, one.zone FROM given, app_user one WHERE one.id = $4
     ), logins AS (
       INSERT INTO login (user_id, reference_hash, device) SELECT user_id, hash, '' FROM given
     )
     INSERT INTO registration (id, event_id, user_id, organisation_id, state, working_languages, lang, zone, directory, answers)
     SELECT given.participant_id, one.event_id, given.user_id, one.organisation_id, 'complete', one.working_languages, one.lang, one.zone,
            one.directory, one.answers
     FROM given, registration one WHERE one.id = $5`,
    [
      people.map((one) => one.userId),
      people.map((one) => one.participantId),
      people.map((one) => one.hash),
      template.userId,
      template.participantId,
    ],
  );
  return people.map(({ userId, participantId, secret }) => ({
    userId,
    participantId,
    cookie: `${app.config.loginCookie}=${secret}`,
  }));
}

export interface RequestOf {
  from: TestParticipant;
  to: TestParticipant;
  slotIds: readonly string[];
}

/** Many open requests in one statement, for races: answered before the event begins. @returns their ids in the given order */
export async function manyRequests(app: TestApp, event: EventView, requests: readonly RequestOf[]): Promise<string[]> {
  const ids = requests.map(() => randomUUID());
  await app.db.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS given (id uuid, "fromId" uuid, "toId" uuid, "fromUser" uuid, "toUser" uuid, "slotIds" uuid[])
     ), sent AS (
       INSERT INTO meeting_request (id, event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, reason,
                                    opportunity_ids, language, sent_at, answer_by)
       SELECT id, $2, "fromId", "toId", "fromUser", "toUser", 'requested', 'to', 'Sensors for small factories', '{}', 'en', domain_now(), $3
       FROM given RETURNING id
     ), told AS (
       INSERT INTO meeting_request_move (request_id, version, by, did, at) SELECT id, 1, 'from', 'requested', domain_now() FROM sent
     )
     INSERT INTO meeting_request_slot (request_id, slot_id, place)
     SELECT given.id, slot_id, place FROM given, unnest("slotIds") WITH ORDINALITY AS choice (slot_id, place)`,
    [
      JSON.stringify(
        requests.map(({ from, to, slotIds }, index) => ({
          id: ids[index],
          fromId: from.participantId,
          toId: to.participantId,
          fromUser: from.userId,
          toUser: to.userId,
          slotIds,
        })),
      ),
      event.eventId,
      event.startsAt,
    ],
  );
  return ids;
}

/** Double bookings, however they may have come about: pairs of live seats of one occupant that share time. */
export async function doubleBookings(app: TestApp): Promise<number> {
  const [row] = (await app.db.query(
    `SELECT count(*)::int AS doubled FROM meeting_seat one JOIN meeting_seat other
       ON one.occupant_id = other.occupant_id AND one.meeting_id < other.meeting_id AND one.during && other.during
     WHERE one.live AND other.live`,
  )) as { doubled: number }[];
  return row!.doubled;
}

/** Deadlocks that PostgreSQL has broken in this database; backends hand in their counts within a second of becoming idle. */
export async function deadlocks(app: TestApp): Promise<number> {
  await setTimeout(1_500);
  const [row] = (await app.db.query(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  )) as {
    deadlocks: number;
  }[];
  return row!.deadlocks;
}

/** Status and code of a refusal. */
export const code = ({ status, body }: { status: number; body: object }): [number, string | undefined] => [
  status,
  (body as { code?: string }).code,
];

/** How many answers had which status and code. */
export function tally(answers: readonly { status: number; body: unknown }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const { code } = (body ?? {}) as { code?: string };
    const key = code ? `${status} ${code}` : String(status);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** What the video server would have told: this person was in the meeting's room between two instants. */
export async function wasInRoom(
  app: TestApp,
  meeting: MeetingView,
  userId: string,
  from: Date,
  until: Date | null,
): Promise<void> {
  const [room] = (await app.db.query(
    `INSERT INTO live_room (kind, source_id, event_id, name) VALUES ('meeting', $1::uuid, $2, 'meeting-' || $1::uuid)
     ON CONFLICT (kind, source_id) WHERE closed_at IS NULL DO UPDATE SET name = excluded.name RETURNING id`,
    [meeting.meetingId, meeting.eventId],
  )) as { id: string }[];
  await app.db.query(
    `INSERT INTO presence_interval (room_id, user_id, participant_sid, started_at, ended_at, seen_at) VALUES ($1, $2, $3, $4, $5, $4)`,
    [room!.id, userId, randomUUID(), from, until],
  );
}

/** Minutes after an ISO instant. */
export const after = (instant: string, minutes: number): Date => new Date(Date.parse(instant) + minutes * 60_000);
