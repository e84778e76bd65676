import { describe, expect, it } from '@jest/globals';
import type { TimelineKind, TimelineRow } from '../../agenda/timeline';
import { layOutCalendar, weekOf } from './calendar-layout';

const row = (key: string, startsAt: string, endsAt: string, kind: TimelineKind = 'session'): TimelineRow => ({
  ...{ key, kind, startsAt, endsAt, past: false, current: false },
  ...{ title: null, sourceId: key, meeting: null, request: null, starts: [] },
});
const at = (time: string, day = '26') => `2027-01-${day}T${time}:00Z`;
const lay = (rows: TimelineRow[], now = at('08:07', '20'), zone = 'Europe/Berlin') =>
  layOutCalendar([{ date: '2027-01-26', rows }], zone, Temporal.Instant.from(now));
const places = (page: ReturnType<typeof lay>) =>
  page.days[0]!.entries.map((one) => [one.row.key, one.from, one.tracks, `${one.lane}/${one.lanes}`]);

describe('the calendar of meetings', () => {
  it('puts what there is on whole hours of the reader’s wall', () => {
    const page = lay([row('a', at('06:45'), at('07:45')), row('b', at('08:25'), at('08:45'), 'meeting')]);
    expect([page.from, page.until]).toEqual([7, 10]);
    expect([lay([]).from, lay([]).until]).toEqual([9, 12]);
    // 07:45 is nine rows after 07:00, 09:25 is 29.
    expect(places(page)).toEqual([
      ['a', 10, 12, '0/1'],
      ['b', 30, 4, '0/1'],
    ]);
  });

  it('leaves out what is free, now and the end, and gives what is short room for its words', () => {
    const page = lay([
      row('free', at('08:00'), at('09:00'), 'free'),
      row('short', at('09:00'), at('09:05')),
      row('end', at('10:00'), at('10:00'), 'end'),
    ]);
    expect(places(page)).toEqual([['short', 1, 3, '0/1']]);
  });

  it('stands what overlaps side by side, equally wide, also by way of others', () => {
    const page = lay([
      row('long', at('08:00'), at('10:00')),
      row('first', at('08:00'), at('08:30')),
      row('second', at('08:30'), at('09:00')),
      row('alone', at('10:00'), at('10:30')),
    ]);
    expect(places(page).map(([key, , , lane]) => [key, lane])).toEqual([
      ['long', '0/2'],
      ['first', '1/2'],
      ['second', '1/2'],
      ['alone', '0/1'],
    ]);
  });

  it('ends with its day what goes over midnight, and draws now on its own day only', () => {
    const late = lay([row('late', at('14:30'), at('16:30'))], at('14:35'), 'Asia/Tokyo');
    expect([late.from, late.until, places(late), late.days[0]!.now]).toEqual([23, 24, [['late', 7, 6, '0/1']], 8]);
    expect(lay([], at('14:35', '27')).days[0]!.now).toBeNull();
  });

  it('goes by the wall where clocks change, whatever is shown there twice or never', () => {
    const laid = (date: string, startsAt: string, endsAt: string) => {
      const rows = [row('one', `${startsAt}:00Z`, `${endsAt}:00Z`)];
      return layOutCalendar([{ date, rows }], 'Europe/Berlin', Temporal.Instant.from('2026-03-01T00:00:00Z'));
    };
    const placed = ({ from, until, days }: ReturnType<typeof laid>) => [from, until, days[0]!.entries[0]!.tracks];
    // 09:00 on the days before and after; 01:30 to 03:30 is one hour in March; 02:30 comes twice in October.
    expect(placed(laid('2026-03-28', '2026-03-28T08:00', '2026-03-28T08:30'))).toEqual([9, 10, 6]);
    expect(placed(laid('2026-03-29', '2026-03-29T07:00', '2026-03-29T07:30'))).toEqual([9, 10, 6]);
    expect(placed(laid('2026-03-29', '2026-03-29T00:30', '2026-03-29T01:30'))).toEqual([1, 4, 24]);
    expect(placed(laid('2026-10-25', '2026-10-25T00:30', '2026-10-25T01:30'))).toEqual([2, 4, 12]);
    expect(placed(laid('2026-10-25', '2026-10-25T08:00', '2026-10-25T08:00'))).toEqual([9, 10, 3]);
  });

  it('shows the working week, and of the weekend what holds something', () => {
    expect(weekOf('2027-01-27', [])).toEqual(['25', '26', '27', '28', '29'].map((day) => `2027-01-${day}`));
    expect(weekOf('2027-01-31', ['2027-01-31']).slice(-2)).toEqual(['2027-01-29', '2027-01-31']);
  });
});
