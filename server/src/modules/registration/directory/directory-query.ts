import type { Lang } from '@musubi/contracts';
import { areOnlyAlike, isOpen, matchedByWords, saidOf, wordsAlike, wordsAsked } from '../../profiles/index.js';
import { findableBy } from '../people/findable.js';

export type Unit = 'people' | 'organisations';

/** Columns that hold what an organisation's open opportunities say. */
const said = {
  dimensions: 'array_agg(DISTINCT opportunity.dimension)',
  opportunities: 'array_agg(DISTINCT opportunity.kind)',
  topics: 'array_agg(DISTINCT opportunity.topic)',
  forms: 'array_agg(DISTINCT opportunity.form)',
  stages: 'array_agg(DISTINCT opportunity.stage)',
  novelties: 'array_agg(DISTINCT opportunity.novelty)',
  targets: 'all_of(opportunity.target_regions || opportunity.third_countries)',
  frameworks: 'all_of(opportunity.frameworks)',
} as const;
const columns = Object.keys(said);

/** What can be narrowed by: the values of a row. The lists of what is wished for are `$4` and on, in this order. */
export const directoryGroups = [
  { name: 'side', values: 'ARRAY[side]' },
  { name: 'place', values: 'ARRAY[place]' },
  { name: 'region', values: 'regions' },
  { name: 'kind', values: 'ARRAY[kind]' },
  { name: 'language', values: 'languages' },
  { name: 'dimension', values: 'dimensions' },
  { name: 'topic', values: 'topics' },
  { name: 'opportunity', values: 'opportunities' },
  { name: 'form', values: 'forms' },
  { name: 'stage', values: 'stages' },
  { name: 'novelty', values: 'novelties' },
  { name: 'target', values: 'targets' },
  { name: 'framework', values: 'frameworks' },
] as const;

/** The placeholders after those of the groups. */
const [notMet, afterKey, afterId, rows, words, labels, places] = Array.from(
  { length: 7 },
  (_, n) => `$${4 + directoryGroups.length + n}`,
);

/**
 * One statement that finds, counts and pages, whatever is asked. A few thousand rows of one event are read through and counted: the
 * counts beside each choice need them all anyway, and words of two Japanese characters have no trigram to look up.
 *
 * Words are looked for folded, all of them, anywhere: names, titles, places, offers and requests and the names of their topics in
 * both languages. Where nobody has them, those in Latin letters are compared with every word that somebody has. `$1` event, `$2` viewer,
 * `$3` participants in touch, then the groups; after them only those not met, key and id to go on after, rows; only where there are
 * words, the words, the topics and the places that they may name as `[{ code, label }]`. O(n) for n people who can be found.
 */
