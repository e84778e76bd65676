import type { Lang } from '@musubi/contracts';
import { calendarText } from '../../platform/index.js';
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
 * A person's agenda as RFC 5545 text in their language. What is gone from the agenda is gone from the text: calendar programs
 * that subscribe drop it.
 */
export function agendaCalendar({ lang, now, commitments, events }: AgendaCalendar): string {
  return calendarText({
    lang,
    product: 'Agenda',
    method: 'PUBLISH',
    subscription: { name: names[lang], refreshSeconds },
    entries: oncePerUid(commitments).map((commitment) => {
      const event = events.get(commitment.eventId);
      return {
        uid: commitment.uid,
        sequence: commitment.sequence,
        stamp: now,
        startsAt: new Date(commitment.startsAt),
        endsAt: new Date(commitment.endsAt),
        zone: event?.zone ?? 'UTC',
        summary: commitment.title[lang],
        ...(event ? { description: event.title[lang], url: event.url } : {}),
      };
    }),
  });
}

/** Somebody may have saved the session in which they speak: one entry. */
function oncePerUid(commitments: readonly KeptCommitment[]): KeptCommitment[] {
  return [...new Map(commitments.map((commitment) => [commitment.uid, commitment])).values()];
}
