import type { PublishConflictKind } from '@musubi/contracts';
import type { Plan, PlannedMeeting } from '@musubi/scheduling';
import type { EntityManager } from 'typeorm';

/** A meeting of a stored plan. */
export interface PlannedRow {
  id: string;
  wishId: string;
  slotId: string;
  /** In the order of the sides. */
  people: string[];
  interpreterId: string | null;
  locked: boolean;
  byHand: boolean;
  meetingId: string | null;
  conflict: PublishConflictKind | null;
}

/** By start, then by wish. */
export async function plannedOf(em: EntityManager, runId: string): Promise<PlannedRow[]> {
  return em.query(
    `SELECT planned.id, wish_id AS "wishId", planned.slot_id AS "slotId", locked, by_hand AS "byHand", meeting_id AS "meetingId", conflict,
            coalesce(seated.people, '{}') AS people, seated.interpreter AS "interpreterId"
     FROM planned_meeting planned JOIN meeting_slot slot ON slot.id = planned.slot_id
     LEFT JOIN (
       SELECT planned_id, array_agg(occupant_id ORDER BY place) FILTER (WHERE place IS NOT NULL) AS people,
              (array_agg(occupant_id) FILTER (WHERE place IS NULL))[1] AS interpreter
       FROM planned_seat WHERE run_id = $1 GROUP BY planned_id
     ) seated ON seated.planned_id = planned.id
     WHERE planned.run_id = $1 ORDER BY slot.starts_at, wish_id`,
    [runId],
  );
}

export interface PlanToKeep {
  runId: string;
  plan: Plan;
  /** Which slots its positions stand for. */
  slotIds: readonly string[];
  /** Wishes that are meetings which stand: their ids are those of the meetings. */
  standing: ReadonlySet<string>;
  /** Wishes that an organiser has locked before. */
  locked: ReadonlySet<string>;
}

/** Writes a plan; nobody is in two of its meetings at once, by constraint. Two statements for any number. */
export async function keepPlan(
  em: EntityManager,
  { runId, plan, slotIds, standing, locked }: PlanToKeep,
): Promise<void> {
  const rows = plan.meetings.map(({ wishId, slot, people, interpreterId }) => ({
    wishId,
    slotId: slotIds[slot],
    people,
    interpreterId,
    locked: locked.has(wishId),
    meetingId: standing.has(wishId) ? wishId : null,
  }));
  await em.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($2) AS given ("wishId" uuid, "slotId" uuid, people uuid[], "interpreterId" uuid, locked boolean, "meetingId" uuid)
     ), planned AS (
       INSERT INTO planned_meeting (run_id, wish_id, slot_id, locked, by_hand, meeting_id)
       SELECT $1, "wishId", "slotId", locked, false, meeting.id FROM given LEFT JOIN meeting ON meeting.id = given."meetingId"
       RETURNING id, wish_id, slot_id
     )
     INSERT INTO planned_seat (planned_id, occupant_id, run_id, slot_id, place)
     SELECT planned.id, seat.id, $1, planned.slot_id, seat.place
     FROM planned JOIN given ON given."wishId" = planned.wish_id CROSS JOIN LATERAL (
       SELECT id, (place - 1)::smallint AS place FROM unnest(given.people) WITH ORDINALITY AS person (id, place)
       UNION ALL SELECT given."interpreterId", NULL WHERE given."interpreterId" IS NOT NULL
     ) AS seat`,
    [runId, JSON.stringify(rows)],
  );
}

/** A stored plan as the scheduler knows it. */
export function planFrom(rows: readonly PlannedRow[], position: ReadonlyMap<string, number>): Plan {
  const meetings = rows.flatMap(({ wishId, slotId, people, interpreterId }): PlannedMeeting[] => {
    const slot = position.get(slotId);
    return slot === undefined ? [] : [{ wishId, slot, people, interpreterId }];
  });
  return { meetings: meetings.sort((a, b) => a.slot - b.slot || (a.wishId < b.wishId ? -1 : 1)) };
}