export function directoryQuery(unit: Unit, lang: Lang, hasWords: boolean): string {
  const sort = lang === 'ja' ? 'sort_kana' : 'sort_latin';
  const organisationSort = lang === 'ja' ? 'organisation.sort_kana' : 'organisation.search_text';
  const isMet = directoryGroups.length;
  const wished = [
    ...directoryGroups.map(({ values }, n) => `(cardinality($${4 + n}::text[]) = 0 OR ${values} && $${4 + n}::text[])`),
    `(NOT ${notMet} OR NOT met)`,
  ];
  const all = wished.map((_, n) => `ok${n}`).join(' AND ');
  const allBut = (but: number) => wished.flatMap((_, n) => (n === but ? [] : `ok${n}`)).join(' AND ');
  const facets = directoryGroups.map(
    ({ name, values }, n) =>
      `SELECT '${name}' AS facet, value, count(*)::int AS count FROM told, unnest(${values}) AS value WHERE ${allBut(n)} GROUP BY value`,
  );

  return `
    WITH ${hasWords ? `${wordsAsked({ words: words!, labels: labels! })},` : ''}
    ${hasWords ? placesHere : ''}published AS (
      SELECT organisation_id, ${columns.map((column) => `${said[column as keyof typeof said]} AS ${column}`).join(', ')}
             ${hasWords ? `, ${saidOf}` : ''}
      FROM opportunity ${hasWords ? `LEFT JOIN topic ON topic.code = opportunity.topic` : ''}
      WHERE ${isOpen} AND organisation_id IN (
        SELECT organisation_id FROM registration WHERE event_id = $1 AND state = 'complete')
      GROUP BY organisation_id
    ), seen AS (
      SELECT registration.id, registration.organisation_id, left(person.${sort}, 100) AS sort, left(${organisationSort}, 100) AS organisation_sort,
             organisation.side, organisation.kind,
             CASE WHEN organisation.region_code LIKE 'JP-%' THEN organisation.region_code ELSE organisation.country END AS place,
             CASE WHEN organisation.side = 'eu' AND length(organisation.region_code) > 2 THEN ARRAY[organisation.region_code] ELSE '{}' END AS regions,
             registration.working_languages AS languages, ${columns.map((column) => `coalesce(${column}, '{}') AS ${column}`).join(', ')},
             registration.id = ANY ($3::uuid[]) AS met
             ${hasWords ? textsOf : ''}
      FROM registration
      JOIN app_user person ON person.id = registration.user_id
      JOIN organisation ON organisation.id = registration.organisation_id
      LEFT JOIN published ON published.organisation_id = organisation.id
      ${hasWords ? 'LEFT JOIN place ON place.code = organisation.region_code' : ''}
      WHERE registration.event_id = $1 AND ${findableBy('$2')}
    ), ${hasWords ? matchedByWords : `matched AS (SELECT *, '' AS rank FROM seen)`},
    unit AS (${unit === 'people' ? `SELECT *, rank || sort AS key FROM matched` : byOrganisation}),
    told AS MATERIALIZED (
      SELECT id, key, side, place, regions, kind, languages, ${columns.join(', ')}, met,
             ${wished.map((condition, n) => `${condition} AS ok${n}`).join(', ')}
      FROM unit
    )
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'key', key)), '[]') FROM (
         SELECT id, key FROM told
         WHERE ${all} AND (${afterKey}::text IS NULL OR (key COLLATE "C", id) > (${afterKey}::text, ${afterId}::uuid))
         ORDER BY key COLLATE "C", id LIMIT ${rows}) AS page) AS page,
      (SELECT count(*)::int FROM told WHERE ${all}) AS total,
      (SELECT count(*)::int FROM told WHERE ${allBut(isMet)} AND NOT met) AS "notMet",
      ${hasWords ? areOnlyAlike('told') : 'false'} AS similar,
      ${hasWords ? wordsAlike : `'{}'::text[]`} AS spelt,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('facet', facet, 'value', value, 'count', count) ORDER BY facet, count DESC, value), '[]')
       FROM (${facets.join(' UNION ALL ')}) AS counted) AS facets`;
}

const textsOf = `,
             person.search_text AS name_text, person.search_text || ' ' || organisation.search_text AS names_text,
             person.search_words || organisation.search_words AS names, registration.search_words AS others,
             concat_ws(' ', person.search_text, organisation.search_text, registration.search_text, place.label, said) AS text`;

/** What the places that are asked for and that people of the event are from are called, folded. */
const placesHere = `place AS MATERIALIZED (
      SELECT code, fold(label) AS label FROM jsonb_to_recordset(${places}::jsonb) AS given (code text, label text)
      WHERE code IN (SELECT region_code FROM organisation JOIN registration ON organisation_id = organisation.id WHERE event_id = $1)
    ), `;

/** An organisation is found when one of its people is; their languages are its languages. */
const byOrganisation = `
      SELECT organisation_id AS id, min(rank) || min(organisation_sort) AS key, min(side) AS side, min(place) AS place, min(regions) AS regions, min(kind) AS kind,
             array_agg(DISTINCT language) AS languages, ${columns.map((column) => `min(${column}) AS ${column}`).join(', ')},
             bool_or(met) AS met
      FROM matched LEFT JOIN LATERAL unnest(languages) AS language ON true
      GROUP BY organisation_id`;
