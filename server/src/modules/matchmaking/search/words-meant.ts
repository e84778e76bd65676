import type { EntityManager } from 'typeorm';
import { askedWords, nearWords } from '../../../platform/index.js';
import { findableBy } from '../../registration/index.js';

/**
 * What words in Latin letters may stand for that nobody has as they were typed: words of the names and titles of whom this person may
 * find, of their organisations, and `others`; the most alike first. O(w) for w such words.
 * @param others further words, folded
 */
export async function wordsMeant(
  em: EntityManager,
  {
    eventId,
    userId,
    words,
    others,
  }: { eventId: string; userId: string; words: readonly string[]; others: readonly string[] },
): Promise<Map<string, string[]>> {
  const rows = (await em.query(
    `WITH ${askedWords('$3')}, ${nearWords(`
       SELECT unnest(person.search_words || registration.search_words || organisation.search_words) AS spelt
       FROM registration
       JOIN app_user person ON person.id = registration.user_id
       JOIN organisation ON organisation.id = registration.organisation_id
       WHERE registration.event_id = $1 AND ${findableBy('$2')}
       UNION ALL SELECT unnest($4::text[])`)}
     SELECT word, array_agg(spelt ORDER BY likeness DESC, spelt COLLATE "C") AS meant FROM near GROUP BY word`,
    [eventId, userId, words.join(' '), others],
  )) as { word: string; meant: string[] }[];
  return new Map(rows.map(({ word, meant }) => [word, meant]));
}
