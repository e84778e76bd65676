import type { PlannedMeeting } from '@musubi/scheduling';
import type { EntityManager } from 'typeorm';

/** Puts meetings of a plan where they are now; their seats are taken anew, so that two may change places. */
export async function placeAnew(
  em: EntityManager,
  runId: string,
  meetings: readonly PlannedMeeting[],
  slotIds: readonly string[],
): Promise<void> {
  const given = meetings.map(({ slot, ...one }) => ({ ...one, slotId: slotIds[slot] }));
  const rows = JSON.stringify(given);
  await em.query(
    `DELETE FROM planned_seat USING planned_meeting planned
     WHERE planned.id = planned_id AND planned.run_id = $1 AND planned.wish_id = ANY ($2)`,
    [runId, given.map(({ wishId }) => wishId)],
  );
  await em.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($2) AS given ("wishId" uuid, "slotId" uuid, people uuid[], "interpreterId" uuid)
     ), planned AS (
       INSERT INTO planned_meeting (run_id, wish_id, slot_id, locked, by_hand)
       SELECT $1, "wishId", "slotId", false, true FROM given
       ON CONFLICT ON CONSTRAINT planned_meeting_once DO UPDATE SET slot_id = excluded.slot_id, by_hand = true, conflict = NULL
       RETURNING id, wish_id, slot_id
     )
     INSERT INTO planned_seat (planned_id, occupant_id, run_id, slot_id, place)
     SELECT planned.id, seat.id, $1, planned.slot_id, seat.place
     FROM planned JOIN given ON given."wishId" = planned.wish_id CROSS JOIN LATERAL (
       SELECT id, (place - 1)::smallint AS place FROM unnest(given.people) WITH ORDINALITY AS person (id, place)
       UNION ALL SELECT given."interpreterId", NULL WHERE given."interpreterId" IS NOT NULL
     ) AS seat`,
    [runId, rows],
  );
}

/**
 * The next version of the plan, with what it is worth now.
 * @returns the version of the plan after the change, or null where somebody else was faster
 */
export async function raisePlan(
  em: EntityManager,
  runId: string,
  { version, objective, gap }: { version: number; objective: number; gap: number | null },
): Promise<number | null> {
  const [rows] = (await em.query(
    `UPDATE schedule_run SET plan_version = plan_version + 1, progress = progress || $3::jsonb WHERE id = $1 AND plan_version = $2
     RETURNING plan_version AS version`,
    [runId, version, JSON.stringify({ objective, gap, proved: gap === 0 })],
  )) as [{ version: number }[], number];
  return rows[0]?.version ?? null;
}
