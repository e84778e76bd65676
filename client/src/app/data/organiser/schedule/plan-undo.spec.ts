import { describe, expect, it } from '@jest/globals';
import type { PlanAdjustment, PlannedMeetingId, PlanSlot, WishId } from '@musubi/contracts';
import { plan, planned } from '../../../../testing/schedule-fixtures';
import { adjusted, undoOf } from './plan-undo';

const m1 = 'm1' as PlannedMeetingId;
const slotId = 'slot-3' as PlanSlot['slotId'];
const before = plan();
const back = (adjustment: PlanAdjustment, changed = before.meetings.slice(0, 0)) =>
  undoOf(adjustment, before, { version: 4, changed, removed: [] });

describe('taking a change of the plan back', () => {
  it('is the change that undoes it', () => {
    expect([
      back({ do: 'lock', plannedId: m1 }),
      back({ do: 'unlock', plannedId: m1 }),
      back({ do: 'move', plannedId: m1, slotId }),
      back({ do: 'swap', plannedId: m1, withId: 'm2' as PlannedMeetingId }),
      back({ do: 'unbook', plannedId: m1 }),
      back({ do: 'book', wishId: 'wish-m9' as WishId, slotId }, [planned('m9', 3, ['clara', 'emi'])]),
      back({ do: 'move', plannedId: 'gone' as PlannedMeetingId, slotId }),
    ]).toEqual([
      { do: 'unlock', plannedId: 'm1' },
      { do: 'lock', plannedId: 'm1' },
      { do: 'move', plannedId: 'm1', slotId: 'slot-0' },
      { do: 'swap', plannedId: 'm1', withId: 'm2' },
      { do: 'book', wishId: 'wish-m1', slotId: 'slot-0' },
      { do: 'unbook', plannedId: 'm9' },
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
