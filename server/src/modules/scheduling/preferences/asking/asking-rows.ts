import type { EntityManager } from 'typeorm';

export type AskingNews = 'asked' | 'reminded';

/** Who takes part and has said nothing: whoever left, or withdrew, is not among them. */
const silent = `
  FROM registration WHERE registration.event_id = $1 AND registration.state = 'complete'
    AND NOT EXISTS (SELECT FROM meeting_preference WHERE from_participant_id = registration.id)`;

/** Whoever was reminded need not be asked any more. */
const notAsked = `
  AND NOT EXISTS (SELECT FROM preference_asking asking WHERE asking.event_id = $1 AND asking.user_id = registration.user_id)`;

/** A day after the first letter at the earliest. */
const askedLongAgo = `
  AND NOT EXISTS (SELECT FROM preference_asking asking WHERE asking.event_id = $1 AND asking.user_id = registration.user_id
    AND asking.at > $3::timestamptz - interval '1 day')`;

/** Notes whom to write to. @returns the user ids of those to whom no such letter went before */
export async function noteAsked(em: EntityManager, eventId: string, news: AskingNews, at: Date): Promise<string[]> {
  // Whoever presses the button while the time opens, or at the reminder, waits for the other.
  await em.query(`SELECT pg_advisory_xact_lock(hashtextextended('asking for wishes ' || $1::uuid, 0))`, [eventId]);
  const rows = (await em.query(
    `INSERT INTO preference_asking (event_id, user_id, news, at)
     SELECT $1, registration.user_id, $2, $3 ${silent} ${news === 'asked' ? notAsked : askedLongAgo}
     ORDER BY registration.user_id
     ON CONFLICT ON CONSTRAINT preference_asking_pk DO NOTHING
     RETURNING user_id AS "userId"`,
    [eventId, news, at],
  )) as { userId: string }[];
  return rows.map(({ userId }) => userId).sort();
}

/** How many would be asked now, and how many got a letter. */
export async function askingCounts(em: EntityManager, eventId: string): Promise<{ toAsk: number; asked: number }> {
  const [row] = (await em.query(
    `SELECT (SELECT count(*)::int ${silent} ${notAsked}) AS "toAsk",
            (SELECT count(DISTINCT user_id)::int FROM preference_asking WHERE event_id = $1) AS asked`,
    [eventId],
  )) as { toAsk: number; asked: number }[];
  return row!;
}

/** Whether somebody still takes part and has said nothing. */
export async function isSilent(em: EntityManager, eventId: string, userId: string): Promise<boolean> {
  const rows = (await em.query(`SELECT 1 ${silent} AND registration.user_id = $2`, [eventId, userId])) as object[];
  return rows.length > 0;
}

/** Events whose organisers set an opening that has come, or whose deadline is near. */
export async function mayAsk(
  em: EntityManager,
  now: Date,
): Promise<{ eventId: string; opened: boolean; endsSoon: boolean }[]> {
  return em.query(
    `SELECT event_id AS "eventId", coalesce(opens_at <= $1, false) AS opened,
            coalesce(preferences_until <= $1::timestamptz + interval '2 days', false) AS "endsSoon"
     FROM schedule_settings JOIN event ON event.id = event_id
     WHERE event.state = 'published' AND event.matchmaking AND event.ends_at > $1
       AND (opens_at IS NULL OR opens_at <= $1) AND (preferences_until IS NULL OR preferences_until > $1)
       AND (opens_at IS NOT NULL OR preferences_until <= $1::timestamptz + interval '2 days')
     ORDER BY event_id`,
    [now],
  );
}
