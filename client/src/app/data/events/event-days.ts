import { formatPlainDate, type Lang } from '@musubi/time';

/** ISO dates from an event's first to its last day on the calendar of a zone; at most a fortnight. */
export function eventDays({ startsAt, endsAt }: { startsAt: string; endsAt: string }, zone: string): string[] {
  const day = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
  const last = day(endsAt);
  const days: string[] = [];
  for (let next = day(startsAt); Temporal.PlainDate.compare(next, last) <= 0 && days.length < 14;) {
    days.push(next.toString());
    next = next.add({ days: 1 });
  }
  return days;
}

/** `Tue 26 and Wed 27 January 2027`, `Tue 26 – Fri 29 January 2027`; `2027年1月26日（火）・27日（水）`. */
export function daysInWords(days: readonly string[], lang: Lang): string {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return '';
  const whole = formatPlainDate(last, lang, { month: 'long' });
  if (first === last) return whole;
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  const sameMonth = from.month === to.month && from.year === to.year;
  const neighbours = from.add({ days: 1 }).equals(to);
  if (lang === 'ja') {
    const rest = sameMonth
      ? whole.slice(whole.indexOf('月') + 1)
      : formatPlainDate(last, lang, { year: from.year !== to.year });
    return `${formatPlainDate(first, lang)}${neighbours ? '・' : '〜'}${rest}`;
  }
  const start = sameMonth
    ? formatPlainDate(first, lang).split(' ').slice(0, 2).join(' ')
    : formatPlainDate(first, lang, { month: 'long', year: from.year !== to.year });
  return `${start}${neighbours ? ' and ' : ' – '}${whole}`;
}
