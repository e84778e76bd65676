import { areOnlyAlike, isOpen, matchedByWords, saidOf, wordsAsked } from '../words/matched-by-words.js';

/**
 * SQL that says of rows of `profile` and `organisation` whether anybody may read them: a member's, published, not over. The one
 * place where this is decided.
 */
export const isPublic = `organisation.member_since IS NOT NULL AND profile.state = 'published' AND profile.expires_at > domain_now()`;

const open = `opportunity.organisation_id = profile.organisation_id AND opportunity.state = 'published' AND opportunity.expires_at > domain_now()`;

/**
 * A page of the public list, and how many there are: all words anywhere, else, in Latin letters, misspelt; who bears the name comes
 * first. `$1` region, `$2` sector, `$3` kind of organisation, `$4` side, `$5` offer or request, null being any; `$6` rows, `$7` rows
 * before them; only where there are words, `$8` the words and `$9` the topics.
 */
export function listQuery(hasWords: boolean): string {
  const texts = `, profile.search_words AS others, organisation.search_words AS names, organisation.search_text AS names_text,
             organisation.search_text AS name_text, concat_ws(' ', organisation.search_text, profile.search_text, said) AS text`;
  return `
    WITH ${hasWords ? `${wordsAsked({ words: '$8', labels: '$9' })},` : ''}
    published AS (
      SELECT organisation_id, count(*) FILTER (WHERE kind = 'offer')::int AS offers,
             count(*) FILTER (WHERE kind = 'request')::int AS requests ${hasWords ? `, ${saidOf}` : ''}
      FROM opportunity ${hasWords ? 'LEFT JOIN topic ON topic.code = opportunity.topic' : ''}
      WHERE ${isOpen}
      GROUP BY organisation_id
    ), seen AS (
      SELECT profile.organisation_id, profile.slug, profile.content -> 'summary' AS summary, profile.content -> 'sectors' AS sectors,
             profile.verified_at IS NOT NULL AS verified, coalesce(offers, 0) AS offers, coalesce(requests, 0) AS requests,
             organisation.region_code, organisation.kind, organisation.side, fold(organisation.name_latin) AS sort
             ${hasWords ? texts : ''}
      FROM cooperation_profile AS profile
      JOIN organisation ON organisation.id = profile.organisation_id
      LEFT JOIN published ON published.organisation_id = profile.organisation_id
      WHERE ${isPublic}
    ), ${hasWords ? matchedByWords : `matched AS (SELECT *, '' AS rank FROM seen)`},
    narrowed AS MATERIALIZED (
      SELECT organisation_id AS "organisationId", slug, summary, sectors, verified, offers, requests, rank || sort AS key,
        ($1::text IS NULL OR starts_with(region_code, $1))
        AND ($2::text IS NULL OR sectors ? $2)
        AND ($3::text IS NULL OR kind = $3)
        AND ($4::text IS NULL OR side = $4)
        AND ($5::text IS NULL OR CASE $5 WHEN 'offer' THEN offers ELSE requests END > 0) AS fits
      FROM matched
    )
    SELECT (SELECT count(*)::int FROM narrowed WHERE fits) AS total, ${hasWords ? areOnlyAlike('narrowed') : 'false'} AS similar,
      (SELECT coalesce(jsonb_agg(to_jsonb(page) - 'key' - 'fits' ORDER BY key COLLATE "C", "organisationId"), '[]') FROM (
         SELECT * FROM narrowed WHERE fits ORDER BY key COLLATE "C", "organisationId" LIMIT $6 OFFSET $7) AS page) AS page`;
}

/** What filters can be set to. */
export const regionCounts = `
  SELECT organisation.region_code AS code, count(*)::int AS count
  FROM cooperation_profile AS profile JOIN organisation ON organisation.id = profile.organisation_id
  WHERE ${isPublic} GROUP BY 1 ORDER BY 1`;

export const sectorCounts = `
  SELECT sector AS code, count(*)::int AS count
  FROM cooperation_profile AS profile JOIN organisation ON organisation.id = profile.organisation_id,
       jsonb_array_elements_text(profile.content -> 'sectors') AS sector
  WHERE ${isPublic} GROUP BY 1 ORDER BY 1`;

export const addressQuery = `
  SELECT profile.slug, greatest(profile.published_at, (
    SELECT max(opportunity.published_at) FROM opportunity WHERE ${open})) AS "changedAt"
  FROM cooperation_profile AS profile JOIN organisation ON organisation.id = profile.organisation_id
  WHERE ${isPublic} ORDER BY profile.slug LIMIT 20000`;
