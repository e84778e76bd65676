import type { LanguagePair } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';

/** A request that was still open when its phase ended, and was given to whoever makes the organisers' plan. */
export interface PlanWish {
  requestId: string;
  from: string;
  to: string;
  reason: string;
  language: string;
  opportunityIds: string[];
  interpretation: LanguagePair | null;
}

/** Of an event, the oldest first. */
export async function planWishesOf(em: EntityManager, eventId: string): Promise<PlanWish[]> {
  return em.query(
    `SELECT request.id AS "requestId", request.from_participant_id AS "from", request.to_participant_id AS "to", request.reason,
            request.language, request.opportunity_ids AS "opportunityIds", wanted.languages AS interpretation
     FROM meeting_plan_wish wish JOIN meeting_request request ON request.id = wish.request_id
     LEFT JOIN meeting_interpretation wanted ON wanted.request_id = request.id
     WHERE request.event_id = $1 ORDER BY wish.offered_at, request.id`,
    [eventId],
  );
}
