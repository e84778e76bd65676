import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Delegate, newDelegation } from '../../../../../test/builders/delegations.js';
import { crowd, newMeetingEvent, type TestParticipant } from '../../../../../test/builders/meetings.js';
import { newParticipant } from '../../../../../test/builders/registrations.js';
import { countQueries } from '../../../../../test/query-count.js';
import { startApp, type TestApp } from '../../../../../test/start-app.js';
import { Members } from './members.js';

let app: TestApp;
let eventId: string;
let members: Members;
beforeAll(async () => {
  app = await startApp();
  ({ eventId } = (await newMeetingEvent(app, { capacity: 1_000 })).event);
  members = app.app.get(Members);
}, 60_000);
afterAll(() => app.close());

const idsOf = (people: readonly { participantId: string }[]) => people.map(({ participantId }) => participantId).sort();

/** A whole delegation, written at once, of which the database knows nothing yet. */
async function large(size: number): Promise<TestParticipant[]> {
  const people = await crowd(app, eventId, size);
  await app.db.query(
    `WITH belongs AS (
       INSERT INTO affiliation (user_id, organisation_id, role, state, answered_at)
       SELECT user_id, organisation_id, 'member', 'active', domain_now() FROM registration WHERE id = ANY ($1)
     )
     INSERT INTO delegation (event_id, organisation_id, mode, changed_at, changed_by)
     SELECT event_id, organisation_id, 'pool', domain_now(), user_id FROM registration WHERE id = $2`,
    [idsOf(people), people[0]!.participantId],
  );
  return people;
}

describe('the delegations of several contacts', () => {
  it('are each read once, however many of their people are asked for', async () => {
    const people = await large(300);
    const small = await newDelegation(app, eventId);
    const ids = idsOf([...people, ...small]);
    let shared = new Map() as Awaited<ReturnType<Members['shared']>>;
    const one = await countQueries(app, () => members.shared(ids.slice(0, 1), null));
    expect(await countQueries(app, async () => (shared = await members.shared(ids, null)))).toBe(one);
    expect([...shared.keys()].sort()).toEqual(ids);
    // One list for all of them: with one for each a delegation of 300 would be 90,000 rows.
    expect(new Set([...shared.values()].map((reach) => reach.members)).size).toBe(2);
    expect(idsOf(shared.get(people[7]!.participantId)!.members)).toEqual(expect.arrayContaining(idsOf(people)));
    expect(shared.get(small[0]!.participantId)).toMatchObject({ mode: 'pool', contactId: small[0]!.participantId });
  });

  it('leave out whom a block keeps from the other side, and whoever keeps a calendar of their own', async () => {
    const [admin, colleague] = (await newDelegation(app, eventId)) as [Delegate, Delegate];
    const alone = await newParticipant(app, eventId);
    await app.http(alone).put(`/api/me/blocks/${colleague.userId}`);
    const shared = await members.shared(idsOf([admin, colleague, alone]), alone.userId);
    expect([...shared.keys()].sort()).toEqual(idsOf([admin, colleague]));
    for (const { members: open } of shared.values()) expect(idsOf(open)).toEqual([admin.participantId]);
  });
});
