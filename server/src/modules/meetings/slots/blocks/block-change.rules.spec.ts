import { describe, expect, it } from '@jest/globals';
import { slotsOf } from '@musubi/time';
import fc from 'fast-check';
import { slotsChange } from './block-change.rules.js';

const plan = fc.record({
  zone: fc.constantFrom('Europe/Brussels', 'Asia/Tokyo', 'Asia/Kolkata', 'Australia/Lord_Howe'),
  dates: fc.uniqueArray(fc.constantFrom('2026-10-04', '2026-10-25', '2027-01-26', '2027-03-28', '2027-04-04'), {
    minLength: 1,
  }),
  from: fc.constantFrom('00:30', '01:45', '02:15', '09:00'),
  until: fc.constantFrom('03:00', '04:15', '11:00'),
  slotMinutes: fc.constantFrom(15, 20, 30, 45),
  gapMinutes: fc.constantFrom(0, 5, 10),
});
const known = (slots: ReturnType<typeof slotsOf>, retired = false) =>
  slots.map(({ start, end }) => ({
    id: `${start} ${end}`,
    startsAt: new Date(start.epochMilliseconds),
    endsAt: new Date(end.epochMilliseconds),
    retired,
  }));

describe('a change of a block', () => {
  it('offers exactly the wanted times, and keeps every slot whose time stays', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const [had, wants] = [slotsOf(before), slotsOf(after)];
        const { kept, revived, removed, added } = slotsChange(known(had), wants);
        const names = wants.map(({ start, end }) => `${start} ${end}`);
        expect([...kept, ...added.map(({ start, end }) => `${start} ${end}`)].sort()).toEqual(names.toSorted());
        expect(removed.some((id) => names.includes(id))).toBe(false);
        expect([kept.length + removed.length, revived]).toEqual([had.length, []]);
      }),
    );
  });

  it('undone brings back the same slots', () => {
    fc.assert(
      fc.property(plan, (before) => {
        const had = slotsOf(before);
        const gone = known(had, true);
        const names = gone.map(({ id }) => id);
        expect(slotsChange(gone, had)).toEqual({ kept: [], revived: names, removed: [], added: [] });
      }),
    );
  });

  it('cuts equal slots in a zone that moves its clocks by half an hour', () => {
    // Lord Howe goes back from 02:00 to 01:30 on 4 April 2027, and forward from 02:00 to 02:30 on 4 October 2026.
    const minutes = (date: string) =>
      slotsOf({
        zone: 'Australia/Lord_Howe',
        dates: [date],
        from: '01:00',
        until: '03:00',
        slotMinutes: 30,
        gapMinutes: 0,
      }).length;
    expect([minutes('2027-04-04'), minutes('2026-10-04'), minutes('2027-01-26')]).toEqual([5, 3, 4]);
  });
});
