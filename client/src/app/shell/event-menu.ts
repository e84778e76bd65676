import type { Lang, BilingualText } from '@musubi/contracts';
import { formatDates } from '@musubi/time';
import type { MenuEntry } from '../ui/menu/menu';

interface Dated {
  readonly startsAt: string;
  readonly zone: string;
}

/** The days of an event, as its place counts them. */
export function datesOf(
  { startsAt, endsAt, zone }: Dated & { readonly endsAt: string },
  lang: Lang,
  month?: 'short',
): string {
  return formatDates(dateIn(zone, startsAt), dateIn(zone, endsAt), lang, month);
}

/** Events to go to, each with its first day. */
export function eventMenu(
  events: readonly (Dated & { readonly slug: string; readonly title: BilingualText })[],
  lang: Lang,
  text: (title: BilingualText) => string,
): MenuEntry[] {
  return events.map((event) => ({
    value: event.slug,
    label: text(event.title),
    more: datesOf({ ...event, endsAt: event.startsAt }, lang),
  }));
}

function dateIn(zone: string, at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
