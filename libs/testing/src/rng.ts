/** Chance that repeats: the same seed gives the same draws on every machine. */
export interface Rng {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True with the probability, 0 to 1. */
  chance(probability: number): boolean;
  /**
   * One of them.
   * @throws RangeError when there is none
   */
  pick<T>(from: readonly T[]): T;
  /** So many different ones, in the order drawn; all of them where there are fewer. */
  sample<T>(from: readonly T[], count: number): T[];
  /** All of them in another order. */
  shuffle<T>(from: readonly T[]): T[];
  /** A well-formed version 4 UUID. */
  uuid(): string;
  /**
   * A stream of its own under a name, the same however much was drawn before: one more draw in one scenario leaves the others as
   * they were.
   */
  fork(name: string): Rng;
}

/** Seeds a stream. Mulberry32 (T. Ettinger, public domain) on an FNV-1a hash of the seed; for fixtures, not for secrets. */
export function rng(seed: string | number): Rng {
  let state = hash(String(seed));
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const shuffle = <T>(from: readonly T[]): T[] => {
    const all = [...from];
    for (let n = all.length - 1; n > 0; n--) {
      const m = int(0, n);
      [all[n], all[m]] = [all[m]!, all[n]!];
    }
    return all;
  };
  return {
    next,
    int,
    shuffle,
    chance: (probability) => next() < probability,
    pick(from) {
      if (from.length === 0) throw new RangeError('Nothing to pick from');
      return from[int(0, from.length - 1)]!;
    },
    sample: (from, count) => shuffle(from).slice(0, count),
    uuid() {
      const hex = Array.from({ length: 32 }, () => int(0, 15).toString(16));
      hex[12] = '4';
      hex[16] = '89ab'[int(0, 3)]!;
      return [8, 12, 16, 20, 32].map((end, n, ends) => hex.slice(ends[n - 1] ?? 0, end).join('')).join('-');
    },
    fork: (name) => rng(`${seed}/${name}`),
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ sign.codePointAt(0)!, 0x01000193) >>> 0;
  return value;
}
