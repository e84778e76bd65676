// For specs alone.
import { randomUUID } from 'node:crypto';
import type { TestParticipant } from '../builders/meetings.js';
import type { TestApp } from '../start-app.js';

/**
 * Each of these groups is an organisation of its own from now on, which has agreed to all of them; written in few statements.
 * @param admin a user who takes no part
 */
export async function organise(
  app: TestApp,
  admin: string,
  groups: readonly (readonly TestParticipant[])[],
): Promise<void> {
  const people = groups.flatMap((group) => {
    const organisation = randomUUID();
    return group.map(({ participantId }) => ({ organisation, participantId }));
  });
  const given = [people.map(({ organisation }) => organisation), people.map(({ participantId }) => participantId)];
  await app.db.query(
    `INSERT INTO organisation (id, name_latin, kind, side, country, region_code, zone)
     SELECT DISTINCT ON (given.id) given.id, 'Organisation ' || given.id, kind, side, country, region_code, one.zone
     FROM unnest($1::uuid[], $2::uuid[]) AS given (id, participant_id)
     JOIN registration ON registration.id = participant_id JOIN organisation one ON one.id = organisation_id`,
    given,
  );
  await app.db.query(
    `UPDATE registration SET organisation_id = given.id
     FROM unnest($1::uuid[], $2::uuid[]) AS given (id, participant_id) WHERE registration.id = participant_id`,
    given,
  );
  await app.db.query(
    `INSERT INTO affiliation (user_id, organisation_id, role, state, answered_at)
     SELECT user_id, organisation_id, 'member', 'active', domain_now() FROM registration WHERE id = ANY ($1)
     UNION ALL SELECT DISTINCT $2::uuid, organisation_id, 'admin', 'active', domain_now() FROM registration WHERE id = ANY ($1)`,
    [given[1], admin],
  );
  // Many rows at once are news to the planner.
  await app.db.query('ANALYZE registration, affiliation, organisation');
}
