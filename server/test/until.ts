import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it holds, at most three seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 3_000; Date.now() < end; await sleep(10)) if (await holds()) return;
  throw new Error(`Did not come to hold: ${holds.toString()}`);
}
