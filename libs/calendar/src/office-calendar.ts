import { dateAt, instantAt } from '@musubi/time';
import Holidays from 'date-holidays';

/** A day on which an office does otherwise than its country's calendar says; the organiser's table. */
export interface CalendarOverride {
  /** ISO date. */
  readonly date: string;
  readonly works: boolean;
}

/** When the offices of one place are at work: Monday to Friday, without the public holidays of the country. */
export interface OfficeCalendar {
  /** IANA zone id. */
  readonly zone: string;
  /** Whether the office works on the ISO date. */
  isWorkingDay(date: string): boolean;
  /** Why the office is closed on a weekday, in the country's own language; null on a weekend or a working day. */
  holidayOn(date: string): string | null;
  /**
   * The n-th working day after the date: 1 is the next. From 0 the date itself, if it is one, or else the next.
   * @param count whole and at least 0
   * @throws RangeError on another count, a malformed date, or when no working day is found within two years
   */
  addWorkingDays(date: string, count: number): string;
  /** The last working day before the date. */
  previousWorkingDay(date: string): string;
}

/**
 * The office calendar of a country. A country that has no calendar (or none at all, as the EU's own institutions) has weekends only.
 *
 * Holidays come from date-holidays: public and bank holidays, half days too, nationwide ones only. Japan's offices are also closed
 * from 29 to 31 December and until 3 January (Act on Holidays of Administrative Organs, 1988).
 *
 * @param country ISO 3166-1; `EL` is read as Greece
 * @param zone IANA zone id
 * @param overrides they win over weekend and holiday
 */
export function officeCalendar(
  country: string,
  zone: string,
  overrides: readonly CalendarOverride[] = [],
): OfficeCalendar {
  const iso = country.toUpperCase() === 'EL' ? 'GR' : country.toUpperCase();
  const exceptions = new Map(overrides.map(({ date, works }) => [date, works]));

  const holidayOn = (date: string): string | null =>
    isWeekend(date) || exceptions.get(date) ? null : (holidaysOf(iso, yearOf(date)).get(date) ?? null);
  const isWorkingDay = (date: string): boolean =>
    exceptions.get(date) ?? (!isWeekend(date) && !holidaysOf(iso, yearOf(date)).has(date));
  const nextFrom = (date: string, step: 1 | -1): string => {
    let day = Temporal.PlainDate.from(date);
    for (let n = 0; n < 731; n++, day = day.add({ days: step }))
      if (isWorkingDay(day.toString())) return day.toString();
    throw new RangeError(`No working day within two years of ${date}`);
  };
  const neighbour = (date: string, step: 1 | -1): string =>
    nextFrom(Temporal.PlainDate.from(date).add({ days: step }).toString(), step);

  return {
    zone,
    isWorkingDay,
    holidayOn,
    previousWorkingDay: (date) => neighbour(date, -1),
    addWorkingDays(date, count) {
      if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
      let day = count === 0 ? nextFrom(date, 1) : date;
      for (let n = 0; n < count; n++) day = neighbour(day, 1);
      return day;
    },
  };
}

/** The instant that clocks show as now, some working days on: the same time of day on that day. */
export function afterWorkingDays(calendar: OfficeCalendar, from: Temporal.Instant, count: number): Temporal.Instant {
  const day = calendar.addWorkingDays(dateAt(from, calendar.zone), count);
  const time = from.toZonedDateTimeISO(calendar.zone).toPlainTime();
  const minute = time.toString({ smallestUnit: 'minute' });
  return instantAt(day, minute, calendar.zone).add({ seconds: time.second, milliseconds: time.millisecond });
}

function isWeekend(date: string): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek > 5;
}

function yearOf(date: string): number {
  return Temporal.PlainDate.from(date).year;
}

/** Country and year → ISO date → name. Building a year takes some milliseconds, and never changes. */
const known = new Map<string, ReadonlyMap<string, string>>();

function holidaysOf(country: string, year: number): ReadonlyMap<string, string> {
  const key = `${country} ${year}`;
  let days = known.get(key);
  if (!days) known.set(key, (days = readHolidays(country, year)));
  return days;
}

function readHolidays(country: string, year: number): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { date, start, end, name } of new Holidays(country, { types: ['public', 'bank'] }).getHolidays(year)) {
    const first = Temporal.PlainDate.from(date.slice(0, 10));
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
    for (let n = 0; n < length; n++) days.set(first.add({ days: n }).toString(), name);
  }
  if (country === 'JP') {
    for (const day of ['01-02', '01-03', '12-29', '12-30', '12-31']) days.set(`${year}-${day}`, '年末年始の休日');
  }
  return days;
}
