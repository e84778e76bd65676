import type { MyOrganisation } from '@musubi/contracts';
import { Affiliations, Organisations } from '../../src/modules/organisations/index.js';
import type { TestApp } from '../start-app.js';
import type { TestPerson } from './people.js';
import { organisationInput } from './registrations.js';

/** An organisation whose first person is its admin; the others belong to it, too. */
export async function newOrganisation(app: TestApp, ...people: readonly TestPerson[]): Promise<string> {
  const [admin, ...colleagues] = people;
  const organisationId = await app.transactions.run(async (tx) => {
    const id = await app.app.get(Organisations).create(tx, organisationInput());
    if (admin) await app.app.get(Affiliations).makeAdmin(tx, admin.userId, id);
    return id;
  });
  for (const { userId } of colleagues) await requestPlace(app, userId, organisationId);
  if (admin) await welcome(app, admin);
  return organisationId;
}

/** Somebody says to belong to the organisation. @returns the affiliation's id */
export async function requestPlace(app: TestApp, userId: string, organisationId: string): Promise<string> {
  await app.transactions.run((tx) => app.app.get(Affiliations).request(tx, userId, organisationId));
  const [row] = await app.db.query(
    `SELECT id FROM affiliation WHERE user_id = $1 AND organisation_id = $2 ORDER BY id DESC LIMIT 1`,
    [userId, organisationId],
  );
  return row.id;
}

/** The admin approves everybody who waits. */
export async function welcome(app: TestApp, admin: { cookie: string }): Promise<void> {
  const { body } = await app.http(admin).get<MyOrganisation[]>('/api/me/organisations');
  for (const { affiliationId } of body.flatMap(({ people }) => people).filter(({ mayAnswer }) => mayAnswer)) {
    const { status } = await app.http(admin).post(`/api/affiliations/${affiliationId}/approve`);
    if (status !== 200) throw new Error('The admin may not approve');
  }
}
