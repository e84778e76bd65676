import type { Lang } from '@musubi/contracts';
import { vtimezone } from '@musubi/time';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { KeptCommitment } from './agenda.service.js';

/** What the calendar needs to know of an event beside the commitments. */
export interface CalendarEvent {
  zone: string;
  title: { en: string; ja: string };
  url: string;
}

export interface AgendaCalendar {
  lang: Lang;
  now: Date;
  commitments: readonly KeptCommitment[];
  events: ReadonlyMap<string, CalendarEvent>;
}

const names = { en: 'Musubi', ja: '結び' } as const;
const refreshSeconds = 3_600;

/**
 * A person's agenda as RFC 5545 text in their language, with the `VTIMEZONE` of every event's zone. What is gone from the
 * agenda is gone from the text: calendar programs that subscribe drop it.
 */
export function agendaCalendar({ lang, now, commitments, events }: AgendaCalendar): string {
  const calendar = ical({
    name: names[lang],
    prodId: { company: 'Musubi', product: 'Agenda', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    // No zone of the whole: each entry names its event's, and each of those is written out once.
    timezone: { name: null, generator: (zone: string) => zoneText(zone, commitments) },
  });
  for (const commitment of oncePerUid(commitments)) {
    const event = events.get(commitment.eventId);
    calendar.createEvent({
      id: oneLine(commitment.uid),
      sequence: commitment.sequence,
      stamp: now.toTemporalInstant(),
      start: Temporal.Instant.from(commitment.startsAt),
      end: Temporal.Instant.from(commitment.endsAt),
      timezone: event?.zone ?? null,
      summary: oneLine(commitment.title[lang]),
      status: ICalEventStatus.CONFIRMED,
      ...(event ? { description: plain(event.title[lang]), url: event.url } : {}),
    });
  }
  return calendar.toString();
}

/** Somebody may have saved the session in which they speak: one entry. */
function oncePerUid(commitments: readonly KeptCommitment[]): KeptCommitment[] {
  return [...new Map(commitments.map((commitment) => [commitment.uid, commitment])).values()];
}

function zoneText(zone: string, commitments: readonly KeptCommitment[]): string {
  const instants = commitments.flatMap(({ startsAt, endsAt }) => [Date.parse(startsAt), Date.parse(endsAt)]);
  const from = new Date(Math.min(...instants)).toTemporalInstant();
  return vtimezone(zone, from, new Date(Math.max(...instants)).toTemporalInstant()).trimEnd();
}

/** The generator lets control characters through, and a line break in a name would start a property of its own. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}

function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]+/g, ' ');
}
