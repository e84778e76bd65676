/** Its version rises without a move when a guest answers, and when it passes to a colleague of whoever leaves. */
const peopleChange = `(
  EXISTS (SELECT FROM meeting_guest guest WHERE guest.request_id = request.id) OR
  EXISTS (SELECT FROM registration JOIN delegation
     ON delegation.event_id = registration.event_id AND delegation.organisation_id = registration.organisation_id
   WHERE registration.id IN (request.from_participant_id, request.to_participant_id) AND delegation.mode <> 'own'))`;

/**
 * What must hold of meetings, seats, agendas and requests whatever was tried: one row of PostgreSQL, per rule how often it does not hold.
 * All zero. O(n log n) for n seats.
 */
export const bookingInvariants = `
  SELECT
    (SELECT count(*)::int FROM meeting_seat one JOIN meeting_seat other
       ON one.occupant_id = other.occupant_id AND one.meeting_id < other.meeting_id AND one.during && other.during
     WHERE one.live AND other.live) AS "occupants in two places",
    (SELECT count(*)::int FROM meeting WHERE state = 'cancelled' AND EXISTS (
       SELECT FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.live)) AS "cancelled meetings with live seats",
    (SELECT count(*)::int FROM meeting WHERE state <> 'cancelled' AND (
       SELECT count(DISTINCT side) FROM (
         SELECT side FROM meeting_seat seat WHERE seat.meeting_id = meeting.id AND seat.live AND seat.kind = 'user'
         UNION ALL SELECT side FROM meeting_vacancy vacancy WHERE vacancy.meeting_id = meeting.id) AS place) < 2)
      AS "standing meetings without two sides",
    (SELECT count(*)::int FROM meeting_seat seat JOIN meeting ON meeting.id = seat.meeting_id
     WHERE seat.live AND seat.slot_id <> meeting.slot_id) AS "seats at another time than their meeting",
    (SELECT count(*)::int FROM meeting WHERE (state <> 'cancelled') <> EXISTS (
       SELECT FROM commitment WHERE commitment.kind = 'meeting' AND commitment.source_id = meeting.id))
      AS "agendas that say otherwise",
    (SELECT count(*)::int FROM commitment JOIN meeting ON meeting.id = commitment.source_id
       JOIN meeting_slot slot ON slot.id = meeting.slot_id
     WHERE commitment.kind = 'meeting' AND lower(commitment.during) <> slot.starts_at) AS "agendas at another time",
    (SELECT count(*)::int FROM meeting_request request WHERE (request.turn IS NULL) = (request.state IN ('requested', 'countered')))
      AS "requests whose turn and state disagree",
    (SELECT count(*)::int FROM meeting_request request JOIN meeting_reschedule ON request_id = request.id
       JOIN meeting ON meeting.id = meeting_id WHERE request.turn IS NOT NULL AND meeting.state = 'cancelled')
      AS "open moves of cancelled meetings",
    (SELECT count(*)::int FROM meeting_request request WHERE request.state = 'accepted'
       AND NOT EXISTS (SELECT FROM meeting WHERE meeting.request_id = request.id)
       AND NOT EXISTS (SELECT FROM meeting_reschedule WHERE meeting_reschedule.request_id = request.id))
      AS "accepted requests without a meeting",
    (SELECT count(*)::int FROM (SELECT request_id, count(*) AS moves, max(version) AS last FROM meeting_request_move GROUP BY 1) AS told
       JOIN meeting_request request ON request.id = told.request_id
     WHERE told.last > request.version OR (told.moves <> told.last OR told.last <> request.version) AND NOT ${peopleChange})
      AS "histories with gaps",
    (SELECT count(*)::int FROM meeting_request request WHERE request.state <> (
       SELECT did FROM meeting_request_move WHERE request_id = request.id ORDER BY version DESC LIMIT 1))
      AS "histories that end elsewhere"`;

/** The rules that do not hold, with how often; from the row that {@link bookingInvariants} gives. */
export function brokenIn(row: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).filter(([, count]) => count > 0));
}
