import { foldName } from '@musubi/reference';

/** A word that was typed, folded: letters and figures alone; and words that somebody has, folded, which it may stand for. */
export interface WordAsked {
  readonly word: string;
  readonly meant: readonly string[];
}

type Parts = readonly (string | null | undefined)[];

/**
 * What is asked for, ready to be looked for: every word must be somewhere in the text, in whichever order, with width, case,
 * accents and kana folded. A name is found with and without the space between its parts.
 */
export class SearchWords {
  readonly words: readonly WordAsked[];

  /** @param meant what words may stand for that nobody has as they were typed */
  constructor(asked: string, meant: ReadonlyMap<string, readonly string[]> = new Map()) {
    this.words = wordsOf(asked).map((word) => ({ word, meant: meant.get(word) ?? [] }));
  }

  get empty(): boolean {
    return this.words.length === 0;
  }

  /** 0 where it is not in the text; the higher, the better it fits: a word's beginning counts more than its middle. */
  fit(parts: Parts): number {
    const folded = parts.filter((part): part is string => Boolean(part)).map(foldName);
    const spaced = ` ${folded.join(' ')} `;
    const joined = folded.map((part) => part.replaceAll(' ', '')).join(' ');
    let fit = 0;
    for (const { word, meant } of this.words) {
      if (spaced.includes(` ${word}`)) fit += 2;
      else if (spaced.includes(word) || joined.includes(word)) fit += 1;
      else if (meant.some((spelt) => spaced.includes(` ${spelt} `))) fit += 1;
      else return 0;
    }
    return fit;
  }

  /** The best of them, in the order they came in where they fit alike. */
  best<T>(all: readonly T[], partsOf: (one: T) => Parts, most: number): T[] {
    return all
      .map((one) => ({ one, fit: this.fit(partsOf(one)) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, most)
      .map(({ one }) => one);
  }
}

/** The words of a text, folded: letters and figures alone. */
export function wordsOf(text: string): string[] {
  return foldName(text).split(' ').filter(Boolean);
}

/** Of words that are folded, those that stand in these texts, as they are written there: `Fujii`, `Müller`. */
export function asWritten(spelt: readonly string[], texts: Parts): string[] {
  const written = new Map<string, string>();
  for (const one of texts.flatMap((text) => text?.split(/[^\p{L}\p{M}\p{N}]+/u) ?? [])) {
    const folded = foldName(one);
    if (!written.has(folded)) written.set(folded, one);
  }
  return spelt.flatMap((one) => written.get(one) ?? []);
}
