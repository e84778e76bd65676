/**
 * events
 *   GET   /api/events                     @Public                      → 200 EventSummary[] by start
 *   GET   /api/events/:slug               @Public                      → 200 EventView (cancelled events stay visible as cancelled)
 *   POST  /api/events                     organiser EventInput         → 201 EventView
 *   PATCH /api/events/:eventId            organiser EventPatch         → 200 EventView
 *   POST  /api/events/:eventId/publish    organiser {}                 → 200 EventView
 *   POST  /api/events/:eventId/cancel     organiser {}                 → 200 EventView
 *   GET   /api/events/:slug/calendar.ics  @Public ?lang=               → 200 text/calendar (METHOD:PUBLISH, the event itself)
 */
import { z } from 'zod';
import { Bilingual, BilingualText, InstantText, LangCode, line, ZoneText } from '../common.ts';
import { EventId } from '../ids.ts';
import { eventKinds, eventStates } from '../vocabulary.ts';

export const EventSlug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

/** The query of a calendar download. */
export const CalendarQuery = z.strictObject({ lang: LangCode.default('en') });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** Working days of an office to answer a request. */
const AnswerDays = z.int().min(1).max(10);

/** Without what has a default: in a patch it would set what was left out. */
const EventTerms = z.strictObject({
  slug: EventSlug,
  kind: z.enum(eventKinds),
  title: Bilingual(160),
  lead: Bilingual(600),
  /** The event's own IANA zone: programmes and meeting blocks are wall-clock in it. */
  zone: ZoneText,
  startsAt: InstantText,
  endsAt: InstantText,
  registrationOpensAt: InstantText,
  registrationClosesAt: InstantText,
  capacity: z.int().min(1).max(100_000),
  /** Participants ask each other for meetings at this event. */
  matchmaking: z.boolean(),
  organisedBy: z.array(line(160)).max(8),
  supportedBy: z.array(line(160)).max(20),
});
export const EventInput = EventTerms.extend({ answerDays: AnswerDays.default(5) });
export type EventInput = z.input<typeof EventInput>;
export const EventPatch = EventTerms.omit({ slug: true, kind: true }).extend({ answerDays: AnswerDays }).partial();
export type EventPatch = z.infer<typeof EventPatch>;

export const EventSummary = z.object({
  eventId: EventId,
  slug: z.string(),
  kind: z.enum(eventKinds),
  state: z.enum(eventStates),
  title: BilingualText,
  lead: BilingualText,
  zone: ZoneText,
  startsAt: InstantText,
  endsAt: InstantText,
  /** Japanese fiscal year, by Tokyo's date: 2026 is 1 April 2026 to 31 March 2027. */
  fiscalYear: z.int(),
  matchmaking: z.boolean(),
  registration: z.enum(['not_yet', 'open', 'closed']),
});
export type EventSummary = z.infer<typeof EventSummary>;

export const EventView = EventSummary.extend({
  registrationOpensAt: InstantText,
  registrationClosesAt: InstantText,
  capacity: z.int(),
  answerDays: z.int(),
  organisedBy: z.array(z.string()),
  supportedBy: z.array(z.string()),
});
export type EventView = z.infer<typeof EventView>;
