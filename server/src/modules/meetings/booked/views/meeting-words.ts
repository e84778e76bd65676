import { type Arrangement, type Lang, organisationName, type ParticipantCard, shortName } from '@musubi/contracts';

interface Bilingual {
  en: string;
  ja: string;
}

/** The UID of a meeting's calendar entry: the same for its whole life, wherever it is moved. */
export const calendarUid = (meetingId: string): string => `meeting-${meetingId}@musubi`;

/** What the calendar of somebody calls a meeting with these people, the nearest first; nobody is named where nobody is known yet. */
export function meetingTitle(others: readonly Pick<ParticipantCard, 'name' | 'organisation'>[]): Bilingual {
  const [first, ...more] = others;
  if (!first) return { en: 'Meeting', ja: '面談' };
  const { en, ja } = agendaTitle(first);
  if (more.length === 0) return { en, ja };
  return {
    en: `${en}, and ${more.length === 1 ? 'one more' : `${more.length} more`}`,
    ja: ja.replace('）との面談', `）ほか${more.length}名との面談`),
  };
}

/** What an interpreter's calendar calls a meeting: between whom. */
export function interpretingTitle(people: readonly Pick<ParticipantCard, 'organisation'>[]): Bilingual {
  const names = (lang: 'en' | 'ja') => [
    ...new Set(people.map(({ organisation }) => organisationName(organisation, lang))),
  ];
  return { en: `Interpreting: ${names('en').join(', ')}`, ja: `通訳：${names('ja').join('、')}` };
}

const arrangedBy: Record<Arrangement, Record<Lang, string>> = {
  plan: {
    en: 'Arranged by the organisers from the wishes of the participants',
    ja: '参加者の面談希望をもとに、主催者が設定した面談です',
  },
  gap: {
    en: 'A time that came free, and both wished to meet',
    ja: '空いた時間に、双方のご希望により設定された面談です',
  },
};

/** What a meeting is about: as somebody wrote it, or how it came about, in the language of whoever reads it. */
export const aboutIn = (lang: Lang, { reason, arranged }: { reason: string; arranged: Arrangement | null }): string =>
  arranged ? arrangedBy[arranged][lang] : reason;

/** What a person's calendar calls a meeting: whom they meet, in both languages. */
export function agendaTitle({ name, organisation }: Pick<ParticipantCard, 'name' | 'organisation'>): Bilingual {
  return {
    en: `Meeting with ${shortName(name, 'en')}, ${organisation.nameLatin}`,
    ja: `${shortName(name, 'ja')}（${organisationName(organisation, 'ja')}）との面談`,
  };
}
