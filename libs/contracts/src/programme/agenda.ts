/**
 * agenda (one participant's own plan: saved sessions, speaking slots, meetings)
 *   GET    /api/events/:eventId/agenda            participant     → 200 AgendaItem[] by start
 *   PUT    /api/events/:eventId/agenda/:sessionId participant {}  → 204 (save a session; handled by programme, which knows sessions)
 *   DELETE /api/events/:eventId/agenda/:sessionId participant     → 204
 *   GET    /api/me/calendar                       signed in       → 200 CalendarFeed
 *   POST   /api/me/calendar/renew                 signed in {}    → 200 CalendarFeed (the old address stops working)
 *   GET    /api/calendars/:token.ics              @Public (secret address) → 200 text/calendar
 */
import { z } from 'zod';
import { BothLanguages, InstantText } from '../common.ts';
import { EventId } from '../ids.ts';

export const AgendaKind = z.enum(['session', 'speaking', 'meeting']);
export type AgendaKind = z.infer<typeof AgendaKind>;

export const AgendaItem = z.object({
  kind: AgendaKind,
  /** Session id or meeting id. */
  sourceId: z.string(),
  eventId: EventId,
  startsAt: InstantText,
  endsAt: InstantText,
  title: BothLanguages,
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const CalendarFeed = z.object({
  url: z.string(),
});
export type CalendarFeed = z.infer<typeof CalendarFeed>;
