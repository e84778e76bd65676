import type { PersonName } from '@musubi/contracts';

const han = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** The family name's first kanji, or the Latin initials. */
export function monogram(name: PersonName): string {
  const local = name.familyLocal?.trim();
  if (local && han.test(local)) return [...local][0]!;
  return [name.givenLatin, name.familyLatin]
    .map((part) => [...part.trim()][0] ?? '')
    .join('')
    .toUpperCase();
}
