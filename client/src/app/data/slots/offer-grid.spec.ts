import { describe, expect, it } from '@jest/globals';
import { slot } from '../../../testing/meeting-fixtures';
import { bandsOf, between, layOutOffer, moveInGrid } from './offer-grid';

const slots = (...starts: string[]) => starts.map((start) => slot(`${start}:00Z`));
const times = (all: ReturnType<typeof slots>, zone: string) => {
  const { dates, rows } = layOutOffer(all, zone);
  return { dates, rows: rows.map((row) => row.map((one) => one?.startsAt.slice(5, 16) ?? '')) };
};
const two = slots('2027-01-26T08:00', '2027-01-26T08:25', '2027-01-26T09:15', '2027-01-27T08:00', '2027-01-27T09:15');

describe('the grid of offered times', () => {
  it('has the reader’s days side by side, and holes where a day has no slot', () => {
    expect(times(two, 'Europe/Brussels')).toEqual({
      dates: ['2027-01-26', '2027-01-27'],
      rows: [
        ['01-26T08:00', '01-27T08:00'],
        ['01-26T08:25', ''],
        ['01-26T09:15', '01-27T09:15'],
      ],
    });
  });

  it('has days of other hours below, and never more side by side than there is room for', () => {
    const day = (date: string, ...times: string[]) => times.map((time) => `${date}T${time}`);
    const days = (zone: string, most: number) =>
      bandsOf(
        slots(
          ...day('2027-01-26', '08:00', '08:25', '08:50'),
          ...day('2027-01-27', '08:00', '08:25', '10:10'),
          ...day('2027-01-28', '08:00', '08:25'),
          ...day('2027-01-29', '07:30', '07:55', '08:25'),
          ...day('2027-02-01', '07:30', '07:55', '08:25'),
        ),
        zone,
        most,
      ).map((band) => layOutOffer(band, zone).dates.map((date) => date.slice(5)));
    expect(days('Europe/Brussels', 4)).toEqual([
      ['01-26', '01-27', '01-28'],
      ['01-29', '02-01'],
    ]);
    expect(days('Asia/Tokyo', 2)).toEqual([['01-26', '01-27'], ['01-28'], ['01-29', '02-01']]);
    expect(days('Europe/Brussels', 1)).toHaveLength(5);
    expect(bandsOf([], 'Europe/Brussels', 4)).toEqual([]);
  });

  it('follows the reader over midnight', () => {
    expect(times(slots('2027-01-26T14:40', '2027-01-26T15:05'), 'Asia/Tokyo').dates).toEqual([
      '2027-01-26',
      '2027-01-27',
    ]);
  });

  it('shows an hour that comes twice twice', () => {
    const rows = slots('2026-10-25T00:30', '2026-10-25T01:30');
    expect(times(rows, 'Europe/Brussels').rows).toEqual([['10-25T00:30'], ['10-25T01:30']]);
  });

  it('is walked by arrows, over holes, and stops at its edges', () => {
    const grid = layOutOffer(two, 'Europe/Brussels');
    const from = (row: number, column: number) => (key: string) => moveInGrid(grid, { row, column }, key);
    expect(from(0, 1)('ArrowDown')).toEqual({ row: 2, column: 1 });
    expect(from(2, 1)('ArrowUp')).toEqual({ row: 0, column: 1 });
    expect(from(0, 0)('ArrowRight')).toEqual({ row: 0, column: 1 });
    expect([from(1, 0)('ArrowRight'), from(0, 0)('ArrowUp'), from(0, 0)('x')]).toEqual([null, null, null]);
    expect([from(1, 0)('Home'), from(0, 0)('End')]).toEqual([
      { row: 0, column: 0 },
      { row: 2, column: 0 },
    ]);
  });

  it('gives what lies between two places', () => {
    const grid = layOutOffer(two, 'Europe/Brussels');
    expect(
      between(grid, { row: 2, column: 0 }, { row: 1, column: 0 }).map(({ startsAt }) => startsAt.slice(11, 16)),
    ).toEqual(['08:25', '09:15']);
    expect(between(grid, { row: 0, column: 0 }, { row: 2, column: 1 })).toHaveLength(5);
  });
});
