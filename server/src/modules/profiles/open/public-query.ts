/**
 * SQL that says of rows of `profile` and `organisation` whether anybody may read them: a member's, published, not over. The one
 * place where this is decided.
 */
export const isPublic = `organisation.member_since IS NOT NULL AND profile.state = 'published' AND profile.expires_at > domain_now()`;

const open = `opportunity.organisation_id = profile.organisation_id AND opportunity.state = 'published' AND opportunity.expires_at > domain_now()`;

/** `$1` words, `$2` region, `$3` sector, `$4` kind of organisation, `$5` side, `$6` offer or request; null is any. */
export const listQuery = `
  SELECT profile.organisation_id AS "organisationId", profile.slug, profile.content -> 'summary' AS summary,
         profile.content -> 'sectors' AS sectors, profile.verified_at IS NOT NULL AS verified,
         (SELECT count(*)::int FROM opportunity WHERE ${open} AND kind = 'offer') AS offers,
         (SELECT count(*)::int FROM opportunity WHERE ${open} AND kind = 'request') AS requests
  FROM cooperation_profile AS profile
  JOIN organisation ON organisation.id = profile.organisation_id
  WHERE ${isPublic}
    AND ($1 = '' OR position(fold($1) IN organisation.search_text) > 0 OR position(fold($1) IN profile.search_text) > 0
      OR word_similarity(fold($1), organisation.search_text) >= 0.5
      OR EXISTS (SELECT FROM opportunity WHERE ${open} AND position(fold($1) IN opportunity.search_text) > 0))
    AND ($2::text IS NULL OR starts_with(organisation.region_code, $2))
    AND ($3::text IS NULL OR profile.content -> 'sectors' ? $3)
    AND ($4::text IS NULL OR organisation.kind = $4)
    AND ($5::text IS NULL OR organisation.side = $5)
    AND ($6::text IS NULL OR EXISTS (SELECT FROM opportunity WHERE ${open} AND kind = $6))
  ORDER BY CASE WHEN $1 <> '' AND position(fold($1) IN organisation.search_text) > 0 THEN 0 ELSE 1 END,
           fold(organisation.name_latin), profile.organisation_id`;

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
