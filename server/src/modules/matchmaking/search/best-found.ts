import type { EntityManager } from 'typeorm';
import { findableBy } from '../../registration/index.js';

export interface BestFound {
  participantIds: string[];
  organisationIds: string[];
}

/**
 * The few people of an event whom this person may find, and their organisations, that fit these words best: every word must be somewhere,
 * a word's beginning counts more than its middle, and spaces may be missing. The texts were folded when they were written; only ids leave the database.
 * O(n) for n people who can be found.
 * @param words letters and figures alone
 */
export async function bestFound(
  em: EntityManager,
  { eventId, userId, words, most }: { eventId: string; userId: string; words: readonly string[]; most: number },
): Promise<BestFound> {
  const [row] = (await em.query(
    `WITH word AS (
       SELECT '%' || fold(word) || '%' AS anywhere, '% ' || fold(word) || '%' AS beginning FROM unnest($3::text[]) AS word
     ), findable AS MATERIALIZED (
       SELECT registration.id, organisation_id, person.search_text || ' ' || registration.search_text AS own
       FROM registration JOIN app_user person ON person.id = registration.user_id
       WHERE registration.event_id = $1 AND ${findableBy('$2')}
     ), office AS MATERIALIZED (
       SELECT id, search_text FROM organisation WHERE id IN (SELECT organisation_id FROM findable)
     )
     SELECT
       ${best(`SELECT findable.id, own || ' ' || search_text AS text FROM findable JOIN office ON office.id = organisation_id`)} AS "participantIds",
       ${best(`SELECT id, search_text AS text FROM office`)} AS "organisationIds"`,
    [eventId, userId, words, most],
  )) as [BestFound];
  return row;
}

/** Signs in and between the words of a name, which nobody needs to type: folding a text leaves them. */
const signs = `-/.,:()&''・`;

/**
 * Most rows are passed over by one comparison; only what is left is looked at closely.
 * @param texts SQL of the rows to look through: `id` and `text`
 */
function best(texts: string): string {
  return `ARRAY(
         SELECT id
         FROM (${texts}) AS texts, LATERAL (
           SELECT sum(CASE WHEN spaced LIKE beginning THEN 2 ELSE 1 END) AS fit
           FROM word, translate(' ' || text, '${signs}', repeat(' ', length('${signs}'))) AS spaced) AS fitting
         WHERE text || ' ' || translate(text, ' ${signs}', '') LIKE ALL (ARRAY(SELECT anywhere FROM word))
         ORDER BY fit DESC, id LIMIT $4)`;
}
