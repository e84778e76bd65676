/**
 * feed (what a socket missed while it was away)
 *   GET /api/me/feed?after=<n>  signed in → 200 FeedPage
 */
import { z } from 'zod';
import { InstantText } from './common.ts';
import type { FeedKind, FeedKinds } from './realtime.ts';

const kinds = {
  'meeting_request.changed': z.object({ requestId: z.string(), eventId: z.string() }),
  'meeting.changed': z.object({ meetingId: z.string(), eventId: z.string() }),
  'meeting.called': z.object({ meetingId: z.string(), eventId: z.string() }),
  'thread.changed': z.object({ requestId: z.string(), eventId: z.string() }),
  'guest.changed': z.object({ guestId: z.string(), requestId: z.string(), eventId: z.string() }),
  'interpreting.changed': z.object({ meetingId: z.string(), eventId: z.string() }),
  'agenda.changed': z.object({ eventId: z.string() }),
  'registration.changed': z.object({ registrationId: z.string(), eventId: z.string() }),
  'opportunity.changed': z.object({ organisationId: z.string() }),
  'affiliation.changed': z.object({ affiliationId: z.string(), organisationId: z.string() }),
  'outcome.changed': z.object({ meetingId: z.string(), eventId: z.string() }),
  'case.changed': z.object({ caseId: z.string() }),
  'card.changed': z.object({ meetingId: z.string(), eventId: z.string() }),
  'delegation.changed': z.object({ eventId: z.string() }),
  'gap.changed': z.object({ eventId: z.string() }),
} satisfies { [K in FeedKind]: z.ZodType<FeedKinds[K]> };

const entry = <K extends FeedKind>(kind: K) =>
  z.object({ n: z.int(), kind: z.literal(kind), ids: kinds[kind], at: InstantText });

export const FeedPage = z.object({
  entries: z.array(
    z.discriminatedUnion('kind', [
      entry('meeting_request.changed'),
      entry('meeting.changed'),
      entry('meeting.called'),
      entry('thread.changed'),
      entry('guest.changed'),
      entry('interpreting.changed'),
      entry('agenda.changed'),
      entry('registration.changed'),
      entry('opportunity.changed'),
      entry('affiliation.changed'),
      entry('outcome.changed'),
      entry('case.changed'),
      entry('card.changed'),
      entry('delegation.changed'),
      entry('gap.changed'),
    ]),
  ),
  /** The newest number of this person, also when no entry is sent. */
  cursor: z.int(),
  /** The cursor was too old or unknown: read everything anew. */
  reload: z.boolean(),
});
export type FeedPage = z.infer<typeof FeedPage>;
