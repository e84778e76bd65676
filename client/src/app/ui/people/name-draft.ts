import { isKatakana, isLatinName, type Lang, type PersonName } from '@musubi/contracts';
import { emptyName, kanaFields, latinFields, type NameDraft } from './name-fields';

/** What is on the form from what is known. */
export function draftOfName(name: PersonName | null): NameDraft {
  if (!name) return emptyName;
  return {
    givenLatin: name.givenLatin,
    familyLatin: name.familyLatin,
    givenLocal: name.givenLocal ?? '',
    familyLocal: name.familyLocal ?? '',
    givenKana: name.givenKana ?? '',
    familyKana: name.familyKana ?? '',
  };
}

/** What is sent: trimmed, and nothing where nothing was typed. */
export function nameOfDraft(draft: NameDraft): PersonName {
  const text = (value: string) => value.trim() || null;
  return {
    givenLatin: draft.givenLatin.trim(),
    familyLatin: draft.familyLatin.trim(),
    givenLocal: text(draft.givenLocal),
    familyLocal: text(draft.familyLocal),
    givenKana: text(draft.givenKana),
    familyKana: text(draft.familyKana),
  };
}

/**
 * What a form cannot do without. The Japanese page also asks for the name as it is written there: in kanji, or in katakana
 * alone where there is no kanji.
 */
export function neededNames(name: NameDraft, lang: Lang): (keyof NameDraft)[] {
  if (lang !== 'ja') return ['givenLatin', 'familyLatin'];
  const inKanji = !!(name.familyLocal.trim() || name.givenLocal.trim());
  const inKatakana = !!(name.familyKana.trim() && name.givenKana.trim());
  return inKatakana && !inKanji
    ? ['familyLatin', 'givenLatin']
    : ['familyLocal', 'givenLocal', 'familyLatin', 'givenLatin'];
}

/** Fields that are filled in with another script than theirs: nobody could read, sort or find the name by them. */
export function inOtherScript(name: NameDraft): (keyof NameDraft)[] {
  const wrong = (field: keyof NameDraft, fits: (text: string) => boolean) =>
    name[field].trim() !== '' && !fits(name[field]);
  return [
    ...kanaFields.filter((field) => wrong(field, isKatakana)),
    ...latinFields.filter((field) => wrong(field, isLatinName)),
  ];
}

export function sameName(one: PersonName | null, other: PersonName | null): boolean {
  const [a, b] = [draftOfName(one), draftOfName(other)];
  return (Object.keys(a) as (keyof NameDraft)[]).every((key) => a[key] === b[key]);
}
