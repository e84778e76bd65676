import type { EntityManager } from 'typeorm';

/** Slots of an event that people have proposed in requests which are not answered yet, by participant. Advisory, never a claim. */
export async function promisedSlotsOf(em: EntityManager, eventId: string): Promise<Map<string, string[]>> {
  const rows = (await em.query(
    `SELECT CASE WHEN turn = 'to' THEN from_participant_id ELSE to_participant_id END AS "participantId",
            array_agg(DISTINCT proposed.slot_id) AS "slotIds"
     FROM meeting_request request JOIN meeting_request_slot proposed ON proposed.request_id = request.id
     WHERE request.event_id = $1 AND turn IS NOT NULL GROUP BY 1`,
    [eventId],
  )) as { participantId: string; slotIds: string[] }[];
  return new Map(rows.map(({ participantId, slotIds }) => [participantId, slotIds]));
}
