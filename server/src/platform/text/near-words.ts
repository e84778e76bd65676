/** Letters that may be missing, wrong or too many in a word of this length: one of a short one could make it any other. */
const mistakes = `CASE WHEN length(word) < 4 THEN 0 WHEN length(word) < 6 THEN 1 WHEN length(word) < 10 THEN 2 ELSE 3 END`;
/** What is a whole mistake further away than the nearest is somebody else's word. */
const behindTheNearest = 0.5;

/** Letters that changed places are one mistake; the distance of Levenshtein counts two or more. */
const sorted = (word: string): string =>
  `(SELECT string_agg(letter, '' ORDER BY letter) FROM unnest(string_to_array(${word}, NULL)) AS letter)`;

/** How many mistakes apart; half a one more where the longer word only begins alike, as what is being typed does. */
const distance = `CASE
          WHEN length(spelt) = length(word) AND left(spelt, 1) = left(word, 1) AND ${sorted('spelt')} = ${sorted('word')} THEN 1
          WHEN length(spelt) - length(word) > allowed AND length(word) >= 5
            THEN levenshtein_less_equal(word, left(spelt, length(word)), allowed) + 0.5
          ELSE levenshtein_less_equal(word, spelt, allowed) END`;

/**
 * SQL of CTEs that cut what was asked into words and patterns: `word` (a word as it was typed, folded, with its pattern for LIKE) and
 * `asked` (all patterns in one row).
 * @param words placeholder of the text
 */
export function askedWords(words: string): string {
  return `
    word AS (
      SELECT word, '%' || replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' AS pattern
      FROM regexp_split_to_table(fold(${words}), '\\s+') AS word WHERE word <> ''
    ), asked AS (
      SELECT coalesce(array_agg(pattern), '{}') AS patterns FROM word
    )`;
}

/**
 * SQL of CTEs for words that nobody has as they were typed: `part` (word and pattern; names with signs in them in their parts) and
 * `near` (`word`, `spelt`, `likeness` from 0 to 1: which words of the vocabulary it may stand for). Latin letters only: Japanese words
 * are too short to be told from each other by a sign. O(w) for w words of the vocabulary.
 * @param vocabulary a query of one column `spelt` of words in Latin letters, folded
 */
export function nearWords(vocabulary: string): string {
  return `
    part AS MATERIALIZED (
      SELECT part AS word, '%' || part || '%' AS pattern
      FROM word, regexp_split_to_table(word, '[^[:alnum:]]+') AS part WHERE word ~ '[a-z]{3}' AND part <> ''
      UNION SELECT word, pattern FROM word WHERE word !~ '[a-z]{3}'
    ), vocabulary AS MATERIALIZED (
      SELECT DISTINCT spelt FROM (${vocabulary}) AS spelt
      WHERE length(spelt) >= (SELECT min(length(word)) - 3 FROM part WHERE word ~ '[a-z]{3}')
    ), near AS MATERIALIZED (
      SELECT word, spelt, likeness FROM (
        SELECT word, spelt, distance, 1 - distance / length(word) AS likeness, min(distance) OVER (PARTITION BY word) AS nearest
        FROM (SELECT word, ${mistakes} AS allowed FROM part WHERE word ~ '[a-z]{3}') AS typed
        JOIN vocabulary ON length(spelt) >= length(word) - allowed
        CROSS JOIN LATERAL (SELECT (${distance})::float AS distance) AS compared
        WHERE distance <= allowed) AS fitting
      WHERE distance <= nearest + ${behindTheNearest}
    )`;
}
