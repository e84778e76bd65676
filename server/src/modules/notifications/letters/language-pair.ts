import type { Lang, LanguagePair } from '@musubi/contracts';

/** `English – Japanese`; `英語 – 日本語`. */
export function pairIn(lang: Lang, pair: LanguagePair): string {
  const called = new Intl.DisplayNames([lang], { type: 'language' });
  return pair.map((one) => called.of(one)).join(' – ');
}
