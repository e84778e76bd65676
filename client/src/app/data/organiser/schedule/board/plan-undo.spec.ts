import { describe, expect, it } from '@jest/globals';
import type { PlanAdjustment, PlannedMeetingId, PlanSlot, WishId } from '@musubi/contracts';
import { plan, planned } from '../../../../../testing/schedule-fixtures';
import { adjusted, undoOf } from './plan-undo';

const m1 = 'm1' as PlannedMeetingId;
const m2 = 'm2' as PlannedMeetingId;
const slotId = 'slot-3' as PlanSlot['slotId'];
const wishId = 'wish-m1' as WishId;
const before = plan();
const back = (adjustment: PlanAdjustment, now = before) => undoOf(adjustment, before)?.(now) ?? null;

describe('taking a change of the plan back', () => {
  it('is the change that undoes it, with the people and interpreters as they were', () => {
    const booked = planned('m9', 3, ['clara', 'emi']);
    expect([
      back({ do: 'lock', plannedId: m1 }),
      back({ do: 'unlock', plannedId: m1 }),
      back({ do: 'move', plannedId: m1, slotId }),
      back({ do: 'swap', plannedId: m1, withId: m2 }),
      back({ do: 'unbook', plannedId: m1 }),
      back({ do: 'book', wishId: booked.wishId, slotId }, { ...before, meetings: [...before.meetings, booked] }),
      back({ do: 'move', plannedId: 'gone' as PlannedMeetingId, slotId }),
    ]).toEqual([
      { do: 'unlock', plannedId: 'm1' },
      { do: 'lock', plannedId: 'm1' },
      { do: 'move', plannedId: 'm1', slotId: 'slot-0', interpreterId: null },
      { do: 'swap', plannedId: 'm1', withId: 'm2', interpreterIds: [null, null] },
      { do: 'book', wishId: 'wish-m1', slotId: 'slot-0', people: ['clara', 'aiko'], interpreterId: null },
      { do: 'unbook', plannedId: 'm9' },
      null,
    ]);
  });

  it('names the meeting of the same wish where it was taken out and put back meanwhile', () => {
    const now = { ...before, meetings: [planned('m8', 3, ['clara', 'aiko'], { wishId }), before.meetings[1]!] };
    expect([
      back({ do: 'lock', plannedId: m1 }, now),
      back({ do: 'move', plannedId: m1, slotId }, now),
      back({ do: 'swap', plannedId: m2, withId: m1 }, now),
      back({ do: 'move', plannedId: m1, slotId }, { ...before, meetings: [] }),
    ]).toEqual([
      { do: 'unlock', plannedId: 'm8' },
      { do: 'move', plannedId: 'm8', slotId: 'slot-0', interpreterId: null },
      { do: 'swap', plannedId: 'm2', withId: 'm8', interpreterIds: [null, null] },
      null,
    ]);
  });

  it('and a change shows at once what moved, came and went', () => {
    const after = adjusted(before, {
      version: 4,
      changed: [planned('m2', 3, ['ben', 'emi']), planned('m9', 2, ['clara', 'emi'])],
      removed: [m1],
    });
    expect([after.version, after.meetings.map(({ plannedId, slot }) => `${plannedId} ${slot}`)]).toEqual([
      4,
      ['m2 3', 'm9 2'],
    ]);
  });
});
