/** A reading in katakana, whichever kana and width it was typed in: `たなか` → `タナカ`, `ﾀﾅｶ` → `タナカ`. */
export function toKatakana(reading: string): string {
  return reading.normalize('NFKC').replace(/[ぁ-ゖゝゞ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60));
}
