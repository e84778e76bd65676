import { expect, it } from '@jest/globals';
import { emptyProblem } from '@musubi/scheduling';
import { plannedViews } from './plan-views.js';

it('shows a meeting where it is, and never in a slot that is not its own', () => {
  const row = (id: string, slotId: string) => ({
    ...{ id, wishId: id, slotId, people: [], interpreterId: null },
    ...{ locked: false, byHand: false, meetingId: null, conflict: null },
  });
  const known = { position: new Map([['second', 1]]), origins: new Map(), problem: emptyProblem };
  expect(plannedViews([row('here', 'second'), row('nowhere', 'gone')], known)).toMatchObject([
    { plannedId: 'here', slot: 1 },
  ]);
});
