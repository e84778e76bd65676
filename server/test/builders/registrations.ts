import type { ConsentText, OrganisationInput, RegistrationInput, RegistrationView } from '@musubi/contracts';
import { inventOrganisation, rng } from '@musubi/testing';
import { nextSeed } from '../draws.js';
import type { TestApp } from '../start-app.js';
import { newPerson, type TestPerson } from './people.js';

export function organisationInput(region = 'DE1', seed: string = nextSeed()): OrganisationInput {
  const { nameLatin, nameLocal, nameKana, kind, regionCode, zone, website } = inventOrganisation(rng(seed), region);
  // Invented names are few; tests make many organisations.
  return { nameLatin: `${nameLatin} ${seed}`.slice(0, 160), nameLocal, nameKana, kind, regionCode, zone, website };
}

/** What the form sends: found by participants, everything else declined. */
export async function registrationInput(
  app: TestApp,
  eventId: string,
  person: Pick<TestPerson, 'name' | 'lang' | 'zone'>,
  given: Partial<RegistrationInput> = {},
): Promise<RegistrationInput> {
  const { body } = await app.http().get<{ consents: ConsentText[] }>(`/api/events/${eventId}/registration/form`);
  const { name, lang, zone } = person;
  return {
    name,
    organisation: { choose: 'new', organisation: organisationInput(zone === 'Asia/Tokyo' ? 'JP-27' : 'DE1') },
    department: null,
    jobTitle: 'Cluster manager',
    workingLanguages: ['en'],
    lang,
    zone,
    directory: 'participants',
    consents: body.consents.map(({ purpose, version }) => ({ purpose, version, given: false })),
    answers: {},
    accessNeeds: null,
    ...given,
  };
}

/** Registers over HTTP as the person. */
export async function register(
  app: TestApp,
  eventId: string,
  person: TestPerson,
  given: Partial<RegistrationInput> = {},
) {
  return app
    .http(person)
    .post<RegistrationView>(
      `/api/events/${eventId}/registration`,
      await registrationInput(app, eventId, person, given),
    );
}

/** Somebody who takes part in the event. */
export async function newParticipant(
  app: TestApp,
  eventId: string,
  region = 'DE1',
  given: Partial<RegistrationInput> = {},
): Promise<TestPerson & { participantId: string; organisationId: string }> {
  const person = await newPerson(app, region);
  const { status, body } = await register(app, eventId, person, {
    organisation: { choose: 'new', organisation: organisationInput(region) },
    ...given,
  });
  if (status !== 201) throw new Error(`The registration was refused: ${JSON.stringify(body)}`);
  return { ...person, participantId: body.participantId, organisationId: body.organisation.organisationId };
}
