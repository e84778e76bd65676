import type { Lang, LanguagePair, PersonName } from '@musubi/contracts';
import { fullName } from '../addressee.js';

/** Who interprets, where that is wanted; without a name, somebody is still looked for. */
export interface Interpreting {
  name: PersonName | null;
  languages: LanguagePair;
}

/** `English – Japanese`; `英語 – 日本語`. */
export function pairIn(lang: Lang, pair: LanguagePair): string {
  const called = new Intl.DisplayNames([lang], { type: 'language' });
  return pair.map((one) => called.of(one)).join(' – ');
}

/** `Kenji Mori (English – Japanese)`; in the place of the name, that somebody is sought. */
export function interpreterIn(lang: Lang, { name, languages }: Interpreting, sought: string): string {
  const who = name ? fullName(name, lang) : sought;
  const pair = pairIn(lang, languages);
  return lang === 'ja' ? `${who}（${pair}）` : `${who} (${pair})`;
}
