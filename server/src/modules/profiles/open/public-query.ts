import { areOnlyAlike, isOpen, matchedByWords, saidOf, wordsAsked } from '../words/matched-by-words.js';

/**
 * SQL that says of rows of `profile` and `organisation` whether anybody may read them: a member's, published, not over. The one
 * place where this is decided.
 */
export const isPublic = `organisation.member_since IS NOT NULL AND profile.state = 'published' AND profile.expires_at > domain_now()`;

const open = `opportunity.organisation_id = profile.organisation_id AND opportunity.state = 'published' AND opportunity.expires_at > domain_now()`;

/** What the list can be narrowed by, in the order of the placeholders: whether a row fits, and its values where they are counted. */
const filters = [
  { name: 'region', fits: 'starts_with(region_code, $1)', values: 'ARRAY[region_code]' },
  { name: 'sector', fits: 'sectors ? $2', values: 'ARRAY(SELECT jsonb_array_elements_text(sectors))' },
  { name: 'kind', fits: 'kind = $3', values: null },
  { name: 'side', fits: 'side = $4', values: null },
  { name: 'seeks', fits: `CASE $5 WHEN 'offer' THEN offers ELSE requests END > 0`, values: null },
  { name: 'dimension', fits: '$6 = ANY (dimensions)', values: 'dimensions' },
  { name: 'topic', fits: '$7 = ANY (topics)', values: 'topics' },
  { name: 'form', fits: '$8 = ANY (forms)', values: 'forms' },
] as const;

/**
 * A page of the public list, how many there are, and how many each choice would show, the other filters as they are set: all words
 * anywhere, else, in Latin letters, misspelt; who bears the name comes first. `$1` to `$8` the filters, null being any; `$9` rows, `$10`
 * rows before them; only where there are words, `$11` the words and `$12` the topics.
 */
export function listQuery(hasWords: boolean): string {
  const texts = `, profile.search_words AS others, organisation.search_words AS names, organisation.search_text AS names_text,
             organisation.search_text AS name_text, concat_ws(' ', organisation.search_text, profile.search_text, said) AS text`;
  const allBut = (but: string) => filters.flatMap(({ name }) => (name === but ? [] : `ok_${name}`)).join(' AND ');
  const counts = filters.flatMap(({ name, values }) =>
    values === null
      ? []
      : `SELECT '${name}' AS filter, code, count(*)::int AS count FROM narrowed, unnest(${values}) AS code WHERE ${allBut(name)} GROUP BY code`,
  );
  return `
    WITH ${hasWords ? `${wordsAsked({ words: '$11', labels: '$12' })},` : ''}
    published AS (
      SELECT organisation_id, count(*) FILTER (WHERE kind = 'offer')::int AS offers,
             count(*) FILTER (WHERE kind = 'request')::int AS requests,
             array_agg(DISTINCT opportunity.dimension) AS dimensions, array_agg(DISTINCT opportunity.topic) AS topics,
             array_agg(DISTINCT opportunity.form) AS forms ${hasWords ? `, ${saidOf}` : ''}
      FROM opportunity ${hasWords ? 'LEFT JOIN topic ON topic.code = opportunity.topic' : ''}
      WHERE ${isOpen}
      GROUP BY organisation_id
    ), seen AS (
      SELECT profile.organisation_id, profile.slug, profile.content -> 'summary' AS summary, profile.content -> 'sectors' AS sectors,
             profile.verified_at IS NOT NULL AS verified, coalesce(offers, 0) AS offers, coalesce(requests, 0) AS requests,
             coalesce(dimensions, '{}') AS dimensions, coalesce(topics, '{}') AS topics, coalesce(forms, '{}') AS forms,
             organisation.region_code, organisation.kind, organisation.side, fold(organisation.name_latin) AS sort
             ${hasWords ? texts : ''}
      FROM cooperation_profile AS profile
      JOIN organisation ON organisation.id = profile.organisation_id
      LEFT JOIN published ON published.organisation_id = profile.organisation_id
      WHERE ${isPublic}
    ), ${hasWords ? matchedByWords : `matched AS (SELECT *, '' AS rank FROM seen)`},
    narrowed AS MATERIALIZED (
      SELECT organisation_id AS "organisationId", slug, summary, sectors, verified, offers, requests, rank || sort AS key,
        region_code, dimensions, topics, forms,
        ${filters.map(({ name, fits }, n) => `($${n + 1}::text IS NULL OR ${fits}) AS ok_${name}`).join(', ')}
      FROM matched
    ), fitting AS (
      SELECT * FROM narrowed WHERE ${allBut('')}
    )
    SELECT (SELECT count(*)::int FROM fitting) AS total, ${hasWords ? areOnlyAlike('narrowed') : 'false'} AS similar,
      (SELECT coalesce(jsonb_agg(to_jsonb(page) - 'key' ORDER BY key COLLATE "C", "organisationId"), '[]') FROM (
         SELECT "organisationId", slug, summary, sectors, verified, offers, requests, key
         FROM fitting ORDER BY key COLLATE "C", "organisationId" LIMIT $9 OFFSET $10) AS page) AS page,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('filter', filter, 'code', code, 'count', count) ORDER BY code), '[]')
       FROM (${counts.join(' UNION ALL ')}) AS counted) AS counts`;
}

export const addressQuery = `
  SELECT profile.slug, greatest(profile.published_at, (
    SELECT max(opportunity.published_at) FROM opportunity WHERE ${open})) AS "changedAt"
  FROM cooperation_profile AS profile JOIN organisation ON organisation.id = profile.organisation_id
  WHERE ${isPublic} ORDER BY profile.slug LIMIT 20000`;
