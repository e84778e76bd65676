import type { BenchInstance } from '../instance/bench-instance.ts';

/** Takes away what a part of the soak guards, on the soak's own database: the run must then fail. */
export const guards: Record<string, string> = {
  seats:
    'ALTER TABLE meeting_seat DROP CONSTRAINT meeting_seat_occupant_apart; DROP INDEX meeting_seat_occupant_slot_live',
  durability: `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$`,
};

export async function takeAway({ db }: BenchInstance, name: string): Promise<void> {
  const statements = guards[name];
  if (!statements) throw new Error(`--without takes one of: ${Object.keys(guards).join(', ')}`);
  await db.query(statements);
}
