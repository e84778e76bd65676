import type { DirectoryPeople, OrganisationInput, PersonName } from '@musubi/contracts';
import type { TestApp } from '../../start-app.js';
import { newPerson, type TestPerson } from '../people.js';
import { organisationInput, register } from '../registrations.js';

export const nobodyNamed: PersonName = {
  familyLatin: 'Nobody',
  givenLatin: 'Known',
  familyLocal: null,
  givenLocal: null,
  familyKana: null,
  givenKana: null,
};

/** An event's directory as one of its people reads it, and people who are found there. */
export function directoryOf(at: () => { app: TestApp; eventId: string; me: TestPerson }) {
  const path = (query: Record<string, string | readonly string[]>, unit = '') => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query))
      for (const one of [value].flat()) params.append(name, one as string);
    return `/api/events/${at().eventId}/directory${unit}?${params.toString()}`;
  };
  const found = async (query: Record<string, string | readonly string[]> = {}, viewer: TestPerson = at().me) => {
    const { status, body } = await at().app.http(viewer).get<DirectoryPeople>(path(query));
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  };
  const idsOf = async (query: Record<string, string | readonly string[]> = {}, viewer: TestPerson = at().me) =>
    (await found(query, viewer)).people.map(({ participantId }) => participantId as string);
  /** Somebody of that name, of an organisation of that name; in Latin letters only where nothing else is said. */
  const named = async (
    name: Partial<PersonName>,
    {
      region = 'JP-27',
      organisation = {},
      ...given
    }: {
      region?: string;
      organisation?: Partial<OrganisationInput>;
      jobTitle?: string;
      workingLanguages?: string[];
    } = {},
  ) => {
    const person = await newPerson(at().app, region);
    const plain = { ...organisationInput(region), nameLatin: `Plain ${person.userId.slice(-12)}`, nameLocal: null };
    const { body } = await register(at().app, at().eventId, person, {
      name: { ...nobodyNamed, ...name },
      organisation: { choose: 'new', organisation: { ...plain, nameKana: null, ...organisation } },
      ...given,
    });
    return { ...person, participantId: body.participantId as string, organisationId: body.organisation.organisationId };
  };

  return { path, found, idsOf, named };
}
