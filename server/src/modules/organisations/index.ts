import './organisations.facts.js';

export { AffiliationRequests } from './affiliations/affiliation-requests.service.js';
export { type Affiliation, Affiliations } from './affiliations/affiliations.service.js';
export { OfficeCalendars } from './office-days/office-calendars.js';
export { OrganisationEntity } from './organisation.entity.js';
export { placeOf } from './organisation.rules.js';
export { Organisations } from './organisations.service.js';
export { OrganisationsModule } from './organisations.module.js';
