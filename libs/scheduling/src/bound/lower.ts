import type { Prices } from './prices.ts';

const sweeps = { most: 120, each: 4, settled: 1e-6 };

/** The bound, lower with each step, until the prices settle. Weights are whole numbers: so is the objective. */
export function* lowered(prices: Prices): Generator<number, void> {
  for (let done = 0, last = Infinity; done < sweeps.most; done += sweeps.each) {
    for (let n = 0; n < sweeps.each; n++) prices.sweep();
    const bound = prices.bound();
    yield Math.floor(bound + 1e-6);
    if (last - bound < sweeps.settled * bound) return;
    last = bound;
  }
}
