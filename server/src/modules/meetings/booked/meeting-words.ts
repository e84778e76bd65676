import { organisationName, type ParticipantCard } from '@musubi/contracts';

/** The UID of a meeting's calendar entry: the same for its whole life, wherever it is moved. */
export const calendarUid = (meetingId: string): string => `meeting-${meetingId}@musubi`;

/** What a person's calendar calls a meeting: whom they meet, in both languages. */
export function agendaTitle({ name, organisation }: Pick<ParticipantCard, 'name' | 'organisation'>): {
  en: string;
  ja: string;
} {
  const latin = `${name.givenLatin} ${name.familyLatin}`;
  const local = [name.familyLocal, name.givenLocal].filter(Boolean).join(' ') || latin;
  return {
    en: `Meeting with ${latin}, ${organisation.nameLatin}`,
    ja: `${local}様（${organisationName(organisation, 'ja')}）との面談`,
  };
}
