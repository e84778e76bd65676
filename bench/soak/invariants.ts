import { bookingInvariants, brokenIn } from '@musubi/testing/booking';
import type { BenchInstance } from '../instance/bench-instance.ts';
import type { Journal } from './journal.ts';

/** What does not hold that always must, in words. */
export async function broken({ db }: BenchInstance): Promise<string[]> {
  const { rows } = await db.query<Record<string, number>>(bookingInvariants);
  return Object.entries(brokenIn(rows[0]!)).map(([words, count]) => `${count} ${words}`);
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
