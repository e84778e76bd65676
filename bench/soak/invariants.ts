import type { BenchInstance } from '../instance/bench-instance.ts';
import { doubleBookings } from '../instance/double-bookings.ts';
import type { Journal } from './journal.ts';

/** What does not hold that always must, in words. */
export async function broken(instance: BenchInstance): Promise<string[]> {
  const { rows } = await instance.db.query<Record<string, number>>(
    `SELECT
       (SELECT count(*)::int FROM meeting WHERE (SELECT count(*) FROM meeting_seat WHERE meeting_id = meeting.id AND live) <> 2)
         AS "meetings without two seats",
       (SELECT count(*)::int FROM meeting WHERE (SELECT count(*) FROM commitment WHERE source_id = meeting.id) <> 2)
         AS "meetings that are not in two agendas",
       (SELECT count(*)::int FROM (SELECT FROM meeting GROUP BY request_id HAVING count(*) > 1) AS twice)
         AS "requests with two meetings",
       (SELECT count(*)::int FROM meeting_request WHERE (state = 'accepted') <> EXISTS (SELECT FROM meeting WHERE request_id = meeting_request.id))
         AS "requests whose state and meeting disagree"`,
  );
  const found = { ...rows[0], 'double bookings': await doubleBookings(instance) };
  return Object.entries(found)
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${count} ${words}`);
}

/** What a client was told and the database does not have. */
export async function lost({ db }: BenchInstance, journal: Journal): Promise<string[]> {
  const { rows } = await db.query<{ lost: number }>(
    `SELECT count(*)::int AS lost FROM unnest($1::uuid[]) AS told (id) WHERE NOT EXISTS (SELECT FROM meeting WHERE id = told.id)`,
    [journal.acknowledged],
  );
  return [
    ...(rows[0]!.lost > 0 ? [`${rows[0]!.lost} acknowledged bookings are lost`] : []),
    ...(journal.contradictions > 0 ? [`${journal.contradictions} commands were answered twice, differently`] : []),
  ];
}
