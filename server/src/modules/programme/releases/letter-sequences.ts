import type { EntityManager } from 'typeorm';

/**
 * What an account's calendar is sent next of its sessions: how often the programme was released and the account was linked
 * or unlinked in the event. Each of them raises it, so that what was taken back can be sent once more and counts. To be
 * asked with the programme locked, after what is told of. One query.
 */
export async function letterSequences(
  em: EntityManager,
  eventId: string,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = (await em.query(
    `SELECT account.id AS "userId",
       ((SELECT coalesce(max(number), 0) FROM programme_release WHERE event_id = $1)
        + (SELECT count(*) FROM speaker_link link JOIN speaker ON speaker.id = link.speaker_id
           WHERE speaker.event_id = $1 AND link.user_id = account.id))::int AS sequence
     FROM unnest($2::uuid[]) AS account (id)`,
    [eventId, [...userIds]],
  )) as { userId: string; sequence: number }[];
  return new Map(rows.map(({ userId, sequence }) => [userId, sequence]));
}
