import type { EntityManager } from 'typeorm';
import { keepContact } from '../requests/contact.js';
import { newRequest, type RequestSide } from '../requests/meeting-request.rules.js';
import { requestsByIds, type RequestRow } from '../requests/request-rows.js';
import type { PlannedBooking } from './planned-booking.js';

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Open requests between people of a plan, held until the transaction ends; by their two participants. */
export type OpenRequests = ReadonlyMap<string, string>;

/**
 * Takes everything that bookings of these pairs will need, in the order in which every booking takes it: contact, requests,
 * the queues of the seats, then those of the tables, each sorted. So no two wait for each other in a circle, and nobody books
 * these people meanwhile.
 */
export async function holdPairs(
  em: EntityManager,
  eventId: string,
  bookings: readonly Pick<PlannedBooking, 'sides' | 'slot'>[],
): Promise<OpenRequests> {
  const userIds = [...new Set(bookings.flatMap(({ sides }) => sides.flat().map(({ userId }) => userId)))];
  await keepContact(em, userIds);
  const held = (await em.query(
    `SELECT request.id, request.from_participant_id AS "from", request.to_participant_id AS "to"
     FROM meeting_request request
     WHERE request.event_id = $1 AND request.turn IS NOT NULL
       AND (least(request.from_participant_id, request.to_participant_id), greatest(request.from_participant_id, request.to_participant_id))
         IN (SELECT least(a, b), greatest(a, b) FROM unnest($2::uuid[], $3::uuid[]) AS pair (a, b))
       AND NOT EXISTS (SELECT FROM meeting_reschedule WHERE request_id = request.id)
     ORDER BY request.id FOR NO KEY UPDATE`,
    [
      eventId,
      bookings.map(({ sides: [[one]] }) => one.participantId),
      bookings.map(({ sides: [, [other]] }) => other.participantId),
    ],
  )) as { id: string; from: string; to: string }[];
  await inLine(em, 'seats of ', userIds);
  await inLine(em, 'tables in ', [...new Set(bookings.map(({ slot }) => slot.id))]);
  return new Map(held.map(({ id, from, to }) => [pairKey(from, to), id]));
}

async function inLine(em: EntityManager, queue: 'seats of ' | 'tables in ', ids: readonly string[]): Promise<void> {
  await em.query(
    `SELECT pg_advisory_xact_lock(hashtextextended($1 || id, 0)) FROM (SELECT unnest($2::uuid[]) AS id ORDER BY id) AS one`,
    [queue, ids],
  );
}

/** A request as it is to be accepted, and by whom. */
export interface Asked {
  request: RequestRow;
  by: RequestSide;
}

/** In the given order, cut so that no two people stand twice in one part: of two requests between them only one is open. */
export function apartByPair(planned: readonly PlannedBooking[], atMost: number): PlannedBooking[][] {
  const parts: PlannedBooking[][] = [];
  let pairs = new Set<string>();
  for (const one of planned) {
    const [[from], [to]] = one.sides;
    const key = pairKey(from.participantId, to.participantId);
    const last = parts.at(-1);
    if (last && last.length < atMost && !pairs.has(key)) last.push(one);
    else {
      parts.push([one]);
      pairs = new Set();
    }
    pairs.add(key);
  }
  return parts;
}

/**
 * The requests that planned meetings come of: those that are open between the two, with the time of the plan, or new ones. A few
 * statements for any number of different pairs.
 * @returns in the given order; null where another one has come in between
 */
export async function requestsFor(
  em: EntityManager,
  eventId: string,
  planned: readonly PlannedBooking[],
  { at, open }: { at: Date; open: OpenRequests },
): Promise<(Asked | null)[]> {
  const openId = ({ sides: [[from], [to]] }: PlannedBooking) => open.get(pairKey(from.participantId, to.participantId));
  const known = await requestsByIds(
    em,
    planned.flatMap((one) => openId(one) ?? []),
  );
  const standing = new Map(known.filter(({ turn }) => turn !== null).map((request) => [request.id, request]));
  const answered = planned.map((one) => standing.get(openId(one) ?? '') ?? null);
  const sent = await send(
    em,
    eventId,
    planned.flatMap((booking, place) => (answered[place] ? [] : [{ booking, place }])),
    at,
  );
  return planned.map(({ slot }, place) => {
    const request = answered[place];
    if (!request) return sent.get(place) ?? null;
    const proposed = proposalOf(slot);
    // The plan answers, not the deadline. Its time is the meeting's; what the two proposed stays as it was.
    return { request: { ...request, answerBy: slot.startsAt, slots: [...request.slots, proposed] }, by: request.turn! };
  });
}

