import type { EntityManager } from 'typeorm';
import type { BlockedPairs } from '../../registration/index.js';
import { metStates } from '../event/met.js';

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Between whom a block or a no stands now, or who have or had a meeting, by participants. */
export async function apartNow(
  em: EntityManager,
  eventId: string,
  { blocked, userOf }: { blocked: BlockedPairs; userOf: (participantId: string) => string },
): Promise<(one: string, other: string) => boolean> {
  const pairs = (await em.query(
    `SELECT from_participant_id AS one, to_participant_id AS other FROM meeting_preference
     WHERE event_id = $1 AND preference = 'no_thanks'
     UNION SELECT one.participant_id, other.participant_id
     FROM meeting JOIN meeting_seat one ON one.meeting_id = meeting.id
     JOIN meeting_seat other ON other.meeting_id = meeting.id AND other.side > one.side
     WHERE meeting.event_id = $1 AND meeting.state = ANY ($2) AND one.participant_id IS NOT NULL AND other.participant_id IS NOT NULL`,
    [eventId, metStates],
  )) as { one: string; other: string }[];
  const known = new Set(pairs.map(({ one, other }) => pairKey(one, other)));
  return (one, other) => known.has(pairKey(one, other)) || blocked.has(userOf(one), userOf(other));
}
