import type { BenchInstance } from './bench-instance.ts';

/** Pairs of live seats of one occupant that share time, however they came about. */
export async function doubleBookings({ db }: BenchInstance): Promise<number> {
  const { rows } = await db.query<{ doubled: number }>(
    `SELECT count(*)::int AS doubled FROM meeting_seat one JOIN meeting_seat other
       ON one.occupant_id = other.occupant_id AND one.meeting_id < other.meeting_id AND one.during && other.during
     WHERE one.live AND other.live`,
  );
  return rows[0]!.doubled;
}
