/** Sets of slots as words of 32 bits inside larger arrays: word `base + (slot >> 5)`, bit `slot & 31`. */

export const wordsFor = (slots: number): number => Math.max(1, (slots + 31) >>> 5);

export function setBit(words: Uint32Array, base: number, slot: number): void {
  words[base + (slot >>> 5)]! |= 1 << (slot & 31);
}

export function clearBit(words: Uint32Array, base: number, slot: number): void {
  words[base + (slot >>> 5)]! &= ~(1 << (slot & 31));
}

export function hasBit(words: Uint32Array, base: number, slot: number): boolean {
  return ((words[base + (slot >>> 5)]! >>> (slot & 31)) & 1) === 1;
}

export function countBits(words: Uint32Array, base: number, count: number): number {
  let total = 0;
  for (let at = base; at < base + count; at++) total += bitsOf(words[at]!);
  return total;
}

const { imul } = Math;

/** Population count of one word (H. S. Warren, Hacker's Delight, 5-1). */
export function bitsOf(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Position of the lowest bit of a word that is not 0. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
