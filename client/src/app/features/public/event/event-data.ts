import type { EventView, Lang, SessionView } from '@musubi/contracts';

/** The event as `schema.org/Event`, for search engines and other calendars. */
export function eventData(event: EventView, sessions: readonly SessionView[], lang: Lang, url: string): object {
  const text = (both: { en: string | null; ja: string | null }) => both[lang] ?? both.en ?? both.ja ?? '';
  const place = { '@type': 'VirtualLocation', url };
  const status = event.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: text(event.title),
    description: text(event.lead),
    url,
    startDate: event.startsAt,
    endDate: event.endsAt,
    inLanguage: ['en', 'ja'],
    isAccessibleForFree: true,
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    eventStatus: `https://schema.org/${status}`,
    location: place,
    organizer: event.organisedBy.map((name) => ({ '@type': 'Organization', name })),
    subEvent: sessions
      .filter(({ kind, state }) => kind !== 'break' && state === 'scheduled')
      .map((session) => ({
        '@type': 'Event',
        name: text(session.title),
        ...(session.abstract ? { description: text(session.abstract) } : {}),
        url: `${url}/programme#session-${session.sessionId}`,
        inLanguage: session.interpreted ? ['en', 'ja'] : session.languages,
        startDate: session.startsAt,
        endDate: session.endsAt,
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
        location: place,
        performer: session.speakers.map(({ name, organisation }) => ({
          '@type': 'Person',
          name,
          ...(organisation ? { affiliation: { '@type': 'Organization', name: organisation } } : {}),
        })),
      })),
  };
}
