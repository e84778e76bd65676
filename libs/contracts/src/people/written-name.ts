import type { PersonName } from '../common.ts';
import type { Lang } from '../vocabulary.ts';

/** A name as one reads it: first what is said, then, lighter, how the person writes it. */
export interface WrittenName {
  readonly first: string;
  readonly firstLang: Lang;
  readonly second: string | null;
  readonly secondLang: Lang;
}

const han = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/**
 * English: Latin first, the local script beside it. Japanese: kanji (or katakana for others) with 様 first, Latin beside
 * it. Family name first for people who write themselves in Japanese.
 */
export function writeName(
  name: PersonName,
  lang: Lang,
  { honorific = true }: { honorific?: boolean } = {},
): WrittenName {
  const latin = `${name.givenLatin} ${name.familyLatin}`.trim();
  const local = joinLocal(name.familyLocal, name.givenLocal);
  const isJapanese = local !== null && han.test(local);
  if (lang === 'en') {
    return { first: latin, firstLang: 'en', second: local, secondLang: isJapanese ? 'ja' : 'en' };
  }
  const sama = honorific ? '様' : '';
  if (isJapanese) return { first: local + sama, firstLang: 'ja', second: null, secondLang: 'en' };
  // Katakana of a name from elsewhere: given name first, a middle dot between.
  const kana = [name.givenKana, name.familyKana].filter(Boolean).join('・');
  if (kana) return { first: kana + sama, firstLang: 'ja', second: latin, secondLang: 'en' };
  return { first: latin + (honorific ? ' 様' : ''), firstLang: 'en', second: local, secondLang: 'en' };
}

/** As written, without second script: for running text. */
export function shortName(name: PersonName, lang: Lang): string {
  return writeName(name, lang).first;
}

/** An organisation's name for running text. Japanese readers get its own one where it is in Japanese writing, else the Latin one, as everybody. */
export function organisationName(names: { nameLatin: string; nameLocal: string | null }, lang: Lang): string {
  return lang === 'ja' && names.nameLocal && han.test(names.nameLocal) ? names.nameLocal : names.nameLatin;
}

/** Lists of people in the reader's order: in Japanese by reading, those without one first, in Latin; else by Latin family name. */
export function nameOrder(lang: Lang): (one: PersonName, other: PersonName) => number {
  const { compare } = new Intl.Collator(lang);
  const key = (name: PersonName): string =>
    lang === 'ja'
      ? [name.familyKana ?? name.familyLatin, name.givenKana ?? name.givenLatin].join(' ')
      : [name.familyLatin, name.givenLatin].join(' ');
  return (one, other) => compare(key(one), key(other));
}

function joinLocal(family: string | null, given: string | null): string | null {
  const parts = [family, given].filter((part): part is string => Boolean(part?.trim()));
  if (parts.length === 0) return null;
  return han.test(parts.join('')) ? parts.join(' ') : parts.reverse().join(' ');
}
