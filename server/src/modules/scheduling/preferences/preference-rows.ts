import type { MeetingPreference, PreferenceCounts } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';

export interface SaidRow {
  from: string;
  to: string;
  preference: Exclude<MeetingPreference, 'none'>;
  saidAt: Date;
}

const columns = `from_participant_id AS "from", to_participant_id AS "to", preference, said_at AS "saidAt"`;

/** What a participant said, by importance, then by when. */
export async function saidBy(em: EntityManager, participantId: string): Promise<SaidRow[]> {
  return em.query(
    `SELECT ${columns} FROM meeting_preference WHERE from_participant_id = $1
     ORDER BY array_position(ARRAY['must', 'meet', 'no_thanks'], preference), said_at, to_participant_id`,
    [participantId],
  );
}

/** All that was said in an event, in a fixed order: for whoever plans. */
export async function saidIn(em: EntityManager, eventId: string): Promise<SaidRow[]> {
  return em.query(
    `SELECT ${columns} FROM meeting_preference WHERE event_id = $1 ORDER BY from_participant_id, to_participant_id`,
    [eventId],
  );
}

/** Says it, or takes it back. @returns whether anything is different now */
export async function say(
  em: EntityManager,
  said: { eventId: string; from: string; to: string; preference: MeetingPreference; at: Date },
): Promise<boolean> {
  const { eventId, from, to, preference, at } = said;
  if (preference === 'none') {
    const [, removed] = (await em.query(
      'DELETE FROM meeting_preference WHERE from_participant_id = $1 AND to_participant_id = $2',
      [from, to],
    )) as [unknown, number];
    return removed > 0;
  }
  const rows = (await em.query(
    `INSERT INTO meeting_preference (from_participant_id, to_participant_id, event_id, preference, said_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT meeting_preference_pk DO UPDATE SET preference = excluded.preference, said_at = excluded.said_at
       WHERE meeting_preference.preference <> excluded.preference
     RETURNING preference`,
    [from, to, eventId, preference, at],
  )) as object[];
  return rows.length > 0;
}

/** Since when the newest plan that stands is published. */
export async function publishedSince(em: EntityManager, eventId: string): Promise<Date | null> {
  const [row] = (await em.query(
    `SELECT max(published_at) AS since FROM schedule_run
     WHERE event_id = $1 AND published_at IS NOT NULL AND rolled_back_at IS NULL`,
    [eventId],
  )) as { since: Date | null }[];
  return row?.since ?? null;
}

/** Numbers alone. */
export async function preferenceCounts(em: EntityManager, eventId: string): Promise<PreferenceCounts> {
  const [row] = (await em.query(
    `SELECT (SELECT count(*)::int FROM registration WHERE event_id = $1 AND state = 'complete') AS people,
            count(DISTINCT from_participant_id)::int AS answered,
            count(*) FILTER (WHERE preference = 'must')::int AS must,
            count(*) FILTER (WHERE preference = 'meet')::int AS meet,
            count(*) FILTER (WHERE preference = 'no_thanks')::int AS "noThanks",
            (SELECT count(*)::int FROM meeting_preference one JOIN meeting_preference other
               ON other.from_participant_id = one.to_participant_id AND other.to_participant_id = one.from_participant_id
             WHERE one.event_id = $1 AND one.from_participant_id < one.to_participant_id
               AND one.preference <> 'no_thanks' AND other.preference <> 'no_thanks') AS mutual,
            (SELECT count(*)::int FROM meeting_plan_wish wish JOIN meeting_request request ON request.id = wish.request_id
             WHERE request.event_id = $1) AS requests
     FROM meeting_preference WHERE event_id = $1`,
    [eventId],
  )) as PreferenceCounts[];
  return row!;
}
