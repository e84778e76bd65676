import { weights } from '@musubi/matching';
import type { EntityManager } from 'typeorm';
import { findableBy } from '../../registration/index.js';

/** As many as are scored in full, four times as many as are shown: what the rough order does not see (time, agreements) is worth less. */
export const candidatesAtMost = 240;

/**
 * Ids of those who may be worth recommending, the most promising first: a rough copy of the score in one statement, so that an event
 * of thousands costs no more to score than one of hundreds. Nobody who cannot be found, is a colleague, was dismissed, or to whom one has said no thanks.
 * With `at`, nobody either who has something else in the slot that begins then or does not offer it: otherwise the most promising
 * might all be busy, while others are free. O(n) for n people who can be found.
 */
export async function promising(
  em: EntityManager,
  {
    eventId,
    userId,
    participantId,
    at,
  }: { eventId: string; userId: string; participantId: string; at: Date | undefined },
): Promise<string[]> {
  const { complement, dimension, topic, region, language } = weights;
  const rows = (await em.query(
    `WITH me AS (
       SELECT registration.organisation_id, working_languages AS languages, organisation.side, organisation.region_code AS region
       FROM registration JOIN organisation ON organisation.id = organisation_id WHERE registration.id = $3
     ), published AS MATERIALIZED (
       SELECT organisation_id, kind, dimension, topic, target_regions || third_countries AS places, third_countries
       FROM opportunity WHERE state = 'published' AND expires_at > (SELECT domain_now()) AND organisation_id IN (
         SELECT organisation_id FROM registration WHERE event_id = $1 AND state = 'complete')
     ), mine AS MATERIALIZED (
       SELECT published.* FROM published JOIN me USING (organisation_id)
     ), subject AS (
       SELECT their.organisation_id, max(closeness * CASE WHEN their.kind <> mine.kind THEN 1 WHEN closeness = 1 THEN 0.4 ELSE 0 END) AS answered,
              max(closeness) AS closeness
       FROM published AS their JOIN mine USING (dimension), LATERAL (
         SELECT CASE WHEN their.dimension IN (their.topic, mine.topic) THEN 0.6 WHEN their.topic = mine.topic THEN 1 ELSE 0.3 END AS closeness
       ) AS near GROUP BY their.organisation_id
     ), wish AS (
       SELECT DISTINCT published.organisation_id FROM published, me, unnest(places) AS place WHERE starts_with(me.region, place)
     ), place AS (
       SELECT DISTINCT place FROM mine, unnest(places) AS place
     ), abroad AS (
       SELECT DISTINCT their.organisation_id FROM published AS their JOIN mine ON their.third_countries && mine.third_countries
       WHERE their.third_countries <> '{}'
     )
     SELECT registration.id
     FROM registration
     JOIN organisation ON organisation.id = registration.organisation_id
     CROSS JOIN me
     LEFT JOIN subject ON subject.organisation_id = registration.organisation_id
     LEFT JOIN wish ON wish.organisation_id = registration.organisation_id
     LEFT JOIN abroad ON abroad.organisation_id = registration.organisation_id
     WHERE registration.event_id = $1 AND ${findableBy('$2')} AND registration.organisation_id <> me.organisation_id
       AND registration.id NOT IN (SELECT dismissed_id FROM recommendation_dismissal WHERE participant_id = $3)
       AND registration.id NOT IN (
         SELECT to_participant_id FROM meeting_preference WHERE from_participant_id = $3 AND preference = 'no_thanks')
       AND ($5::timestamptz IS NULL OR EXISTS (${slotFreeFor('$5')}))
     ORDER BY CASE WHEN organisation.side = me.side AND me.side <> 'third' THEN 0.5 ELSE 1 END * (
         coalesce(answered, 0) * ${complement} + CASE WHEN closeness IS NULL THEN 0 ELSE ${dimension} END
         + CASE WHEN closeness > 0.5 THEN closeness ELSE 0 END * ${topic}
         + CASE WHEN abroad.organisation_id IS NOT NULL THEN 2
             ELSE (wish.organisation_id IS NOT NULL)::int + EXISTS (SELECT FROM place WHERE starts_with(organisation.region_code, place))::int
           END * ${region / 2}
         + CASE WHEN working_languages && me.languages THEN ${language} ELSE 0 END) DESC, registration.id
     LIMIT $4`,
    [eventId, userId, participantId, candidatesAtMost, at ?? null],
  )) as { id: string }[];
  return rows.map(({ id }) => id);
}

/**
 * SQL of a slot that begins then, in which a row of `registration`, or somebody of the pool behind it, has nothing else and which
 * they offer; limits are looked at later.
 */
const slotFreeFor = (
  at: string,
): string => `SELECT FROM meeting_slot slot JOIN meeting_block block ON block.id = slot.block_id
         WHERE slot.event_id = $1 AND slot.starts_at = ${at} AND slot.retired_at IS NULL AND EXISTS (
           SELECT FROM (
             SELECT registration.id, registration.user_id
             UNION SELECT member.participant_id, member.user_id
               FROM delegation_member contact JOIN delegation_member member USING (event_id, organisation_id)
               WHERE contact.participant_id = registration.id AND contact.mode = 'pool' AND member.part <> 'backup'
           ) AS person (participant_id, user_id)
           LEFT JOIN block_availability said ON said.block_id = block.id AND said.participant_id = person.participant_id
           WHERE (coalesce(said.everything, block.offered) OR said.offered @> slot.during)
             AND NOT EXISTS (SELECT FROM commitment WHERE commitment.user_id = person.user_id AND commitment.during && slot.during))`;
