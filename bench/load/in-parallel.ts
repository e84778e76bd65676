/** Works off the list with so many workers at once, each with something of its own (a connection). @returns seconds it took */
export async function inParallel<T, W>(
  things: readonly T[],
  workers: readonly W[],
  work: (thing: T, worker: W) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  await Promise.all(
    workers.map(async (worker) => {
      while (next < things.length) await work(things[next++]!, worker);
    }),
  );
  return (performance.now() - began) / 1_000;
}

/** The value below which the share of the sorted values lies; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
