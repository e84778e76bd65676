/** Seeded chance for the solver: a whole number below the given one. The same on every machine. */
export type Chance = (below: number) => number;

/** Read once: globals are slow to look up where modules run in a context of their own. */
const { floor, imul } = Math;

/** Mulberry32 (T. Ettinger, public domain). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = imul(state ^ (state >>> 15), state | 1);
    t ^= t + imul(t ^ (t >>> 7), t | 61);
    return floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
