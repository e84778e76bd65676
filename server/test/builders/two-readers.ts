import type { Lang, ParticipantCard, PersonName } from '@musubi/contracts';

/** One reads English, the other Japanese; each has the other’s way of writing names. */
export const clara: PersonName = {
  givenLatin: 'Clara',
  familyLatin: 'Weiss',
  givenLocal: null,
  familyLocal: null,
  givenKana: 'クララ',
  familyKana: 'ヴァイス',
};
export const aiko: PersonName = {
  givenLatin: 'Aiko',
  familyLatin: 'Tanaka',
  givenLocal: '愛子',
  familyLocal: '田中',
  givenKana: 'アイコ',
  familyKana: 'タナカ',
};
const reader = (address: string, name: PersonName, lang: Lang, zone: string) => ({ address, name, lang, zone });
export const toClara = reader('clara@neckar.example', clara, 'en', 'Europe/Berlin');
export const toAiko = reader('aiko@osaka.example', aiko, 'ja', 'Asia/Tokyo');

const card = (name: PersonName, zone: string, nameLatin: string, nameLocal: string | null) =>
  ({ name, zone, organisation: { nameLatin, nameLocal } }) as unknown as ParticipantCard;
export const claraCard = card(clara, 'Europe/Berlin', 'Neckar Hydrogen Cluster', null);
export const aikoCard = card(aiko, 'Asia/Tokyo', 'Osaka Bay Green Industry Council', '大阪湾岸グリーン産業協議会');

export const slot = { startsAt: new Date('2027-01-26T08:25:00Z'), endsAt: new Date('2027-01-26T08:45:00Z') };
