import type { OpportunityInput, OpportunityView } from '@musubi/contracts';
import type { TestApp } from '../../start-app.js';

export function opportunityInput(given: Partial<OpportunityInput> = {}): OpportunityInput {
  return {
    kind: 'offer',
    title: { en: 'Electrolyser test capacity', ja: '水電解試験設備の提供', original: 'en' },
    summary: { en: 'Member firms can lend test benches by the day from April on.', ja: null, original: 'en' },
    dimension: 'innovation',
    topic: 'research',
    form: 'one-to-one',
    targetRegions: [],
    thirdCountries: [],
    stage: 'ready',
    novelty: 'new',
    agreementId: null,
    agreementName: null,
    frameworks: [],
    deadline: null,
    ...given,
  };
}

/** A published opportunity of the person's organisation. */
export async function publish(
  app: TestApp,
  person: { cookie: string; organisationId: string },
  given: Partial<OpportunityInput> = {},
): Promise<OpportunityView> {
  const drafted = await app
    .http(person)
    .post<OpportunityView>(`/api/organisations/${person.organisationId}/opportunities`, opportunityInput(given));
  const { status, body } = await app
    .http(person)
    .post<OpportunityView>(`/api/opportunities/${drafted.body.opportunityId}/publish`);
  if (status !== 200) throw new Error(`The opportunity was refused: ${JSON.stringify(body)}`);
  return body;
}
