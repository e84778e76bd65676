/**
 * agenda (one participant's own plan: saved sessions, speaking slots, meetings)
 *   GET    /api/events/:eventId/agenda            participant     → 200 AgendaItem[] by start
 *   PUT    /api/events/:eventId/agenda/:sessionId participant {}  → 204 (save a session; handled by programme, which knows sessions)
 *   DELETE /api/events/:eventId/agenda/:sessionId participant     → 204
 *   GET    /api/me/calendar                       signed in       → 200 CalendarFeed
 *   POST   /api/me/calendar/renew                 signed in {}    → 200 CalendarFeed (the old address stops working)
 *   GET    /api/calendars/:token.ics              @Public (secret address) → 200 text/calendar
 */
import type { EventId } from './ids.ts';

export type AgendaKind = 'session' | 'speaking' | 'meeting';

export interface AgendaItem {
  kind: AgendaKind;
  /** Session id or meeting id. */
  sourceId: string;
  eventId: EventId;
  startsAt: string;
  endsAt: string;
  title: { en: string; ja: string };
}

export interface CalendarFeed {
  url: string;
}
