import { foldName } from '@musubi/reference';

/**
 * What is asked for, ready to be looked for: every word must be somewhere in the text, in whichever order, with width, case,
 * accents and kana folded. A name is found with and without the space between its parts.
 */
export class SearchWords {
  /** Letters and figures alone. */
  readonly words: readonly string[];

  constructor(asked: string) {
    this.words = foldName(asked).split(' ').filter(Boolean);
  }

  get empty(): boolean {
    return this.words.length === 0;
  }

  /** 0 where it is not in the text; the higher, the better it fits: a word's beginning counts more than its middle. */
  fit(parts: readonly (string | null | undefined)[]): number {
    const folded = parts.filter((part): part is string => Boolean(part)).map(foldName);
    const spaced = ` ${folded.join(' ')}`;
    const joined = folded.map((part) => part.replaceAll(' ', '')).join(' ');
    let fit = 0;
    for (const word of this.words) {
      if (spaced.includes(` ${word}`)) fit += 2;
      else if (spaced.includes(word) || joined.includes(word)) fit += 1;
      else return 0;
    }
    return fit;
  }

  /** The best of them, in the order they came in where they fit alike. */
  best<T>(all: readonly T[], partsOf: (one: T) => readonly (string | null | undefined)[], most: number): T[] {
    return all
      .map((one) => ({ one, fit: this.fit(partsOf(one)) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, most)
      .map(({ one }) => one);
  }
}
