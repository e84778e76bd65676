import { nobodyHere, organisersOfIt, registered, signedIn, stageCrew, whoAsked, whoseItIs } from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** What is of the other event, and what ends something: last of all. */
export const endingsRoutes = ({ registration, elsewhere }: Given): RouteTable => ({
  // The other event's things under this event's path -----------------------------------------------------
  'GET /api/events/{eventId}/participants/{participantId} of the other event': {
    who: nobodyHere,
    ids: elsewhere,
  },
  'PUT /api/events/{eventId}/recommendations/{participantId}/dismissal of the other event': {
    who: nobodyHere,
    ids: elsewhere,
    body: {},
  },
  'PUT /api/events/{eventId}/saved-people/{participantId} of the other event': {
    who: nobodyHere,
    ids: elsewhere,
    body: {},
  },
  'PUT /api/events/{eventId}/agenda/{sessionId} of the other event': {
    who: nobodyHere,
    ids: elsewhere,
    body: {},
  },

  // What ends something -----------------------------------------------------------------------------------
  'DELETE /api/questions/{questionId}': { who: whoAsked },
  'DELETE /api/events/{eventId}/programme/speakers/{speakerId}/account': {
    who: organisersOfIt,
  },
  'POST /api/opportunities/{opportunityId}/withdraw': { who: whoseItIs },
  'POST /api/opportunities/{opportunityId}/archive': { who: whoseItIs },
  'POST /api/sessions/{sessionId}/stage/end': { who: stageCrew },
  'POST /api/me/calendar/renew': { who: signedIn },
  'PUT /api/events/{eventId}/registration': {
    who: registered,
    body: registration,
  },
  'PUT /api/events/{eventId}/registration/directory': {
    who: registered,
    body: { directory: 'participants' },
  },
  'POST /api/events/{eventId}/registration/withdraw': {
    who: registered,
  },
  'POST /api/registrations/{participantId}/reject': { who: organisersOfIt, body: { reason: null } },
  'POST /api/events/{eventId}/cancel': { who: organisersOfIt },
  'DELETE /api/me/directory-filters/{filterId}': { who: whoseItIs },
  'DELETE /api/me/logins/{loginId}': { who: whoseItIs },
  'DELETE /api/login': { who: signedIn },
});
