import type { ProfileContent, ProfileView } from '@musubi/contracts';
import type { TestApp } from '../../start-app.js';

/** A profile with all that is needed. */
export function profileContent(given: Partial<ProfileContent> = {}): ProfileContent {
  const text = (en: string, ja: string | null = null) => ({ en, ja, original: 'en' as const });
  return {
    summary: text(
      'Forty firms that build storage for wind and sun, with benches to lend.',
      '風力・太陽光の蓄電に取り組む40社のクラスターです。試験設備を貸し出します。',
    ),
    description: text(
      'We are forty firms between Mannheim and Lake Constance. Since 2011 we have built and tested electrolysers together, and we know who can make what.',
    ),
    aims: text('One joint trial a year with a partner outside Europe.'),
    lookingFor: text('A cluster whose members need a bench for a few days.'),
    sectors: ['renewables'],
    size: '10-49',
    workingLanguages: ['en', 'de'],
    website: 'https://www.cluster.example',
    seeks: ['new'],
    ...given,
  };
}

interface OfOrganisation {
  cookie: string;
  organisationId: string;
}

export const profilePath = ({ organisationId }: OfOrganisation) => `/api/organisations/${organisationId}/profile`;

/** What the person's organisation says of itself. */
export async function writeProfile(
  app: TestApp,
  person: OfOrganisation,
  given: Partial<ProfileContent> = {},
): Promise<ProfileView> {
  const { version } = (await app.http(person).get<ProfileView>(profilePath(person))).body;
  const put = { version, content: profileContent(given) };
  const { status, body } = await app.http(person).put<ProfileView>(profilePath(person), put);
  if (status !== 200) throw new Error(`The profile was refused: ${JSON.stringify(body)}`);
  return body;
}

/** A member's public profile. */
export async function publishProfile(
  app: TestApp,
  person: OfOrganisation,
  organiser: { cookie: string },
  given: Partial<ProfileContent> = {},
): Promise<ProfileView> {
  await writeProfile(app, person, given);
  const joined = await app
    .http(organiser)
    .post(`/api/organise/profiles/${person.organisationId}/membership`, { member: true });
  if (joined.status !== 200) throw new Error(`Not a member: ${JSON.stringify(joined.body)}`);
  const { status, body } = await app.http(person).post<ProfileView>(`${profilePath(person)}/publish`);
  if (status !== 200) throw new Error(`The profile was not published: ${JSON.stringify(body)}`);
  return body;
}
