import { newOrganiser } from '../../../builders/people.js';
import { newParticipant } from '../../../builders/registrations.js';
import type { Row } from '../../area.js';
import type { Scene } from '../../scene.js';

/** Where a profile or an opportunity stands. */
export const states = {
  draft: 'before',
  submitted: 'before',
  published: 'before',
  expired: 'before',
  archived: 'before',
} as const;

/** Somebody of an organisation of their own, and an organiser who reads what organisations publish. */
export async function newWriter({ app, eventId, bystanders }: Scene) {
  const writer = await newParticipant(app, eventId);
  const reviewer = await newOrganiser(app);
  return { writer, people: { ...bystanders, writer, reviewer } };
}

/** Where it would take weeks or a review to come there. */
export async function stands(
  { app }: Scene,
  { table, key, id }: { table: string; key: string; id: string },
  state: string,
): Promise<void> {
  const dates = {
    submitted: 'submitted_at = domain_now()',
    expired: `published_at = domain_now() - interval '400 days', expires_at = domain_now() - interval '30 days'`,
  }[state];
  if (dates) await app.db.query(`UPDATE ${table} SET state = $2, ${dates} WHERE ${key} = $1`, [id, state]);
}

/** To everybody else there is no such thing. */
export const row = (writer: string, reviewer = 'not_found'): Row => [writer, reviewer];
