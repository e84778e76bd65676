import type { FeedEntry, FeedKind, FeedKinds, FeedPage } from '@musubi/contracts';
import type { EntityManager } from 'typeorm';

export interface FeedNote {
  userId: string;
  kind: FeedKind;
  ids: FeedKinds[FeedKind];
}
export interface Appended {
  userId: string;
  entry: FeedEntry;
}

interface Row {
  user_id: string;
  n: number;
  kind: FeedKind;
  ids: FeedKinds[FeedKind];
  at: Date;
}

/** A page holds this many entries; somebody further behind reads everything anew. */
export const feedPageSize = 500;

const entryOf = ({ n, kind, ids, at }: Row) => ({ n, kind, ids, at: at.toISOString() }) as FeedEntry;

/**
 * Numbers and stores all notes of a transaction in one statement. Counters are raised in sorted user order, so that
 * two transactions never wait for each other in a circle; a person's numbers have no gap because the counter's lock
 * is held until the commit.
 */
export async function appendToFeeds(em: EntityManager, notes: readonly FeedNote[], at: Date): Promise<Appended[]> {
  if (notes.length === 0) return [];
  const rows = (await em.query(
    `WITH note AS (
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) WITH ORDINALITY AS note (user_id, kind, ids, place)
     ), counted AS (
       SELECT user_id, count(*)::int AS more FROM note GROUP BY user_id
     ), raised AS (
       INSERT INTO user_feed (user_id, last_n) SELECT user_id, more FROM counted ORDER BY user_id
       ON CONFLICT ON CONSTRAINT user_feed_pk DO UPDATE SET last_n = user_feed.last_n + excluded.last_n
       RETURNING user_id, last_n
     )
     INSERT INTO user_event (user_id, n, kind, ids, at)
     SELECT note.user_id, raised.last_n - counted.more + row_number() OVER (PARTITION BY note.user_id ORDER BY note.place),
            note.kind, note.ids, $4
     FROM note JOIN raised USING (user_id) JOIN counted USING (user_id)
     RETURNING user_id, n, kind, ids, at`,
    [
      notes.map((note) => note.userId),
      notes.map((note) => note.kind),
      notes.map((note) => JSON.stringify(note.ids)),
      at,
    ],
  )) as Row[];
  return rows.map((row) => ({ userId: row.user_id, entry: entryOf(row) })).sort((a, b) => a.entry.n - b.entry.n);
}

/** What came after the cursor; without a cursor only the newest number. */
export async function readFeed(em: EntityManager, userId: string, after: number | undefined): Promise<FeedPage> {
  const rows = (await em.query(
    `SELECT coalesce(feed.last_n, 0) AS last_n, entry.*
     FROM (SELECT $1::uuid AS user_id) AS person
     LEFT JOIN user_feed feed USING (user_id)
     LEFT JOIN LATERAL (
       SELECT n, kind, ids, at FROM user_event WHERE user_event.user_id = person.user_id AND n > $2 ORDER BY n LIMIT $3
     ) AS entry ON $2 IS NOT NULL`,
    [userId, after ?? null, feedPageSize + 1],
  )) as (Row & { last_n: number; n: number | null })[];
  const cursor = rows[0]!.last_n;
  if (after === undefined) return { entries: [], cursor, reload: false };
  const entries = rows.filter((row) => row.n !== null).map(entryOf);
  const whole = after <= cursor && entries.length === cursor - after && entries.length <= feedPageSize;
  return whole ? { entries, cursor, reload: false } : { entries: [], cursor, reload: true };
}
