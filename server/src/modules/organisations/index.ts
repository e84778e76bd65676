import './organisations.facts.js';

export { type Affiliation, Affiliations } from './affiliations.service.js';
export type { AffiliationRole } from './affiliation.entity.js';
export { OrganisationEntity } from './organisation.entity.js';
export { Organisations } from './organisations.service.js';
export { OrganisationsModule } from './organisations.module.js';
