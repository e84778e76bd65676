/**
 * drafts: what somebody has typed into a form and not sent, kept for that person alone
 *   GET /api/me/drafts/:form   signed in   → 200 DraftView | null
 *   PUT /api/me/drafts/:form   signed in   DraftInput → 200 DraftView (what stands: the one typed last)
 */
import { z } from 'zod';
import { InstantText } from '../common.ts';
import { UserId } from '../ids.ts';

/** Names a form and what it is about: `ask.<eventId>.<participantId>`. */
export const DraftForm = z
  .string()
  .max(160)
  .regex(/^[a-z]+(\.[A-Za-z0-9-]+)*$/);
export type DraftForm = z.infer<typeof DraftForm>;

/** Characters that the content of a form may take, as JSON: a long registration in Japanese has some 5,000. */
export const draftMost = 20_000;

export const DraftInput = z.strictObject({
  /** Whose it is: a browser in which somebody else has signed in meanwhile, in another tab, is refused. */
  userId: UserId,
  /** The fields as JSON; null when the form was sent or given up: it forgets the content, and an older one does not come back. */
  content: z
    .string()
    .max(draftMost)
    // JSON has no raw control characters and, written by a browser, no half characters.
    // eslint-disable-next-line no-control-regex -- control characters are what is refused here
    .regex(/^\{[^\u0000-\u001f]*\}$/, 'not the JSON of a form')
    .refine((text) => text.isWellFormed(), 'not well-formed')
    .nullable(),
  /** When the person typed it, which decides between devices. A time to come counts as now. */
  typedAt: InstantText,
});
export type DraftInput = z.infer<typeof DraftInput>;

export const DraftView = z.object({ content: z.string().nullable(), typedAt: InstantText });
export type DraftView = z.infer<typeof DraftView>;
