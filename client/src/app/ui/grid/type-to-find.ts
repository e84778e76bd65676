/** Milliseconds after which the next letter begins another search. */
const PAUSE = 900;
/** From a hiragana to its katakana. */
const KATAKANA = 0x60;

/** Finds a line of a list by the letters that are typed one after another, as menus and file lists do. */
export class TypeToFind {
  private typed = '';
  private last = -Infinity;

  /** What was typed so far. */
  get text(): string {
    return this.typed;
  }

  /**
   * @param texts of each line, every spelling that it may be found by
   * @param at where to begin; the same letters again go on from there
   * @param now milliseconds, of any clock
   * @returns the line found, or null
   */
  press(letter: string, texts: readonly (readonly string[])[], at: number, now: number): number | null {
    this.typed = now - this.last > PAUSE ? letter : this.typed + letter;
    this.last = now;
    const all = [...this.typed];
    // The same letter again and again means the next one that begins with it.
    const wanted = folded(all.every((one) => one === all[0]) ? all[0]! : this.typed);
    const from = all.length === 1 || wanted.length < folded(this.typed).length ? at + 1 : at;
    for (let step = 0; step < texts.length; step += 1) {
      const line = (from + step) % texts.length;
      if (texts[line]!.some((text) => folded(text).startsWith(wanted))) return line;
    }
    return null;
  }
}

/** Without accents, in small letters, kana of one kind: `Élodie` is found by `elo`, `タナカ` by `た`. */
function folded(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return plain.replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCodePoint(kana.codePointAt(0)! + KATAKANA));
}
