/**
 * audit (what people in charge did; an entry is never changed and never removed)
 *   GET   /api/organise/audit?eventId=&actorId=&did=&from=&until=&before=  owner → 200 AuditPage (the latest first, 100 at a time)
 *   GET   /api/organise/audit.csv?…                                        owner → 200 text/csv (at most 10,000 entries)
 *   GET   /api/organise/audit/check?mark=                                  owner → 200 AuditCheckView (reads all of it)
 */
import { z } from 'zod';
import { InstantText, PersonName } from './common.ts';
import { EventId, UserId } from './ids.ts';

export const AuditQuery = z.strictObject({
  eventId: EventId.optional(),
  actorId: UserId.optional(),
  did: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .max(60)
    .optional(),
  from: InstantText.optional(),
  until: InstantText.optional(),
  /** The last entry of the page before. */
  before: z.uuid().optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

const AuditState = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));

export const AuditEntry = z.object({
  entryId: z.uuid(),
  /** By the platform's clock, and by the clock on the wall. */
  at: InstantText,
  recordedAt: InstantText,
  /** Null when time or circumstances did it, or the person is known no more. */
  actor: z.object({ userId: UserId, name: PersonName }).nullable(),
  onBehalfOf: z.object({ userId: UserId, name: PersonName }).nullable(),
  did: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  eventId: EventId.nullable(),
  before: AuditState.nullable(),
  after: AuditState.nullable(),
  reason: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  /** There are older ones. */
  earlier: z.boolean(),
  /** What has been done so far, for choosing among it. */
  kinds: z.array(z.string()),
});
export type AuditPage = z.infer<typeof AuditPage>;

/** A place in the log's chain as it was noted down: its number and its check value. */
export const AuditMark = z.string().regex(/^[1-9]\d{0,8}:[0-9a-f]{64}$/);

export const AuditCheckQuery = z.strictObject({
  /** Noted at an earlier check, outside of the platform: whoever has it knows that everything up to there still stands. */
  mark: AuditMark.optional(),
});
export type AuditCheckQuery = z.infer<typeof AuditCheckQuery>;

export const auditFaults = ['changed', 'removed', 'inserted', 'mark_missing'] as const;

export const AuditCheckView = z.object({
  /** Entries in the chain, and those that will be in a moment. */
  sealed: z.int(),
  waiting: z.int(),
  /** The end of the chain; null while it is empty. */
  head: z.object({ mark: AuditMark, sealedAt: InstantText }).nullable(),
  /** What was tampered with, and where: nothing, if all is well. */
  faults: z.array(z.object({ kind: z.enum(auditFaults), number: z.int().nullable(), entryId: z.uuid().nullable() })),
  /** There are other faults. */
  more: z.boolean(),
});
export type AuditCheckView = z.infer<typeof AuditCheckView>;
