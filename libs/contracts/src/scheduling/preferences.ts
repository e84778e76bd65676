/**
 * preferences: whom a participant wants to meet, before the organisers plan
 *   GET /api/events/:eventId/preferences                  participant               → 200 PreferencesView (one's own, nobody else's)
 *   PUT /api/events/:eventId/preferences/:participantId   participant PreferencePut → 200 PreferencesView | 409 schedule.preferences_closed
 * Whom to choose from is the directory. Nobody learns what others said about them: not that they want, not that they do not.
 */
import { z } from 'zod';
import { InstantText } from '../common.ts';
import { EventId } from '../ids.ts';
import { ParticipantCard } from '../people/registration.ts';
import { meetingPreferences } from './words.ts';

/** `none` takes back what was said. */
export const PreferencePut = z.strictObject({ preference: z.enum(meetingPreferences) });
export type PreferencePut = z.infer<typeof PreferencePut>;

export const PreferenceView = z.object({
  participant: ParticipantCard,
  preference: z.enum(meetingPreferences).exclude(['none']),
  saidAt: InstantText,
});
export type PreferenceView = z.infer<typeof PreferenceView>;

export const PreferencesView = z.object({
  eventId: EventId,
  /** Whether a plan is made for this event at all; without one there is nothing to ask. */
  planned: z.boolean(),
  /** Whether one can say or change something now. */
  open: z.boolean(),
  /** From when; null where it is open from the start. */
  opensAt: InstantText.nullable(),
  /** Until when; null where the organisers have not said. */
  until: InstantText.nullable(),
  /** Since when the newest plan is published; null before, and where all were taken back. What is said now counts for what is planned later. */
  publishedAt: InstantText.nullable(),
  /** So many `must` at most. */
  mustAtMost: z.int(),
  /** By importance, then by when it was said. */
  preferences: z.array(PreferenceView),
});
export type PreferencesView = z.infer<typeof PreferencesView>;
