import type { Lang } from '@musubi/contracts';
import { type CalendarEntry, calendarText } from '../../platform/index.js';
import type { EventEntity } from './event.entity.js';

/** The event as an entry of a calendar; a later one with a higher SEQUENCE moves it or marks it cancelled. */
export function eventEntry(event: EventEntity, lang: Lang, url: string): CalendarEntry {
  return {
    uid: `event-${event.id}@musubi`,
    sequence: event.calendarSequence,
    stamp: event.changedAt,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    zone: event.zone,
    summary: event.title[lang] ?? event.title[event.title.original] ?? '',
    description: event.lead[lang] ?? event.lead[event.lead.original] ?? '',
    url,
    cancelled: event.state === 'cancelled',
  };
}

/**
 * The event as an RFC 5545 text that people add to their calendar: no attendee, no invitation.
 * @param url public page of the event
 */
export function eventCalendar(event: EventEntity, lang: Lang, url: string): string {
  return calendarText({ lang, product: 'Events', method: 'PUBLISH', entries: [eventEntry(event, lang, url)] });
}
