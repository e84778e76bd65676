import {
  type OfficeDayInput,
  type OfficeDayView,
  type OrganisationCard,
  organisationName,
  type OrganisationId,
} from '@musubi/contracts';
import type { Lang } from '@musubi/contracts';
import { regionName, searchRegions } from '@musubi/reference';
import type { ComboOption } from '../../../ui/forms/combo';

const regionsAtMost = 6;

/** Regions whose names fit, then organisations that were found. */
export function officeOptions(text: string, organisations: readonly OrganisationCard[], lang: Lang): ComboOption[] {
  if (!text.trim()) return [];
  const regions = searchRegions(text, lang, { limit: regionsAtMost }).map(({ code, name, within }) => ({
    value: `region:${code}`,
    label: name,
    meta: [within, code].filter(Boolean).join(' · '),
  }));
  const offices = organisations.map((card) => ({
    value: `organisation:${card.organisationId}`,
    label: organisationName(card, lang),
    meta: regionName(card.regionCode, lang),
  }));
  return [...regions, ...offices];
}

/** What stands in an option of {@link officeOptions}. */
export function whoseOf(value: string): OfficeDayInput['whose'] {
  const [kind, id] = value.split(':') as ['region' | 'organisation', string];
  return kind === 'region' ? { kind, regionCode: id } : { kind, organisationId: id as OrganisationId };
}

export function whoseName(whose: OfficeDayView['whose'], lang: Lang): string {
  return whose.kind === 'region' ? regionName(whose.regionCode, lang) : organisationName(whose.organisation, lang);
}

/** To write down once more what was removed. */
export function inputOf({ whose, from, until, works, reason }: OfficeDayView): OfficeDayInput {
  const same =
    whose.kind === 'region' ? whose : { kind: whose.kind, organisationId: whose.organisation.organisationId };
  return { whose: same, from, until, works, reason };
}
