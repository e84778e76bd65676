import type { EntityManager } from 'typeorm';
import type { BlockedPairs } from '../../../registration/index.js';
import { metStates } from '../../event/wishes/met.js';
import { notInterested } from '../../event/wishes/not-interested.js';

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** They meet or have met already; or one of them wants no meeting. */
export type Apart = 'met' | 'not_wanted';

interface ApartSources {
  blocked: BlockedPairs;
  userOf: (participantId: string) => string;
  /** Whom it is asked of. */
  among: readonly string[];
}

/** Between whom a block, a no or a lack of interest stands now, or who have or had a meeting, by participants. */
export async function apartNow(
  em: EntityManager,
  eventId: string,
  { blocked, userOf, among }: ApartSources,
): Promise<(one: string, other: string) => Apart | null> {
  const pairs = (await em.query(
    `SELECT from_participant_id AS one, to_participant_id AS other, 'not_wanted' AS apart FROM meeting_preference
     WHERE event_id = $1 AND preference = 'no_thanks' AND from_participant_id = ANY ($3) AND to_participant_id = ANY ($3)
     UNION ALL SELECT one.participant_id, other.participant_id, 'met'
     FROM meeting JOIN meeting_seat one ON one.meeting_id = meeting.id
     JOIN meeting_seat other ON other.meeting_id = meeting.id AND other.side > one.side
     WHERE meeting.event_id = $1 AND meeting.state = ANY ($2) AND one.participant_id = ANY ($3) AND other.participant_id = ANY ($3)`,
    [eventId, metStates, among],
  )) as { one: string; other: string; apart: Apart }[];
  const known = new Map(pairs.map(({ one, other, apart }) => [pairKey(one, other), apart]));
  const uninterested = await notInterested(em, eventId);
  // A block looks like a no: nobody learns of it.
  const unwanted = (one: string, other: string): boolean =>
    blocked.has(userOf(one), userOf(other)) || uninterested(one, other);
  return (one, other) => known.get(pairKey(one, other)) ?? (unwanted(one, other) ? 'not_wanted' : null);
}
