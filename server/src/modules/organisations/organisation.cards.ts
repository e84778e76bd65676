import type { OrganisationCard, OrganisationId, OrganisationView } from '@musubi/contracts';
import type { OrganisationEntity } from './organisation.entity.js';

export function cardOf(organisation: OrganisationEntity): OrganisationCard {
  return {
    organisationId: organisation.id as OrganisationId,
    nameLatin: organisation.nameLatin,
    nameLocal: organisation.nameLocal,
    kind: organisation.kind,
    side: organisation.side,
    regionCode: organisation.regionCode,
    country: organisation.country,
  };
}

export function viewOf(organisation: OrganisationEntity, mayEdit: boolean): OrganisationView {
  const { nameKana, zone, website } = organisation;
  return { ...cardOf(organisation), nameKana, zone, website, mayEdit };
}
