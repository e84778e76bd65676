import { createHmac } from 'node:crypto';

/** An entry as it is sealed: every column as text, `jsonb` as PostgreSQL writes it, times to the microsecond. */
export type SealedText = readonly (string | null)[];

/** SQL of {@link SealedText} for the alias `entry`; the order is that of the seals for good. */
export const sealedText = `ARRAY[entry.id::text, ${utc('at')}, ${utc('recorded_at')}, entry.actor_id::text, entry.on_behalf_of::text, entry.did,
    entry.subject_kind, entry.subject_id, entry.event_id::text, entry.before::text, entry.after::text, entry.reason]`;

function utc(column: string): string {
  return `to_char(entry.${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** What the first seal has before it. */
export const beforeTheFirst = '0'.repeat(64);

/** @param before the hash of the seal before, or {@link beforeTheFirst} */
export function sealHash(key: Buffer, number: number, before: string, entry: SealedText): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([number, before, ...entry]))
    .digest('hex');
}
