import { Affiliations, Organisations } from '../../src/modules/organisations/index.js';
import type { TestParticipant } from '../builders/meetings.js';
import { organisationInput } from '../builders/registrations.js';
import type { Scene } from './scene.js';

/** These people become members of an organisation of their own; the first is its administrator. @returns its id */
export async function delegationOf(
  { app, eventId }: Scene,
  people: readonly TestParticipant[],
  mode: 'own' | 'pool',
): Promise<string> {
  return app.transactions.run(async (tx) => {
    const organisationId = await app.app.get(Organisations).create(tx, organisationInput());
    const affiliations = app.app.get(Affiliations);
    for (const { userId } of people) await affiliations.makeAdmin(tx, userId, organisationId);
    const others = people.slice(1).map(({ userId }) => userId);
    await tx.em.query(`UPDATE affiliation SET role = 'member' WHERE organisation_id = $1 AND user_id = ANY ($2)`, [
      organisationId,
      others,
    ]);
    await tx.em.query('UPDATE registration SET organisation_id = $1 WHERE id = ANY ($2)', [
      organisationId,
      people.map(({ participantId }) => participantId),
    ]);
    await tx.em.query(
      'INSERT INTO delegation (event_id, organisation_id, mode, changed_at, changed_by) VALUES ($1, $2, $3, domain_now(), $4)',
      [eventId, organisationId, mode, people[0]!.userId],
    );
    return organisationId;
  });
}
