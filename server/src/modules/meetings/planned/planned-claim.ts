import type { LanguagePair } from '@musubi/contracts';
import type { Tx } from '../../../platform/index.js';
import { newMeeting } from '../booked/seats/booking.js';
import type { MeetingRow, SideRow } from '../booked/views/meeting-rows.js';
import { acceptRequest } from '../requests/meeting-request.rules.js';
import type { PlannedBooking } from './planned-booking.js';
import type { Asked } from './planned-requests.js';

/** A planned meeting and the request that it comes of. */
export interface ToClaim extends Asked {
  planned: PlannedBooking;
}

interface Claimed {
  id: string;
  requestId: string;
  languages: LanguagePair | null;
}

/**
 * Accepts the requests and claims the seats of everybody who comes, in one statement for any number: the same rows and the same
 * constraints as of any other booking. The queues of their people are held already.
 * @returns in the given order
 * @throws a violated constraint where `isSlotTaken`: then none of them is booked
 */
export async function claimTogether(tx: Tx, all: readonly ToClaim[]): Promise<(MeetingRow | null)[]> {
  const given = all.map(({ request, by, planned: { slot, sides } }, place) => {
    const next = acceptRequest(request, { slotId: slot.id, by, at: tx.now });
    const seats = seatsOf(request.fromParticipantId, sides).map(({ userId, participantId, side }) => ({
      userId,
      participantId,
      side,
    }));
    return {
      place,
      id: request.id,
      version: request.version,
      state: next.state,
      next: next.version,
      slotId: slot.id,
      seats,
    };
  });
  const rows = (await tx.em.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1) AS one (place integer, id uuid, version integer, state text, next integer, "slotId" uuid, seats jsonb)
     ), accepted AS (
       UPDATE meeting_request request SET state = given.state, turn = NULL, version = given.next
       FROM given WHERE request.id = given.id AND request.version = given.version RETURNING request.id, request.event_id
     ), told AS (
       INSERT INTO meeting_request_move (request_id, version, by, did, at)
       SELECT id, next, 'organisers', state, $2::timestamptz FROM given JOIN accepted USING (id)
     ), booked AS (
       INSERT INTO meeting (event_id, request_id, slot_id, booked_at)
       SELECT event_id, id, "slotId", $2 FROM given JOIN accepted USING (id) ORDER BY place RETURNING id, request_id
     ), seated AS (
       INSERT INTO meeting_seat (meeting_id, occupant_id, kind, participant_id, side, part, slot_id, during)
       SELECT booked.id, seat."userId", 'user', seat."participantId", seat.side, 'required', slot.id, slot.during
       FROM booked JOIN given ON given.id = booked.request_id JOIN meeting_slot slot ON slot.id = given."slotId"
       CROSS JOIN LATERAL jsonb_to_recordset(given.seats) AS seat ("userId" uuid, "participantId" uuid, side smallint)
       ORDER BY seat."userId", slot.id
     )
     SELECT booked.id, request_id AS "requestId", languages FROM booked LEFT JOIN meeting_interpretation USING (request_id)`,
    [JSON.stringify(given), tx.now],
  )) as Claimed[];
  const claimed = new Map(rows.map((row) => [row.requestId, row]));
  return all.map(({ request, planned: { slot, sides } }) => {
    const row = claimed.get(request.id);
    if (!row) return null;
    return {
      ...newMeeting(row.id, request, { slotId: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt }, tx.now),
      interpretation: row.languages && { languages: row.languages, interpreter: null },
      sides: seatsOf(request.fromParticipantId, sides),
    };
  });
}

/** Whoever asked is of the first side; whoever stands for a side comes first in it, as meetings are read. */
function seatsOf(from: string, [one, other]: PlannedBooking['sides']): SideRow[] {
  const sides = other.some(({ participantId }) => participantId === from) ? [other, one] : [one, other];
  return sides.flatMap(([first, ...company], side) =>
    [first, ...company.toSorted((a, b) => (a.participantId < b.participantId ? -1 : 1))].map(
      ({ userId, participantId }): SideRow => ({
        userId,
        participantId,
        side,
        part: 'required',
        outcomeAt: null,
        attendedSeconds: null,
      }),
    ),
  );
}
