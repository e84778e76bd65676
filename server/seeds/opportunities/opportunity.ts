import type {
  Dimension,
  Novelty,
  OpportunityInput,
  OpportunityKind,
  PartnershipForm,
  PolicyFramework,
} from '@musubi/contracts';
import type { OrganisationName } from '../organisations.ts';

/** What an organisation of the demo publishes. */
export interface DemoOpportunity {
  organisation: OrganisationName;
  input: OpportunityInput;
}

interface Texts {
  en: readonly [title: string, summary: string];
  ja: readonly [title: string, summary: string];
}

interface More {
  form?: PartnershipForm;
  regions?: string[];
  stage?: OpportunityInput['stage'];
  novelty?: Novelty;
  countries?: string[];
  agreement?: string;
  frameworks?: PolicyFramework[];
  deadline?: string;
}

/** Written first in the language of its side. */
export function opportunity(
  organisation: OrganisationName,
  original: 'en' | 'ja',
  kind: OpportunityKind,
  [dimension, topic]: readonly [Dimension, string],
  { en, ja }: Texts,
  {
    form = 'one-to-one',
    regions = [],
    countries = [],
    stage = 'ready',
    novelty = 'new',
    agreement,
    frameworks = [],
    deadline,
  }: More = {},
): DemoOpportunity {
  return {
    organisation,
    input: {
      kind,
      title: { en: en[0], ja: ja[0], original },
      summary: { en: en[1], ja: ja[1], original },
      dimension,
      topic,
      form,
      targetRegions: regions,
      thirdCountries: countries,
      stage,
      novelty,
      agreementId: agreement ?? null,
      agreementName: null,
      frameworks,
      deadline: deadline ?? null,
    },
  };
}
