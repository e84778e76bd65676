import type { Interval } from './interval.ts';
import { zoneLabel, type Lang } from './zones.ts';

/*
 * Dates in words, never in figures alone; times on the 24-hour clock. Written out here and not left to `Intl`, so that
 * server, browser, mail and test say the same whatever their version of ICU is.
 */

/** How a date is written. Left out: weekday and year shown, month short in English. Japanese has one length of month. */
export interface DateStyle {
  readonly weekday?: 'short' | 'long' | 'none' | undefined;
  readonly month?: 'short' | 'long' | undefined;
  readonly year?: boolean | undefined;
}

const weekdays = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ja: ['月', '火', '水', '木', '金', '土', '日'],
} as const;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `Tue 26 Jan 2027`, `Tuesday 26 January`; `2027年1月26日（火）`, `1月26日（火曜日）`. */
export function formatDate(instant: Temporal.Instant, zone: string, lang: Lang, style: DateStyle = {}): string {
  return formatPlainDate(instant.toZonedDateTimeISO(zone).toPlainDate(), lang, style);
}

/** As {@link formatDate}, of a date without a zone.
 * @param date ISO text or PlainDate
 * @throws RangeError on a malformed date
 */
export function formatPlainDate(date: string | Temporal.PlainDate, lang: Lang, style: DateStyle = {}): string {
  const { year, month, day, dayOfWeek } = Temporal.PlainDate.from(date);
  const { weekday = 'short', month: monthStyle = 'short', year: withYear = true } = style;
  if (lang === 'ja') {
    const name = weekdays.ja[dayOfWeek - 1]!;
    const inBrackets = weekday === 'none' ? '' : weekday === 'long' ? `（${name}曜日）` : `（${name}）`;
    return `${withYear ? `${year}年` : ''}${month}月${day}日${inBrackets}`;
  }
  const name = weekdays.en[dayOfWeek - 1]!;
  const monthName = months[month - 1]!;
  return [
    weekday === 'none' ? '' : weekday === 'long' ? name : name.slice(0, 3),
    String(day),
    monthStyle === 'long' ? monthName : monthName.slice(0, 3),
    withYear ? String(year) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** `09:00`, the same in both languages. */
export function formatTime(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** `09:00 CET`. */
export function formatTimeZoned(instant: Temporal.Instant, zone: string): string {
  return `${formatTime(instant, zone)} ${zoneLabel(zone, instant)}`;
}

/** `Tue 26 Jan 2027, 09:00 CET`; `2027年1月26日（火）09:00 CET`. */
export function formatDateTime(instant: Temporal.Instant, zone: string, lang: Lang, style: DateStyle = {}): string {
  return join(lang, formatDate(instant, zone, lang, style), formatTimeZoned(instant, zone), style);
}

/**
 * One instant on several walls, the reader's first: `Tue 26 Jan 2027, 09:00 CET · 17:00 JST`, and the date again where it
 * differs: `Fri 15 Jan 2027, 23:59 CET · Sat 16 Jan, 07:59 JST`. What would read the same twice is written once.
 * @param zones at least one IANA id
 */
export function formatInZones(
  instant: Temporal.Instant,
  zones: readonly string[],
  lang: Lang,
  style: DateStyle = {},
): string {
  return formatRangeInZones({ start: instant, end: instant }, zones, lang, style);
}

/** `09:00–10:30 CET`; `23:50 – Wed 27 Jan, 00:10 JST` over midnight; both labels where the clocks change in between. */
export function formatTimeRange({ start, end }: Interval, zone: string, lang: Lang): string {
  const from = formatTime(start, zone);
  const fromLabel = zoneLabel(zone, start);
  const toLabel = zoneLabel(zone, end);
  const fromText = fromLabel === toLabel ? from : `${from} ${fromLabel}`;
  if (formatDate(start, zone, 'en') !== formatDate(end, zone, 'en')) {
    return `${fromText}${gap[lang]}${formatDateTime(end, zone, lang, { year: false })}`;
  }
  return `${fromText}${fromLabel === toLabel ? dash[lang] : gap[lang]}${formatTimeZoned(end, zone)}`;
}

/** `Tue 26 Jan 2027, 09:00–10:30 CET`; `2027年1月26日（火）09:00〜10:30 CET`. */
export function formatRange(range: Interval, zone: string, lang: Lang, style: DateStyle = {}): string {
  return join(lang, formatDate(range.start, zone, lang, style), formatTimeRange(range, zone, lang), style);
}

/** As {@link formatInZones}, of an interval: `Thu 10 Dec 2026, 09:00–10:30 CET · 17:00–18:30 JST`. */
export function formatRangeInZones(
  range: Interval,
  zones: readonly string[],
  lang: Lang,
  style: DateStyle = {},
): string {
  const [first, ...others] = zones;
  if (first === undefined) throw new RangeError('A time needs at least one zone');
  const isInstant = Temporal.Instant.compare(range.start, range.end) === 0;
  const times = (zone: string): string =>
    isInstant ? formatTimeZoned(range.start, zone) : formatTimeRange(range, zone, lang);
  const leading = formatDate(range.start, first, 'en');
  const texts = [join(lang, formatDate(range.start, first, lang, style), times(first), style)];
  const seen = new Set([`${leading} ${times(first)}`]);
  for (const zone of others) {
    const date = formatDate(range.start, zone, 'en');
    const key = `${date} ${times(zone)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const again = { ...style, year: false };
    texts.push(
      date === leading ? times(zone) : join(lang, formatDate(range.start, zone, lang, again), times(zone), again),
    );
  }
  return texts.join(' · ');
}

/**
 * Some days in one run: `26–27 January 2027`, `30 January – 2 February 2027`; `2027年1月26日・27日`, `2027年1月26日〜28日`.
 * @param first ISO date
 * @param last ISO date, the last day included
 * @param month long unless the place is narrow
 */
export function formatDates(first: string, last: string, lang: Lang, month: 'short' | 'long' = 'long'): string {
  const from = Temporal.PlainDate.from(first);
  const to = Temporal.PlainDate.from(last);
  const whole = { weekday: 'none', month } as const;
  const end = formatPlainDate(to, lang, whole);
  if (from.equals(to)) return end;
  const sameYear = from.year === to.year;
  const sameMonth = sameYear && from.month === to.month;
  if (lang === 'en') {
    if (sameMonth) return `${from.day}–${end}`;
    return `${formatPlainDate(from, lang, { ...whole, year: !sameYear })} – ${end}`;
  }
  const between = from.add({ days: 1 }).equals(to) ? '・' : '〜';
  const rest = sameMonth ? `${to.day}日` : formatPlainDate(to, lang, { ...whole, year: !sameYear });
  return `${formatPlainDate(from, lang, whole)}${between}${rest}`;
}

const dash = { en: '–', ja: '〜' } as const;
const gap = { en: ' – ', ja: '〜' } as const;

/** Japanese needs no comma after a closing bracket, and a space after a bare 日. */
function join(lang: Lang, date: string, time: string, { weekday }: DateStyle): string {
  if (lang === 'en') return `${date}, ${time}`;
  return weekday === 'none' ? `${date} ${time}` : `${date}${time}`;
}
