/**
 * asking people for their preferences by letter
 *   GET  /api/organise/events/:eventId/schedule/asking   organiser    → 200 AskingView
 *   POST /api/organise/events/:eventId/schedule/asking   organiser {} → 200 AskedResult (nobody where nothing can be said now)
 * Each person gets the letter once, whether the time opens or organisers ask, and one reminder before the deadline.
 */
import { z } from 'zod';

const LetterPreview = z.object({ subject: z.string(), paragraphs: z.array(z.string()) });

export const AskingView = z.object({
  /** Whether one can say something now. */
  open: z.boolean(),
  /** How many would get the letter now: they take part, said nothing, and got none. */
  toAsk: z.int(),
  /** How many got one. */
  asked: z.int(),
  /** As it is written, but for the greeting; each person gets it in their own language. */
  letter: z.object({ en: LetterPreview, ja: LetterPreview }),
});
export type AskingView = z.infer<typeof AskingView>;

export const AskedResult = z.object({ written: z.int() });
export type AskedResult = z.infer<typeof AskedResult>;
