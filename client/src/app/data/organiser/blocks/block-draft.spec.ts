import { describe, expect, it } from '@jest/globals';
import { BlockDraftForm } from './block-draft';
import { lateIn, wallDays } from './wall-band';

const form = (zone = 'Europe/Brussels') => {
  const one = new BlockDraftForm(() => zone);
  one.begin('2027-01-26');
  one.toggleDate('2027-01-26');
  return one;
};

describe('a block while it is written', () => {
  it('is cut exactly over a change of the clocks', () => {
    const one = form();
    one.toggleDate('2027-01-26');
    one.toggleDate('2027-03-28');
    one.set({ from: '01:00', until: '04:00', slotMinutes: 60, gapMinutes: 0 });
    // An hour is missing that night.
    expect(one.slots().map(({ startsAt }) => startsAt)).toEqual(['2027-03-28T00:00:00Z', '2027-03-28T01:00:00Z']);
  });

  it('keeps its periods in order, by the event’s clock', () => {
    const one = form('Asia/Tokyo');
    one.addPhase({ mode: 'on_request', opens: '2027-01-20T09:00', closes: '2027-01-22T18:00', atEnd: 'to_plan' });
    one.addPhase({ mode: 'plan', opens: '2027-01-21T09:00', closes: '2027-01-25T18:00', atEnd: 'carry' });
    expect(one.submit()).toBeNull();
    expect([...one.errors()]).toEqual(['phases']);
    one.setPhase(1, { opens: '2027-01-22T18:00' });
    expect(one.submit()?.phases).toEqual([
      { mode: 'on_request', opensAt: '2027-01-20T00:00:00Z', closesAt: '2027-01-22T09:00:00Z', atEnd: 'to_plan' },
      { mode: 'plan', opensAt: '2027-01-22T09:00:00Z', closesAt: '2027-01-25T09:00:00Z', atEnd: 'carry' },
    ]);
    one.removePhase(0);
    expect(one.submit()?.phases).toHaveLength(1);
  });

  it('says what is missing of its rules', () => {
    const one = form();
    one.set({ who: 'kinds', rooms: 0 });
    one.submit();
    expect([...one.errors()]).toEqual(['rooms', 'kinds']);
    one.toggleKind('one', 'region');
    one.toggleKind('other', 'prefecture');
    one.set({ rooms: null });
    expect(one.submit()?.pairing).toEqual({ kind: 'kinds', one: ['region'], other: ['prefecture'] });
  });
});

describe('a day between two rulers', () => {
  it('has the hours of both, the shared ones, and says which slots are late for somebody', () => {
    const slots = form().slots();
    const [day] = wallDays(slots, 'Europe/Brussels', 'Asia/Tokyo');
    expect([day!.date, day!.ticks[0], day!.slots.map(({ late }) => late)]).toEqual([
      '2027-01-26',
      { left: 0, one: '08:00', other: '16:00' },
      [false, false, false, true, true],
    ]);
    expect(day!.shared).toEqual({ left: 0, width: 62.5 });
    expect([lateIn(slots, 'Europe/Brussels'), lateIn(slots, 'Asia/Tokyo')]).toEqual([0, 2]);
  });
});
