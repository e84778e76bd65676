import type { OrganisationCard, ParticipantCard, SearchAnswer, SessionView } from '@musubi/contracts';

/** What a search looks through, or has found. */
export interface Searched {
  readonly sessions: readonly SessionView[];
  readonly meetings: SearchAnswer['meetings'];
  readonly people?: readonly ParticipantCard[];
  readonly organisations?: readonly OrganisationCard[];
}

export function partsOfPerson({ name, organisation, ...titles }: ParticipantCard) {
  const { jobTitle, department, jobTitleOther, departmentOther } = titles;
  const { familyLatin, givenLatin, familyLocal, givenLocal, familyKana, givenKana } = name;
  const together = (family: string | null, given: string | null) => [family, given].filter(Boolean).join(' ');
  const names = [`${givenLatin} ${familyLatin}`, together(familyLocal, givenLocal), together(familyKana, givenKana)];
  const work = [jobTitle, department, jobTitleOther ?? null, departmentOther ?? null];
  return [...names, ...work, organisation.nameLatin, organisation.nameLocal];
}

export function partsOfSession({ title, subtitle, track, room, speakers }: SessionView) {
  return [
    title.en,
    title.ja,
    subtitle?.en,
    subtitle?.ja,
    track,
    room,
    ...speakers.flatMap(({ name, nameLocal, organisation }) => [name, nameLocal, organisation]),
  ];
}

/** All that could be found in them. */
export function partsOf({ sessions, meetings, people = [], organisations = [] }: Searched) {
  return [
    ...sessions.flatMap(partsOfSession),
    ...[...people, ...meetings.map(({ partner }) => partner)].flatMap(partsOfPerson),
    ...organisations.flatMap(({ nameLatin, nameLocal }) => [nameLatin, nameLocal]),
  ];
}
