/**
 * saved people: whom a participant has put aside for later; nobody else sees it
 *   GET    /api/events/:eventId/saved-people                participant    → 200 SavedPerson[] the last saved first
 *   PUT    /api/events/:eventId/saved-people/:participantId participant {} → 204 | 409 saved_person.cap_reached ; DELETE → 204
 */
import { z } from 'zod';
import { InstantText } from './common.ts';
import { ParticipantCard } from './people/registration.ts';

/** As long as I may find them. */
export const SavedPerson = ParticipantCard.extend({
  savedAt: InstantText,
  /** An open request or a meeting with this person exists. */
  inTouch: z.boolean(),
});
export type SavedPerson = z.infer<typeof SavedPerson>;
