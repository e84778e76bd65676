import { dayMs } from '../life/term.js';

/** SQL for a row of the organisers' list; `$1` is the folded search or an empty text. */
export const registerQuery = `
  SELECT profile.organisation_id AS "organisationId", profile.slug, profile.state, profile.revision_state AS revision,
         coalesce(profile.revision, profile.content) AS content, profile.published_at AS "publishedAt",
         profile.expires_at AS "expiresAt", profile.verified_at AS "verifiedAt",
         profile.verified_by_user_id AS "verifiedByUserId", organisation.member_since AS "memberSince",
         profile.submitted_at IS NOT NULL AS waits, coalesce(their.published, 0)::int AS published,
         coalesce(their.waiting, 0)::int AS waiting
  FROM cooperation_profile AS profile
  JOIN organisation ON organisation.id = profile.organisation_id
  LEFT JOIN (
    SELECT organisation_id, count(*) FILTER (WHERE state = 'published' AND expires_at > domain_now()) AS published,
           count(*) FILTER (WHERE submitted_at IS NOT NULL) AS waiting
    FROM opportunity GROUP BY organisation_id
  ) AS their ON their.organisation_id = profile.organisation_id
  WHERE $1 = '' OR position(fold($1) IN organisation.search_text) > 0
     OR word_similarity(fold($1), organisation.search_text) >= 0.5
  ORDER BY organisation.name_latin, profile.organisation_id`;

/** Within how many milliseconds a profile counts as ending soon. */
export const dueWithinMs = 30 * dayMs;
