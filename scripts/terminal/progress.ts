/** Lines for people: one when a step begins, one every ten seconds while it lasts, one when it is over. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  say(`▸ ${title}`);
  const tick = setInterval(() => say(`  … ${title.toLowerCase()}: ${secondsSince(began)} s`), 10_000);
  try {
    const result = await work();
    if (Date.now() - began >= 1_500) say(`  done in ${secondsSince(began)} s`);
    return result;
  } finally {
    clearInterval(tick);
  }
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

export const warn = (line: string): void => void process.stderr.write(`! ${line}\n`);

/** Whole seconds since an instant given in epoch milliseconds. */
export const secondsSince = (began: number): number => Math.round((Date.now() - began) / 1000);
