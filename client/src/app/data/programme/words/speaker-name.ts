import type { Lang, SpeakerCard } from '@musubi/contracts';

/** A speaker's name as one reads it: first what is said, then, lighter, how they write it. */
export interface SpeakerName {
  readonly first: string;
  readonly firstLang: Lang;
  readonly second: string | null;
  readonly secondLang: Lang;
}

const kanji = /\p{Script=Han}|\p{Script=Hiragana}/u;

/**
 * English: Latin first; the local script beside it where it is somebody's own, not a reading in katakana. Japanese: the
 * local script first, and the Latin name beside a katakana one.
 */
export function speakerName({ name, nameLocal }: Pick<SpeakerCard, 'name' | 'nameLocal'>, lang: Lang): SpeakerName {
  const own = nameLocal !== null && kanji.test(nameLocal);
  if (lang === 'en' || nameLocal === null) {
    return { first: name, firstLang: 'en', second: lang === 'en' && own ? nameLocal : null, secondLang: 'ja' };
  }
  return { first: nameLocal, firstLang: 'ja', second: own ? null : name, secondLang: 'en' };
}
