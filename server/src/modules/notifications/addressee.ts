import {
  organisationName as calledIn,
  type Lang,
  type OrganisationCard,
  type ParticipantCard,
  type PersonName,
  shortName,
  writeName,
} from '@musubi/contracts';

/** Whom a letter goes to. */
export interface Addressee {
  address: string;
  name: PersonName | null;
  lang: Lang;
  zone: string;
}

export function greetingOf({ name, lang }: Addressee): string {
  if (lang === 'ja') return name ? shortName(name, 'ja') : 'ご参加の皆様';
  return name ? `Dear ${shortName(name, 'en')},` : 'Good day,';
}

/** `Aiko Tanaka (田中 愛子)`; `クララ・ヴァイス様（Clara Weiss）`. */
export function fullName(name: PersonName, lang: Lang): string {
  const { first, second } = writeName(name, lang);
  if (!second) return first;
  return lang === 'ja' ? `${first}（${second}）` : `${first} (${second})`;
}

export function organisationName(organisation: OrganisationCard, lang: Lang): string {
  const { nameLatin, nameLocal } = organisation;
  if (!nameLocal) return nameLatin;
  if (lang === 'en') return `${nameLatin} (${nameLocal})`;
  const first = calledIn(organisation, 'ja');
  return `${first}（${first === nameLatin ? nameLocal : nameLatin}）`;
}

/** `Aiko Tanaka, Osaka Council; …`; in Japanese the organisation comes first. */
export function peopleOf(people: readonly Pick<ParticipantCard, 'name' | 'organisation'>[], lang: Lang): string {
  const named = people.map(({ name, organisation }) => {
    const [who, where] = [fullName(name, lang), organisationName(organisation, lang)];
    return lang === 'ja' ? `${where} ${who}` : `${who}, ${where}`;
  });
  return named.join(lang === 'ja' ? '、' : '; ');
}

/** Somebody who acts for another: `Nils Berg for Clara Weiss`; `クララ・ヴァイス様の代理、ニルス・ベルグ様`. */
export const inPlaceOf = (by: string, principal: string, lang: Lang): string =>
  lang === 'ja' ? `${principal}の代理、${by}` : `${by} for ${principal}`;
