import { describe, expect, it } from '@jest/globals';
import { dateAt, formatInZones, interval, timeAt } from '@musubi/time';
import fc from 'fast-check';
import { answerDeadline, halfTime, type AnswerDeadline } from './answer-deadline.ts';
import { afterWorkingDays, officeCalendar } from './office-calendar.ts';

const at = Temporal.Instant.from;
const rangeError = expect.objectContaining({ name: 'RangeError' });
const japan = officeCalendar('JP', 'Asia/Tokyo');
const germany = officeCalendar('DE', 'Europe/Berlin');
const days = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => Temporal.PlainDate.from(first).add({ days: n }).toString());

describe('office calendar', () => {
  it('closes at weekends and on the holidays of its country', () => {
    const closed = ['2026-09-21', '2026-09-22', '2026-09-23', '2027-01-11', '2027-03-22', '2027-01-23'];
    expect(closed.map((date) => [japan.isWorkingDay(date), japan.holidayOn(date)])).toEqual([
      [false, '敬老の日'],
      [false, '国民の休日'],
      [false, '秋分の日'],
      [false, '成人の日'],
      [false, '春分の日 (振替休日)'],
      [false, null],
    ]);
    expect(closed.map((date) => germany.isWorkingDay(date))).toEqual([true, true, true, true, true, false]);
    expect(germany.holidayOn('2027-03-26')).toBe('Karfreitag');
  });

  it('knows the Japanese turn of the year', () => {
    expect(days('2026-12-28', 8).filter((date) => japan.isWorkingDay(date))).toEqual(['2026-12-28', '2027-01-04']);
    expect(japan.holidayOn('2026-12-29')).toBe('年末年始の休日');
  });

  it('has holidays in every country of the Union', () => {
    const countries = 'AT BE BG CY CZ DE DK EE EL ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
    for (const country of countries) {
      const calendar = officeCalendar(country, 'Europe/Brussels');
      const closed = days('2027-01-01', 365).filter((date) => calendar.holidayOn(date) !== null);
      expect({ country, enough: closed.length >= 5 && closed.length <= 16 }).toEqual({ country, enough: true });
      expect(calendar.isWorkingDay('2027-01-01')).toBe(false);
    }
  });

  it('has weekends only where there is no calendar', () => {
    const nowhere = officeCalendar('EU', 'Europe/Brussels');
    expect(days('2027-01-01', 4).map(nowhere.isWorkingDay)).toEqual([true, false, false, true]);
  });

  it('lets the organiser say otherwise', () => {
    const calendar = officeCalendar('JP', 'Asia/Tokyo', [
      { date: '2027-01-11', works: true },
      { date: '2027-01-12', works: false },
      { date: '2027-01-16', works: true },
    ]);
    expect(['2027-01-11', '2027-01-12', '2027-01-16'].map(calendar.isWorkingDay)).toEqual([true, false, true]);
  });

  it('counts working days over a golden week', () => {
    expect([0, 1, 2].map((count) => japan.addWorkingDays('2027-04-28', count))).toEqual([
      '2027-04-28',
      '2027-04-30',
      '2027-05-06',
    ]);
    expect([japan.addWorkingDays('2027-05-01', 0), japan.previousWorkingDay('2027-05-06')]).toEqual([
      '2027-05-06',
      '2027-04-30',
    ]);
    expect(() => japan.addWorkingDays('2027-01-26', -1)).toThrow(rangeError);
    expect(() => japan.addWorkingDays('2027-01-26', 1.5)).toThrow(rangeError);
  });

  it('keeps the time of day over a change of clocks', () => {
    const friday = at('2027-03-25T14:20:30Z');
    const due = afterWorkingDays(germany, friday, 2);
    expect(due.toZonedDateTimeISO('Europe/Berlin').toString({ timeZoneName: 'never' })).toBe(
      '2027-03-31T15:20:30+02:00',
    );
  });

  it('passes exactly so many working days', () => {
    const calendars = fc.constantFrom(japan, germany, officeCalendar('GR', 'Europe/Athens'));
    fc.assert(
      fc.property(calendars, fc.nat(700), fc.integer({ min: 1, max: 10 }), (calendar, offset, count) => {
        const [from] = days('2026-04-01', offset + 1).slice(-1) as [string];
        const to = calendar.addWorkingDays(from, count);
        expect(calendar.isWorkingDay(to)).toBe(true);
        const passed = days(from, Temporal.PlainDate.from(from).until(to).days + 1).slice(1);
        expect(passed.filter(calendar.isWorkingDay)).toHaveLength(count);
        expect(calendar.previousWorkingDay(to) >= from || count === 1).toBe(true);
      }),
    );
  });
});

