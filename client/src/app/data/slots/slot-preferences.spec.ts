import { describe, expect, it } from '@jest/globals';
import { signal, type WritableSignal } from '@angular/core';
import type { SlotChoice } from '@musubi/contracts';
import { SlotPreferences } from './slot-preferences';
import { choice } from '../../../testing/meeting-fixtures';

const choices = [
  choice('2027-01-26T08:00:00Z'),
  choice('2027-01-26T08:25:00Z', { state: 'late', lateForThem: true }),
  choice('2027-01-26T08:50:00Z', { state: 'held' }),
  choice('2027-01-26T09:15:00Z', { state: 'busy' }),
  choice('2027-01-26T09:40:00Z'),
  choice('2027-01-25T09:40:00Z', { state: 'past' }),
];
const [first, late, held, busy, last, past] = choices.map(({ slotId }) => slotId) as [
  SlotChoice['slotId'],
  SlotChoice['slotId'],
  SlotChoice['slotId'],
  SlotChoice['slotId'],
  SlotChoice['slotId'],
  SlotChoice['slotId'],
];
const picking = (most?: number): { all: WritableSignal<SlotChoice[]>; picks: SlotPreferences } => {
  const all = signal(choices);
  return { all, picks: new SlotPreferences(all, most) };
};

describe('preferred slots', () => {
  it('ranks in the order of choosing, and moves the rest up when one is taken away', () => {
    const { picks } = picking();
    expect([picks.toggle(last), picks.toggle(first), picks.toggle(late)]).toEqual([null, null, null]);
    expect([picks.rank(last), picks.rank(first), picks.rank(late), picks.left()]).toEqual([1, 2, 3, 0]);
    picks.toggle(last);
    expect([picks.rank(last), picks.rank(first), picks.rank(late), picks.left()]).toEqual([null, 1, 2, 1]);
    picks.promote(late);
    expect(picks.slotIds()).toEqual([late, first]);
  });

  it('takes late and held ones, and says why not the others', () => {
    const { picks } = picking();
    expect([picks.toggle(held), picks.toggle(busy), picks.toggle(past)]).toEqual([null, 'busy', 'past']);
    picks.toggle(first);
    picks.toggle(late);
    expect([picks.toggle(last), picks.slotIds()]).toEqual(['full', [held, first, late]]);
  });

  it('replaces the one where only one is picked', () => {
    const { picks } = picking(1);
    picks.toggle(first);
    expect([picks.toggle(last), picks.slotIds()]).toEqual([null, [last]]);
  });

  it('drops a time that was taken meanwhile, and tells it once', () => {
    const { all, picks } = picking();
    picks.take([first, last]);
    all.set(choices.map((one) => (one.slotId === first ? { ...one, state: 'busy' as const } : one)));
    expect([picks.slotIds(), picks.lost().map(({ slotId }) => slotId), picks.rank(last)]).toEqual([[last], [first], 1]);
    picks.forgetLost();
    expect([picks.slotIds(), picks.lost()]).toEqual([[last], []]);
  });
});
