import type { PersonName } from '@musubi/contracts';
import { emptyName, type NameDraft } from './name-fields';

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
