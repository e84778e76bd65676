import type { EntityManager } from 'typeorm';

/** Whether one of two participants is not interested in the other. */
export type NotInterested = (one: string, other: string) => boolean;

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/**
 * Whoever took somebody off their suggestions does not meet them by a plan or in a time that came free either; unless they said since
 * that they want to, or asked for it. Nobody learns who of the two it is.
 */
export async function notInterested(em: EntityManager, eventId: string): Promise<NotInterested> {
  const rows = (await em.query(
    `SELECT participant_id AS one, dismissed_id AS other
     FROM recommendation_dismissal dismissal JOIN registration ON registration.id = participant_id
     WHERE event_id = $1 AND NOT EXISTS (
       SELECT FROM meeting_preference said WHERE from_participant_id = participant_id AND to_participant_id = dismissed_id
         AND preference <> 'no_thanks' AND said_at >= dismissal.at
     ) AND NOT EXISTS (
       SELECT FROM meeting_request request WHERE from_participant_id = participant_id AND to_participant_id = dismissed_id
         AND sent_at >= dismissal.at
     )`,
    [eventId],
  )) as { one: string; other: string }[];
  const pairs = new Set(rows.map(({ one, other }) => pairKey(one, other)));
  return (one, other) => pairs.has(pairKey(one, other));
}
