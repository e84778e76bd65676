import { importInput } from '../../builders/programmes.js';
import {
  everybody,
  organisersOfAll,
  organisersOfIt,
  ownersOnly,
  participants,
  participantsAndOrganisers,
  stageCrew,
} from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** Programme, agenda and stage. */
export const programmeRoutes = ({ people, ofDraft }: Given): RouteTable => ({
  'GET /api/events/{eventId}/programme': { who: everybody },
  'GET /api/events/{eventId}/programme of a draft': { who: ownersOnly, ids: ofDraft },
  'GET /api/events/{eventId}/programme/releases': { who: everybody },
  'GET /api/events/{eventId}/programme/releases of a draft': { who: ownersOnly, ids: ofDraft },
  'GET /api/events/{eventId}/programme/draft': { who: organisersOfIt },
  'GET /api/events/{eventId}/programme/speakers': { who: organisersOfIt },
  'PUT /api/events/{eventId}/programme/speakers/{speakerId}/account': {
    who: organisersOfIt,
    body: { by: 'address', address: people.own.address, lang: 'en' },
  },
  'POST /api/events/{eventId}/programme/imports': { who: organisersOfIt, body: importInput('{}', { dryRun: true }) },
  'POST /api/events/{eventId}/programme/releases': { who: organisersOfIt, body: { name: 'Again' } },
  'GET /api/sessions/{sessionId}': { who: everybody },
  'GET /api/sessions/{sessionId} of a draft': { who: ownersOnly, ids: ofDraft },
  'GET /api/events/{eventId}/agenda': { who: participants },
  'PUT /api/events/{eventId}/agenda/{sessionId}': { who: participants, body: {} },
  'DELETE /api/events/{eventId}/agenda/{sessionId}': { who: participants },
  'GET /api/events/{eventId}/stages': { who: everybody },
  'GET /api/events/{eventId}/stages of a draft': { who: ownersOnly, ids: ofDraft },
  'GET /api/sessions/{sessionId}/stage': { who: participantsAndOrganisers },
  'GET /api/sessions/{sessionId}/stage of a draft': { who: organisersOfAll, ids: ofDraft },
  'POST /api/sessions/{sessionId}/stage/ticket': { who: participantsAndOrganisers },
  'POST /api/sessions/{sessionId}/questions': {
    who: participantsAndOrganisers,
    body: { text: 'And who pays for them?', anonymous: true },
  },
  'PUT /api/questions/{questionId}/vote': { who: participantsAndOrganisers, body: {} },
  'DELETE /api/questions/{questionId}/vote': { who: participantsAndOrganisers },
  'PUT /api/questions/{questionId}/state': { who: stageCrew, body: { state: 'visible', pinned: true } },
  'POST /api/sessions/{sessionId}/stage/live': { who: stageCrew },
});
