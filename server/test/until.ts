import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until it holds. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 10): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(10)) if (await holds()) return;
  throw new Error(`Did not come to hold within ${seconds} s: ${holds.toString()}`);
}
