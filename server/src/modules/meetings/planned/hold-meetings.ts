import type { Tx } from '../../../platform/index.js';
import { keepContact } from '../requests/contact.js';
import { keepPhases } from '../slots/phases/phase-locks.js';

/**
 * Contact, phases, meetings, as everything takes them: whoever leaves, blocks somebody or ends a phase at this moment comes
 * before or after. Where somebody else has come to stand for a side meanwhile, all of it once more.
 */
export async function holdMeetings(tx: Tx, eventId: string, meetingIds: readonly string[]): Promise<void> {
  const kept = new Set<string>();
  for (;;) {
    const before = await aroundOf(tx, meetingIds);
    await keepContact(
      tx.em,
      [...before.userIds, eventId].filter((id) => !kept.has(id)),
    );
    for (const id of [...before.userIds, eventId]) kept.add(id);
    await keepPhases(tx.em, before.slotIds);
    await tx.em.query('SAVEPOINT before_holding');
    await tx.em.query('SELECT id FROM meeting WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [[...meetingIds]]);
    const { userIds } = await aroundOf(tx, meetingIds);
    const same = userIds.every((id) => kept.has(id));
    await tx.em.query(same ? 'RELEASE SAVEPOINT before_holding' : 'ROLLBACK TO SAVEPOINT before_holding');
    if (same) return;
  }
}

/** Who stands for the sides of these meetings, and which times their requests proposed. */
async function aroundOf(tx: Tx, meetingIds: readonly string[]): Promise<{ userIds: string[]; slotIds: string[] }> {
  const [row] = (await tx.em.query(
    `WITH asked AS (
       SELECT from_user_id, to_user_id, request.id FROM meeting JOIN meeting_request request ON request.id = request_id WHERE meeting.id = ANY ($1)
     )
     SELECT ARRAY(SELECT from_user_id FROM asked UNION SELECT to_user_id FROM asked) AS "userIds",
            ARRAY(SELECT DISTINCT slot_id FROM meeting_request_slot JOIN asked ON asked.id = request_id) AS "slotIds"`,
    [[...meetingIds]],
  )) as { userIds: string[]; slotIds: string[] }[];
  return row!;
}