interface Placed {
  booking: PlannedBooking;
  place: number;
}

/** New requests with their slots and first moves, in one statement. @returns by place; one is missing while another is open */
async function send(
  em: EntityManager,
  eventId: string,
  fresh: readonly Placed[],
  at: Date,
): Promise<Map<number, Asked>> {
  if (fresh.length === 0) return new Map();
  const rows = (await em.query(
    `WITH given AS MATERIALIZED (
       SELECT uuidv7() AS id, one.* FROM jsonb_to_recordset($2) AS one (place integer, "from" uuid, "fromUser" uuid, "to" uuid,
         "toUser" uuid, "slotId" uuid, reason text, arranged text, "opportunityIds" uuid[], language text, "answerBy" timestamptz)
     ), sent AS (
       INSERT INTO meeting_request (id, event_id, from_participant_id, to_participant_id, from_user_id, to_user_id, state, turn, version,
                                    reason, arranged, opportunity_ids, language, sent_at, answer_by)
       SELECT id, $1, "from", "to", "fromUser", "toUser", 'requested', 'from', 0, reason, arranged, "opportunityIds", language, $3, "answerBy"
       FROM given ORDER BY place
       ON CONFLICT (event_id, least(from_participant_id, to_participant_id), greatest(from_participant_id, to_participant_id))
         WHERE turn IS NOT NULL DO NOTHING
       RETURNING id
     ), proposed AS (
       INSERT INTO meeting_request_slot (request_id, slot_id, place) SELECT id, "slotId", 1 FROM given JOIN sent USING (id)
     )
     SELECT id, place FROM given JOIN sent USING (id)`,
    [
      eventId,
      JSON.stringify(
        fresh.map(({ place, booking: { sides, slot, reason, opportunityIds, language } }) => ({
          place,
          from: sides[0][0].participantId,
          fromUser: sides[0][0].userId,
          to: sides[1][0].participantId,
          toUser: sides[1][0].userId,
          slotId: slot.id,
          ...reasonOf(reason),
          opportunityIds,
          language,
          answerBy: slot.startsAt,
        })),
      ),
      at,
    ],
  )) as { id: string; place: number }[];
  const ids = new Map(rows.map(({ id, place }) => [place, id]));
  return new Map(
    fresh.flatMap(({ booking, place }) => {
      const id = ids.get(place);
      return id === undefined ? [] : [[place, { request: newRow(id, eventId, booking, at), by: 'from' as const }]];
    }),
  );
}

const reasonOf = (reason: string | null) => ({
  reason: reason ?? '',
  arranged: reason === null ? ('plan' as const) : null,
});

const proposalOf = ({ id: slotId, startsAt, endsAt }: PlannedBooking['slot']) => ({
  slotId,
  startsAt,
  endsAt,
  open: true,
});

function newRow(
  id: string,
  eventId: string,
  { slot, sides: [[from], [to]], reason, language, opportunityIds }: PlannedBooking,
  at: Date,
): RequestRow {
  const slots = [proposalOf(slot)];
  return {
    ...newRequest(slots, { at, answerBy: slot.startsAt }),
    turn: 'from',
    // The plan's move is its first.
    version: 0,
    id,
    eventId,
    fromParticipantId: from.participantId,
    fromUserId: from.userId,
    toParticipantId: to.participantId,
    toUserId: to.userId,
    ...reasonOf(reason),
    language,
    interpretation: null,
    opportunityIds,
    sentAt: at,
    slots,
    history: [],
    meetingId: null,
    movesFrom: null,
  };
}
