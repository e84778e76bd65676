import { bookingInvariants, brokenIn } from '@musubi/testing/booking';
import type { TestApp } from './start-app.js';

/** What must hold whatever was tried, with how often it does not. */
export async function broken({ db }: TestApp): Promise<Record<string, number>> {
  const [row] = (await db.query(bookingInvariants)) as Record<string, number>[];
  return brokenIn(row!);
}
