/** SQL: whether one of these users speaks then, or has saved a session; what is proposed knows nothing of what came afterwards. */
export const elsewhere = (users: string, during: string): string => `EXISTS (
  SELECT FROM commitment WHERE commitment.user_id IN (${users}) AND commitment.kind <> 'meeting' AND commitment.during && ${during})`;

/**
 * SQL: whether a slot that a request proposes is still to be had by both: offered, a table free, nobody's seat, session or talk in the way,
 * and within what each takes on. Of a delegation that shares what comes in, whoever may come is looked at instead.
 * @param slot alias of `meeting_slot`
 * @param request alias of `meeting_request`
 * @param besides an expression for the meeting that the request wants to move, or `NULL`
 */
export const takesBoth = (slot: string, request: string, besides: string): string => `(
  ${slot}.retired_at IS NULL AND NOT meeting_slot_full(${slot}.id)
  AND CASE WHEN EXISTS (SELECT FROM delegation WHERE delegation.event_id = ${request}.event_id AND delegation.mode <> 'own')
    THEN meeting_side_open(${request}.from_participant_id, ${request}.from_user_id, ${slot}.during, ${besides})
     AND meeting_side_open(${request}.to_participant_id, ${request}.to_user_id, ${slot}.during, ${besides})
    ELSE NOT EXISTS (
      SELECT FROM meeting_seat seat
      WHERE seat.live AND seat.occupant_id IN (${request}.from_user_id, ${request}.to_user_id) AND seat.during && ${slot}.during)
     AND NOT ${elsewhere(`${request}.from_user_id, ${request}.to_user_id`, `${slot}.during`)}
     AND meeting_limit_against(${request}.from_participant_id, ${slot}.during, ${besides}) IS NULL
     AND meeting_limit_against(${request}.to_participant_id, ${slot}.during, ${besides}) IS NULL
  END)`;
