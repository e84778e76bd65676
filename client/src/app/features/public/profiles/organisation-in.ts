import { type Lang, organisationName, type OrganisationCard } from '@musubi/contracts';

/** An organisation's name as this language's readers know it, and the other one beside it. */
export function organisationIn(
  organisation: OrganisationCard,
  lang: Lang,
): { first: string; lang: Lang; second: string | null } {
  const first = organisationName(organisation, lang);
  const { nameLatin, nameLocal } = organisation;
  const second = first === nameLatin ? nameLocal : nameLatin;
  const isJapanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(first);
  return { first, lang: isJapanese ? 'ja' : 'en', second: second === first ? null : second };
}
