import type { Lang } from '@musubi/contracts';
import { vtimezone } from '@musubi/time';
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { oneLine, withoutControls } from '../text/plain-text.js';

/** One VEVENT. Times are written in `zone`, whose `VTIMEZONE` goes along. */
export interface CalendarEntry {
  /** The same for the whole life of what it stands for. */
  uid: string;
  /** Raised by every material change, a cancellation too. */
  sequence: number;
  stamp: Date;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  summary: string;
  description?: string;
  url?: string;
  location?: string;
  cancelled?: boolean;
  /** An invitation: from the platform to one person, who has already agreed. */
  invitation?: { organizer: { name: string; address: string }; attendee: { name: string; address: string } };
}

export interface CalendarText {
  lang: Lang;
  /** What made it, for PRODID. */
  product: string;
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  entries: readonly CalendarEntry[];
  /** Shown by programs that subscribe, and how often they may come back. */
  subscription?: { name: string; refreshSeconds: number };
}

/**
 * A calendar as RFC 5545 text. Control characters are taken out of every text: a line break in a name would begin a property
 * of its own.
 */
export function calendarText({ lang, product, method, entries, subscription }: CalendarText): string {
  const calendar = ical({
    prodId: { company: 'Musubi', product, language: lang.toUpperCase() },
    method: ICalCalendarMethod[method],
    // No zone of the whole: each entry names its own, and each of those is written out once.
    timezone: { name: null, generator: (zone: string) => zoneText(zone, entries) },
    ...(subscription ? { name: subscription.name, ttl: subscription.refreshSeconds } : {}),
  });
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: oneLine(entry.uid),
      sequence: entry.sequence,
      stamp: entry.stamp.toTemporalInstant(),
      start: entry.startsAt.toTemporalInstant(),
      end: entry.endsAt.toTemporalInstant(),
      timezone: entry.zone,
      summary: oneLine(entry.summary),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(entry.description ? { description: withoutControls(entry.description) } : {}),
      ...(entry.location ? { location: oneLine(entry.location) } : {}),
      ...(entry.url ? { url: entry.url } : {}),
    });
    if (!entry.invitation) continue;
    const { organizer, attendee } = entry.invitation;
    event.organizer({ name: oneLine(organizer.name), email: organizer.address });
    event.createAttendee({
      name: oneLine(attendee.name),
      email: attendee.address,
      rsvp: false,
      role: ICalAttendeeRole.REQ,
      type: ICalAttendeeType.INDIVIDUAL,
      status: ICalAttendeeStatus.ACCEPTED,
    });
  }
  return calendar.toString();
}

function zoneText(zone: string, entries: readonly CalendarEntry[]): string {
  const instants = entries.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
  const from = new Date(Math.min(...instants)).toTemporalInstant();
  return vtimezone(zone, from, new Date(Math.max(...instants)).toTemporalInstant()).trimEnd();
}
