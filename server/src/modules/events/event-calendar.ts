import type { Lang } from '@musubi/contracts';
import { vtimezone } from '@musubi/time';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { EventEntity } from './event.entity.js';

/**
 * The event as an RFC 5545 text that people add to their calendar: no attendee, no invitation. A later download with a higher
 * SEQUENCE moves the entry or marks it cancelled.
 * @param url public page of the event
 */
export function eventCalendar(event: EventEntity, lang: Lang, url: string): string {
  const calendar = ical({
    prodId: { company: 'Musubi', product: 'Events', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: {
      name: null,
      generator: (zone: string) =>
        vtimezone(zone, event.startsAt.toTemporalInstant(), event.endsAt.toTemporalInstant()).trimEnd(),
    },
  });
  calendar.createEvent({
    id: `event-${event.id}@musubi`,
    sequence: event.calendarSequence,
    stamp: event.changedAt.toTemporalInstant(),
    start: event.startsAt.toTemporalInstant(),
    end: event.endsAt.toTemporalInstant(),
    timezone: event.zone,
    summary: withoutControls(event.title[lang] ?? event.title[event.title.original] ?? ''),
    description: withoutControls(event.lead[lang] ?? event.lead[event.lead.original] ?? ''),
    url,
    status: event.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/** The generator lets them through; a line break in a title would begin a property. */
function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}
