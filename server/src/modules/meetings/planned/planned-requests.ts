import type { EntityManager } from 'typeorm';
import { keepContact } from '../requests/contact.js';
import { newRequest, type RequestSide } from '../requests/meeting-request.rules.js';
import { insertRequest, requestById, type RequestRow } from '../requests/request-rows.js';
import type { PlannedBooking, Principal } from './planned-booking.js';

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Open requests between people of a plan, held until the transaction ends; by their two participants. */
export type OpenRequests = ReadonlyMap<string, string>;

/**
 * Takes everything that bookings of these pairs will need, in the order in which every booking takes it: contact, requests,
 * then the queues of the seats, each sorted. So no two wait for each other in a circle, and nobody books these people meanwhile.
 */
export async function holdPairs(
  em: EntityManager,
  eventId: string,
  pairs: readonly (readonly [string, string])[],
  userIds: readonly string[],
): Promise<OpenRequests> {
  await keepContact(em, userIds);
  const held = (await em.query(
    `SELECT request.id, request.from_participant_id AS "from", request.to_participant_id AS "to"
     FROM meeting_request request
     WHERE request.event_id = $1 AND request.turn IS NOT NULL
       AND (least(request.from_participant_id, request.to_participant_id), greatest(request.from_participant_id, request.to_participant_id))
         IN (SELECT least(a, b), greatest(a, b) FROM unnest($2::uuid[], $3::uuid[]) AS pair (a, b))
       AND NOT EXISTS (SELECT FROM meeting_reschedule WHERE request_id = request.id)
     ORDER BY request.id FOR NO KEY UPDATE`,
    [eventId, pairs.map(([one]) => one), pairs.map(([, other]) => other)],
  )) as { id: string; from: string; to: string }[];
  await em.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('seats of ' || id, 0)) FROM (SELECT unnest($1::uuid[]) AS id ORDER BY id) AS person`,
    [userIds],
  );
  return new Map(held.map(({ id, from, to }) => [pairKey(from, to), id]));
}

/**
 * The request that a planned meeting comes of: the one that is open between the two, with the time of the plan, or a new one.
 * @returns it as it is to be accepted, and by whom; null where another one has come in between
 */
export async function requestFor(
  em: EntityManager,
  eventId: string,
  { slot, sides: [[from], [to]], ...about }: PlannedBooking,
  { at, open }: { at: Date; open: OpenRequests },
): Promise<{ request: RequestRow; by: RequestSide } | null> {
  const openId = open.get(pairKey(from.participantId, to.participantId));
  const standing = openId === undefined ? null : await requestById(em, openId);
  const proposed = { slotId: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt, open: true };
  if (standing?.turn) {
    await em.query(
      `INSERT INTO meeting_request_slot (request_id, slot_id, place)
       SELECT $1, $2, coalesce(max(place), 0) + 1 FROM meeting_request_slot WHERE request_id = $1
       ON CONFLICT ON CONSTRAINT meeting_request_slot_pk DO NOTHING`,
      [standing.id, slot.id],
    );
    // The plan answers, not the deadline.
    const request = { ...standing, answerBy: slot.startsAt, slots: [...standing.slots, proposed] };
    return { request, by: standing.turn };
  }
  const request = { ...newRequest([proposed], { at, answerBy: slot.startsAt }), turn: 'from' as const };
  const id = await insertRequest(em, at, { eventId, from, to, ...about, request });
  if (id === null) return null;
  return {
    request: { ...newRow(id, eventId, from, to), ...about, ...request, sentAt: at, slots: [proposed] },
    by: 'from',
  };
}

const newRow = (id: string, eventId: string, from: Principal, to: Principal) => ({
  id,
  eventId,
  fromParticipantId: from.participantId,
  fromUserId: from.userId,
  toParticipantId: to.participantId,
  toUserId: to.userId,
  history: [],
  meetingId: null,
  movesFrom: null,
});
