import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minutesOf } from './interval.ts';
import { datesBetween, slotsOf, type BlockPlan } from './slot-grid.ts';
import { dateAt, instantAt, timeAt, wallInterval } from './wall-clock.ts';

/** Temporal throws the RangeError of the realm around Jest's, so that only its name can be asked. */
const rangeError = expect.objectContaining({ name: 'RangeError' });

const brussels = 'Europe/Brussels';
const plan = (change: Partial<BlockPlan>): BlockPlan => ({
  zone: brussels,
  dates: ['2027-01-26'],
  from: '09:00',
  until: '11:00',
  slotMinutes: 20,
  gapMinutes: 5,
  ...change,
});
const starts = (change: Partial<BlockPlan>, zone = change.zone ?? brussels): string[] =>
  slotsOf(plan(change)).map(({ start }) => `${dateAt(start, zone)} ${timeAt(start, zone)}`);

describe('wall clock', () => {
  it.each([
    ['2026-10-24', '09:00', '2026-10-24T07:00:00Z'],
    ['2026-10-25', '09:00', '2026-10-25T08:00:00Z'],
    ['2027-03-27', '09:00', '2027-03-27T08:00:00Z'],
    ['2027-03-28', '09:00', '2027-03-28T07:00:00Z'],
    ['2027-10-31', '09:00', '2027-10-31T08:00:00Z'],
  ])('nine in Brussels on %s', (date, time, instant) => {
    expect(String(instantAt(date, time, brussels))).toBe(instant);
  });

  it('reads a missing time as the moment the clocks went forward', () => {
    for (const time of ['02:00', '02:01', '02:30', '02:59', '03:00']) {
      expect(String(instantAt('2027-03-28', time, brussels))).toBe('2027-03-28T01:00:00Z');
    }
    expect(String(instantAt('2027-03-28', '01:59', brussels))).toBe('2027-03-28T00:59:00Z');
  });

  it('reads a repeated time as its first', () => {
    expect(String(instantAt('2026-10-25', '02:30', brussels))).toBe('2026-10-25T00:30:00Z');
    expect(String(instantAt('2027-10-31', '02:30', brussels))).toBe('2027-10-31T00:30:00Z');
    expect(String(instantAt('2027-10-31', '03:00', brussels))).toBe('2027-10-31T02:00:00Z');
  });

  it('never runs backwards in a day, and shows what was asked wherever that exists', () => {
    const dates = fc.constantFrom('2026-10-25', '2027-01-26', '2027-03-28', '2027-10-31');
    const zones = fc.constantFrom(brussels, 'Europe/Lisbon', 'Europe/Helsinki', 'Atlantic/Azores', 'Asia/Tokyo');
    fc.assert(
      fc.property(dates, zones, fc.nat(1438), (date, zone, minute) => {
        const clock = (n: number): string =>
          `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
        const one = instantAt(date, clock(minute), zone);
        const next = instantAt(date, clock(minute + 1), zone);
        expect(Temporal.Instant.compare(one, next)).toBeLessThanOrEqual(0);
        const shown = timeAt(one, zone);
        if (shown !== clock(minute)) expect(shown > clock(minute)).toBe(true);
        expect(dateAt(one, zone)).toBe(date);
      }),
    );
  });

  it('refuses what is no time, date, zone or length', () => {
    for (const time of ['24:00', '9:00', '09:60', '', '09:00:00']) {
      expect(() => instantAt('2027-01-26', time, brussels)).toThrow(rangeError);
    }
    expect(() => instantAt('2027-02-30', '09:00', brussels)).toThrow(rangeError);
    expect(() => instantAt('2027-01-26', '09:00', 'Europe/Atlantis')).toThrow(rangeError);
    expect(() => wallInterval('2027-01-26', '09:00', '09:00', brussels)).toThrow(rangeError);
  });
});

describe('slot grid', () => {
  it('cuts the conference block into five slots of twenty minutes', () => {
    expect(starts({ dates: ['2027-01-27', '2027-01-26', '2027-01-26'] })).toEqual([
      '2027-01-26 09:00',
      '2027-01-26 09:25',
      '2027-01-26 09:50',
      '2027-01-26 10:15',
      '2027-01-26 10:40',
      '2027-01-27 09:00',
      '2027-01-27 09:25',
      '2027-01-27 09:50',
      '2027-01-27 10:15',
      '2027-01-27 10:40',
    ]);
    expect(starts({}, 'Asia/Tokyo')[0]).toBe('2027-01-26 17:00');
  });

  it('keeps the wall-clock over both changes, while Japan moves', () => {
    const tokyo = (date: string): string => starts({ dates: [date] }, 'Asia/Tokyo')[0]!.slice(-5);
    expect(['2026-10-24', '2026-10-25', '2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31'].map(tokyo)).toEqual([
      '16:00',
      '17:00',
      '17:00',
      '16:00',
      '16:00',
      '17:00',
    ]);
  });

  it('leaves out the missing hour', () => {
    expect(starts({ dates: ['2027-03-28'], from: '01:00', until: '04:00', slotMinutes: 30, gapMinutes: 0 })).toEqual([
      '2027-03-28 01:00',
      '2027-03-28 01:30',
      '2027-03-28 03:00',
      '2027-03-28 03:30',
    ]);
    expect(starts({ dates: ['2027-03-28'], from: '02:30', until: '03:30', slotMinutes: 30, gapMinutes: 0 })).toEqual([
      '2027-03-28 03:00',
    ]);
    expect(starts({ dates: ['2027-03-28'], from: '02:00', until: '03:00' })).toEqual([]);
  });

  it.each(['2026-10-25', '2027-10-31'])('fills the repeated hour twice on %s', (date) => {
    const slots = slotsOf(plan({ dates: [date], from: '01:30', until: '03:30', slotMinutes: 30, gapMinutes: 0 }));
    expect(slots.map(({ start }) => start.toZonedDateTimeISO(brussels).toString({ timeZoneName: 'never' }))).toEqual([
      `${date}T01:30:00+02:00`,
      `${date}T02:00:00+02:00`,
      `${date}T02:30:00+02:00`,
      `${date}T02:00:00+01:00`,
      `${date}T02:30:00+01:00`,
      `${date}T03:00:00+01:00`,
    ]);
  });

  it('goes on over midnight and keeps the date of its start', () => {
    const slots = slotsOf(plan({ zone: 'Asia/Tokyo', from: '23:30', until: '00:40', slotMinutes: 20, gapMinutes: 5 }));
    expect(
      slots.map(({ start, end, date, index }) => [date, index, timeAt(start, 'Asia/Tokyo'), timeAt(end, 'Asia/Tokyo')]),
    ).toEqual([
      ['2027-01-26', 0, '23:30', '23:50'],
      ['2027-01-26', 1, '23:55', '00:15'],
      ['2027-01-26', 2, '00:20', '00:40'],
    ]);
  });

  it('cuts equal slots in order, apart by the gap, inside the block, and leaves no room for one more', () => {
    const plans = fc.record({
      zone: fc.constantFrom(brussels, 'Asia/Tokyo', 'Europe/Lisbon', 'Europe/Helsinki'),
      dates: fc.constantFrom(['2026-10-25'], ['2027-01-26'], ['2027-03-28'], ['2027-10-31']),
      from: fc.constantFrom('00:00', '01:15', '02:30', '09:00', '23:45'),
      until: fc.constantFrom('02:15', '03:00', '11:05', '22:10'),
      slotMinutes: fc.integer({ min: 5, max: 90 }),
      gapMinutes: fc.nat(20),
    });
    fc.assert(
      fc.property(plans, (one) => {
        const block = wallInterval(one.dates[0]!, one.from, one.until, one.zone);
        const slots = slotsOf(one);
        slots.forEach((slot, n) => {
          expect(minutesOf(slot)).toBe(one.slotMinutes);
          expect(slot.index).toBe(n);
          const before = slots[n - 1];
          expect(minutesOf({ start: before?.end ?? block.start, end: slot.start })).toBe(before ? one.gapMinutes : 0);
        });
        const gap = slots.length ? one.gapMinutes : 0;
        const rest = minutesOf({ start: slots.at(-1)?.end ?? block.start, end: block.end });
        expect(rest).toBeGreaterThanOrEqual(0);
        expect(rest).toBeLessThan(gap + one.slotMinutes);
      }),
    );
  });

  it('refuses lengths that make no grid', () => {
    for (const change of [{ slotMinutes: 0 }, { slotMinutes: 2.5 }, { gapMinutes: -1 }, { from: '11:00' }]) {
      expect(() => slotsOf(plan(change))).toThrow(rangeError);
    }
  });
});

describe('datesBetween', () => {
  it('lists weekdays over the end of a month', () => {
    expect(datesBetween('2027-01-28', '2027-02-02', [1, 2, 3, 4, 5])).toEqual([
      '2027-01-28',
      '2027-01-29',
      '2027-02-01',
      '2027-02-02',
    ]);
    expect(datesBetween('2027-01-28', '2027-01-27')).toEqual([]);
  });
});
