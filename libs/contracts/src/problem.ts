import { z } from 'zod';
import { errorCodes, type ErrorCode } from './codes.ts';

/** One thing wrong with a body: where, and what the schema said. */
export const FieldIssue = z.object({ path: z.string(), message: z.string() });
export type FieldIssue = z.infer<typeof FieldIssue>;

/** RFC 9457 problem as every refusal is answered; `instance` is the reference that support can look up. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(errorCodes) as ErrorCode[]),
  instance: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
  issues: z.array(FieldIssue).optional(),
});
export type Problem = z.infer<typeof Problem>;