describe('answer deadline', () => {
  /** The conference of January 2027: two mornings in Europe. */
  const liveDays = [
    interval(at('2027-01-26T06:45:00Z'), at('2027-01-26T10:20:00Z')),
    interval(at('2027-01-27T06:45:00Z'), at('2027-01-27T10:20:00Z')),
  ];
  const toOsaka = { recipientZone: 'Asia/Tokyo', recipientCountry: 'JP' };
  const toStuttgart = { recipientZone: 'Europe/Berlin', recipientCountry: 'DE' };
  const shown = (request: Omit<AnswerDeadline, 'liveDays'>): string =>
    formatInZones(answerDeadline({ liveDays, ...request }), [request.recipientZone], 'en', { year: false });
  const lastSlotStart = at('2027-01-27T08:25:00Z');

  it('moves out of the Japanese night to ten', () => {
    const sentAt = at('2027-01-12T12:20:00Z');
    const deadline = answerDeadline({ sentAt, lastSlotStart, liveDays, ...toOsaka });
    expect(formatInZones(deadline, ['Europe/Berlin', 'Asia/Tokyo'], 'en', { year: false })).toBe(
      'Wed 20 Jan, 02:00 CET · 10:00 JST',
    );
    expect(String(halfTime(sentAt, deadline))).toBe('2027-01-16T06:40:00Z');
  });

  it('moves out of the European morning to ten, which is 18:00 in Japan', () => {
    expect(
      shown({
        sentAt: at('2027-01-12T06:20:00Z'),
        lastSlotStart,
        recipientZone: 'Europe/Rome',
        recipientCountry: 'IT',
      }),
    ).toBe('Tue 19 Jan, 10:00 CET');
  });

  it('counts the recipient’s holidays and as many days as the organiser set', () => {
    const sentAt = at('2027-01-07T05:00:00Z');
    expect(shown({ sentAt, lastSlotStart, ...toOsaka })).toBe('Fri 15 Jan, 14:00 JST');
    expect(shown({ sentAt, lastSlotStart, ...toStuttgart })).toBe('Thu 14 Jan, 10:00 CET');
    expect(shown({ sentAt, lastSlotStart, ...toOsaka, workingDays: 1 })).toBe('Fri 8 Jan, 14:00 JST');
    expect(shown({ sentAt, lastSlotStart, ...toOsaka, overrides: [{ date: '2027-01-11', works: true }] })).toBe(
      'Thu 14 Jan, 14:00 JST',
    );
  });

  it('ends at the last slot, or the evening before where that is night', () => {
    const sentAt = at('2027-01-22T12:00:00Z');
    expect(shown({ sentAt, lastSlotStart, ...toOsaka })).toBe('Wed 27 Jan, 17:25 JST');
    expect(shown({ sentAt, lastSlotStart, ...toStuttgart })).toBe('Tue 26 Jan, 18:00 CET');
    const late = at('2027-01-27T09:40:00Z');
    expect(shown({ sentAt, lastSlotStart: late, ...toOsaka })).toBe('Wed 27 Jan, 18:00 JST');
  });

  it('goes back over a weekend to find an evening', () => {
    const monday = at('2027-02-01T07:00:00Z');
    expect(shown({ sentAt: at('2027-01-29T10:00:00Z'), lastSlotStart: monday, ...toStuttgart })).toBe(
      'Fri 29 Jan, 18:00 CET',
    );
    expect(shown({ sentAt: at('2027-01-30T10:00:00Z'), lastSlotStart: monday, ...toStuttgart })).toBe(
      'Mon 1 Feb, 08:00 CET',
    );
  });

  it('is a quarter of an hour once the event is live, for a slot of that day', () => {
    const sentAt = at('2027-01-26T08:16:00Z');
    const firstSlotStart = at('2027-01-26T08:50:00Z');
    expect(shown({ sentAt, firstSlotStart, lastSlotStart, ...toStuttgart })).toBe('Tue 26 Jan, 09:31 CET');
    expect(shown({ sentAt, lastSlotStart: at('2027-01-26T08:25:00Z'), ...toStuttgart })).toBe('Tue 26 Jan, 09:25 CET');
    expect(shown({ sentAt, lastSlotStart, ...toStuttgart })).toBe('Tue 26 Jan, 18:00 CET');
  });

  it('leaves a quarter of an hour at least, if the slot does', () => {
    const tuesday = at('2027-01-26T08:00:00Z');
    const sentAt = at('2027-01-25T16:50:00Z');
    expect(shown({ sentAt, lastSlotStart: tuesday, ...toStuttgart })).toBe('Tue 26 Jan, 09:00 CET');
    expect(shown({ sentAt: at('2027-01-25T16:45:00Z'), lastSlotStart: tuesday, ...toStuttgart })).toBe(
      'Mon 25 Jan, 18:00 CET',
    );
  });

  it('refuses what cannot be answered', () => {
    const sentAt = at('2027-01-27T08:25:00Z');
    expect(() => shown({ sentAt, lastSlotStart, ...toOsaka })).toThrow(rangeError);
    for (const workingDays of [0, 11, 2.5]) {
      expect(() => shown({ sentAt: at('2027-01-12T12:20:00Z'), lastSlotStart, ...toOsaka, workingDays })).toThrow(
        rangeError,
      );
    }
  });

  it('lies after sending, not after the last slot, and before the live days never at night unless the slot leaves nothing else', () => {
    const recipients = fc.constantFrom(toOsaka, toStuttgart, {
      recipientZone: 'Europe/Helsinki',
      recipientCountry: 'FI',
    });
    const start = Date.parse('2026-10-20T00:00:00Z');
    const request = fc.record({
      recipient: recipients,
      sent: fc.nat(99 * 24 * 60),
      ahead: fc.integer({ min: 1, max: 30 * 24 * 60 }),
      workingDays: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(request, ({ recipient, sent, ahead, workingDays }) => {
        const sentAt = Temporal.Instant.fromEpochMilliseconds(start + sent * 60_000);
        const last = sentAt.add({ minutes: ahead });
        const deadline = answerDeadline({ sentAt, lastSlotStart: last, liveDays, workingDays, ...recipient });
        expect(Temporal.Instant.compare(sentAt, deadline)).toBe(-1);
        expect(Temporal.Instant.compare(deadline, last)).toBeLessThanOrEqual(0);
        const time = timeAt(deadline, recipient.recipientZone);
        const night = time < '10:00' || time > '18:00';
        const live = liveDays.some((day) => dateAt(day.start, 'UTC') === dateAt(deadline, 'UTC'));
        if (night && !live) expect(deadline.equals(last)).toBe(true);
        const half = halfTime(sentAt, deadline);
        expect([Temporal.Instant.compare(sentAt, half), Temporal.Instant.compare(half, deadline)]).toEqual([-1, -1]);
      }),
      { numRuns: 300 },
    );
  });
});
