import type { Lang, SpeakerRow } from '@musubi/contracts';

const katakana = /^[\p{Script=Katakana}ー・＝\s]+$/u;

/** Speakers in the reader's order: by name, in Japanese by reading; those without one first, in Latin. */
export function speakerOrder(lang: Lang): (one: SpeakerRow, other: SpeakerRow) => number {
  const { compare } = new Intl.Collator(lang);
  const key = lang === 'ja' ? readingOf : ({ name }: SpeakerRow) => name;
  return (one, other) => compare(key(one), key(other));
}

/** As the account says, or as a name in katakana reads, family name first; else the Latin name. */
function readingOf({ name, nameLocal, account }: SpeakerRow): string {
  const { familyKana, givenKana } = account?.name ?? {};
  if (familyKana) return [familyKana, givenKana].filter(Boolean).join(' ');
  if (!nameLocal || !katakana.test(nameLocal)) return name;
  return nameLocal.split('・').reverse().join(' ');
}
