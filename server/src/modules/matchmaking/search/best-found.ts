import type { EntityManager } from 'typeorm';
import { findableBy } from '../../registration/index.js';
import type { WordAsked } from './search-words.js';

export interface BestFound {
  participantIds: string[];
  organisationIds: string[];
}

/**
 * The few people of an event whom this person may find, and their organisations, that fit these words best: every word must be somewhere,
 * a word's beginning counts more than its middle, and spaces may be missing; what a word was taken to mean must be a word of its own.
 * The texts were folded when they were written; only ids leave the database. O(n) for n people who can be found.
 */
export async function bestFound(
  em: EntityManager,
  { eventId, userId, words, most }: { eventId: string; userId: string; words: readonly WordAsked[]; most: number },
): Promise<BestFound> {
  const [row] = (await em.query(
    `WITH word AS MATERIALIZED (
       SELECT '%' || fold(word) || '%' AS anywhere, '% ' || fold(word) || '%' AS beginning,
         ARRAY(SELECT '% ' || spelt || ' %' FROM jsonb_array_elements_text(meant) AS spelt) AS meant
       FROM jsonb_to_recordset($3::jsonb) AS asked (word text, meant jsonb)
     ), pattern AS MATERIALIZED (
       SELECT anywhere AS pattern FROM word UNION SELECT unnest(meant) FROM word
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
    [eventId, userId, JSON.stringify(words), most],
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
         FROM (
             SELECT id, ' ' || translate(text, '${signs}', repeat(' ', length('${signs}'))) || ' ' AS spaced,
               translate(text, ' ${signs}', '') AS joined
             FROM (${texts}) AS texts) AS texts,
           LATERAL (
             SELECT sum(CASE WHEN spaced LIKE beginning THEN 2 ELSE 1 END) AS fit,
               bool_and(spaced LIKE anywhere OR joined LIKE anywhere OR spaced LIKE ANY (meant)) AS fits
             FROM word) AS fitting
         WHERE spaced || joined LIKE ANY (ARRAY(SELECT pattern FROM pattern)) AND fits
         ORDER BY fit DESC, id LIMIT $4)`;
}
