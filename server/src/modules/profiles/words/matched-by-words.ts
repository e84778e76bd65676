import { topics } from '@musubi/reference';
import { askedWords, nearWords } from '../../../platform/index.js';

/** Of a row of `opportunity`: anybody who may read its organisation's profile may read it. */
export const isOpen = `opportunity.state = 'published' AND opportunity.expires_at > (SELECT domain_now())`;

/** What topics are called in both languages, as {@link wordsAsked} wants them: they are found by their names, too. */
export const topicLabels = JSON.stringify(topics.map(({ code, en, ja }) => ({ code, label: `${en} ${ja}` })));

/** SQL of the CTEs that {@link matchedByWords} begins with. `topic` gives texts of opportunities their labels. */
export function wordsAsked({ words, labels }: { words: string; labels: string }): string {
  return `${askedWords(words)}, topic AS MATERIALIZED (
      SELECT code, fold(label) AS label, latin_words(fold(label)) AS words FROM jsonb_to_recordset(${labels}::jsonb) AS given (code text, label text)
    )`;
}

/** What an organisation offers and seeks, for its row's `text`: an aggregate over rows of `opportunity` with their `topic`. */
export const saidOf = `string_agg(concat_ws(' ', opportunity.search_text, topic.label), ' ') AS said`;

/** Of rows that may be found, and of what their organisations offer and seek. */
const vocabulary = `SELECT unnest(names || others) AS spelt FROM looked
      UNION ALL SELECT unnest(words) FROM topic
      UNION ALL SELECT unnest(search_words) FROM opportunity
        WHERE ${isOpen} AND organisation_id IN (SELECT organisation_id FROM looked)`;

/**
 * SQL of CTEs from rows `seen` to those `matched`, which have all the words, with a `rank` to sort by: who bears the name comes first.
 * Only where no row has them, words in Latin letters are taken for misspelt ones: that takes longer, and would bury who was meant.
 * `seen` has `organisation_id`; folded, `text` (all of it), `names_text` and `name_text` (what comes first); and as lists of Latin words
 * `names` and `others`.
 */
export const matchedByWords = `looked AS MATERIALIZED (
      SELECT *, text LIKE ALL ((SELECT patterns FROM asked)::text[]) AS hit FROM seen
    ), anybody AS MATERIALIZED (
      SELECT EXISTS (SELECT FROM looked WHERE hit) AS hit
    ), ${nearWords(vocabulary)}, spelt AS MATERIALIZED (
      SELECT word, array_agg(spelt) AS spelt FROM near GROUP BY word
    ), meant AS MATERIALIZED (
      SELECT organisation_id, word FROM opportunity JOIN spelt ON search_words && spelt WHERE ${isOpen}
      UNION SELECT organisation_id, word FROM spelt JOIN topic ON words && spelt JOIN opportunity ON topic = code WHERE ${isOpen}
    ), matched AS (
      SELECT *, CASE
        WHEN hit THEN CASE WHEN name_text LIKE ALL ((SELECT patterns FROM asked)::text[]) THEN '0 ' ELSE '1 ' END
        ELSE to_char(1000 * (1 - (
          SELECT avg(CASE WHEN names_text LIKE pattern THEN 1
            ELSE coalesce((SELECT max(likeness) FROM near WHERE near.word = part.word AND near.spelt = ANY (names)), 0.3) END)
          FROM part)), 'FM0000') || ' ' END AS rank
      FROM looked
      WHERE CASE WHEN (SELECT hit FROM anybody) THEN hit ELSE (
        SELECT coalesce(bool_and(text LIKE pattern OR coalesce(names && spelt OR others && spelt, false)
          OR (organisation_id, word) IN (SELECT organisation_id, word FROM meant)), false)
        FROM part LEFT JOIN spelt USING (word)
      ) END
    )`;

/**
 * Whether those that were found are only spelt alike.
 * @param found the CTE that reads `matched`
 */
export const areOnlyAlike = (found: string): string =>
  `NOT (SELECT hit FROM anybody) AND EXISTS (SELECT FROM ${found})`;

/** What misspelt words were taken for, folded, the most alike first; none where somebody has them as they were typed. */
export const wordsAlike = `CASE WHEN (SELECT hit FROM anybody) THEN '{}' ELSE ARRAY(
  SELECT spelt FROM near GROUP BY spelt ORDER BY max(likeness) DESC, spelt COLLATE "C") END`;
