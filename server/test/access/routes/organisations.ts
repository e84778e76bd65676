import { opportunityInput } from '../../builders/profiles/opportunities.js';
import { profileContent } from '../../builders/profiles/profiles.js';
import {
  everybody,
  organisersOfAll,
  organisersOfAny,
  signedIn,
  whoSpeaksForIt,
  whoSpeaksForItAndOwners,
  whoseItIs,
  whoseItIsAndOwners,
} from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** Organisations and their profiles. */
export const organisationsRoutes = ({ officeDayId, unknownId }: Given): RouteTable => ({
  'GET /api/organisations': { who: signedIn },
  'GET /api/organisations/{organisationId}': { who: everybody },
  'PATCH /api/organisations/{organisationId}': { who: whoSpeaksForItAndOwners, body: {} },
  'GET /api/organise/office-days': { who: organisersOfAny },
  'POST /api/organise/office-days': {
    who: organisersOfAll,
    body: {
      whose: { kind: 'region', regionCode: 'JP-27' },
      from: '2027-03-01',
      until: '2027-03-01',
      works: false,
      reason: null,
    },
  },
  'DELETE /api/organise/office-days/{officeDayId}': { who: organisersOfAll, ids: { officeDayId } },
  'GET /api/organise/affiliations': { who: organisersOfAll },
  'POST /api/affiliations/{affiliationId}/approve': { who: whoseItIsAndOwners },
  'POST /api/affiliations/{affiliationId}/decline': { who: whoseItIsAndOwners },
  'POST /api/affiliations/{affiliationId}/end': { who: whoseItIs },
  'POST /api/affiliations/{affiliationId}/hand-over': { who: whoseItIs },
  'GET /api/organisations/{organisationId}/opportunities': { who: signedIn },
  'POST /api/organisations/{organisationId}/opportunities': { who: whoSpeaksForIt, body: opportunityInput() },
  'PUT /api/opportunities/{opportunityId}': { who: whoseItIs, body: opportunityInput() },
  'POST /api/opportunities/{opportunityId}/publish': { who: whoseItIs },
  'POST /api/opportunities/{opportunityId}/renew': { who: whoseItIs },
  'POST /api/opportunities/{opportunityId}/restore': { who: whoseItIs },
  'GET /api/organisations/{organisationId}/profile': { who: whoseItIsAndOwners },
  'PUT /api/organisations/{organisationId}/profile': {
    who: whoseItIs,
    body: { version: 1, content: profileContent() },
  },
  'PUT /api/organisations/{organisationId}/profile/logo': { who: whoseItIs, body: { fileId: null } },
  'POST /api/organisations/{organisationId}/profile/documents': { who: whoseItIs, body: { fileId: unknownId } },
  'DELETE /api/organisations/{organisationId}/profile/documents/{fileId}': {
    who: { ...whoseItIs, own: '404 not_found' },
  },
  'POST /api/organisations/{organisationId}/profile/publish': { who: whoseItIs },
  'GET /api/profiles/{profile}': { who: everybody },
  'POST /api/organisations/{organisationId}/profile/withdraw': { who: whoseItIs },
  'POST /api/organisations/{organisationId}/profile/archive': { who: whoseItIs },
  'POST /api/organisations/{organisationId}/profile/restore': { who: whoseItIs },
  'POST /api/organisations/{organisationId}/renew': { who: whoseItIs },
  'GET /api/profiles': { who: everybody },
  'GET /api/organise/profiles': { who: organisersOfAll },
  'GET /api/organise/profiles.csv': { who: organisersOfAll },
  'GET /api/organise/profile-reviews': { who: organisersOfAll },
  'GET /api/organise/profile-review': { who: organisersOfAll },
  'PUT /api/organise/profile-review': { who: organisersOfAll, body: { required: false } },
  'POST /api/organise/profiles/{organisationId}/approve': { who: organisersOfAll, body: { version: 1 } },
  'POST /api/organise/profiles/{organisationId}/send-back': {
    who: organisersOfAll,
    body: { version: 1, because: 'Say more.' },
  },
  'POST /api/organise/profiles/{organisationId}/verify': { who: organisersOfAll, body: { verified: true } },
  'POST /api/organise/profiles/{organisationId}/membership': { who: organisersOfAll, body: { member: false } },
  'POST /api/organise/opportunities/{opportunityId}/approve': { who: organisersOfAll, body: { version: 1 } },
  'POST /api/organise/opportunities/{opportunityId}/send-back': {
    who: organisersOfAll,
    body: { version: 1, because: 'Say more.' },
  },
  'GET /api/organise/profile-imports/template.csv': { who: organisersOfAll },
  'POST /api/organise/profile-imports': { who: organisersOfAll, body: { file: 'bmFtZQ==', dryRun: true } },
});
