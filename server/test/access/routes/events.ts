import { eventInput } from '../../builders/events.js';
import {
  everybody,
  notThere,
  organisersOfAll,
  organisersOfIt,
  ownersOnly,
  participants,
  signedIn,
} from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** Events and who takes part. */
export const eventsRoutes = ({ registration, ofDraft, ids }: Given): RouteTable => ({
  // Events ------------------------------------------------------------------------------------------------
  'GET /api/events': { who: everybody },
  'GET /api/events/{slug}': { who: everybody },
  'GET /api/events/{slug} of a draft': { who: ownersOnly, ids: ofDraft },
  'GET /api/events/{slug}/calendar.ics': { who: everybody },
  'GET /api/events/{slug}/calendar.ics of a draft': { who: notThere, ids: ofDraft },
  'POST /api/events': { who: organisersOfAll, body: { ...eventInput(), slug: ids['slug'] } },
  'PATCH /api/events/{eventId}': { who: organisersOfIt, body: { capacity: 100 } },
  'POST /api/events/{eventId}/publish': { who: organisersOfIt },
  'GET /api/events/{eventId}/stage-settings': { who: organisersOfIt },
  'PUT /api/events/{eventId}/stage-settings': { who: organisersOfIt, body: { moderateQuestions: false } },

  // Registration ------------------------------------------------------------------------------------------
  'GET /api/events/{eventId}/registration/form': { who: everybody },
  'GET /api/events/{eventId}/registration/form of a draft': { who: ownersOnly, ids: ofDraft },
  'PUT /api/events/{eventId}/registration/form': { who: organisersOfIt, body: { approval: false, questions: [] } },
  'GET /api/events/{eventId}/registration': { who: signedIn },
  'POST /api/events/{eventId}/registration': { who: signedIn, body: registration },
  'GET /api/events/{eventId}/participation': { who: everybody },
  'GET /api/events/{eventId}/participation of a draft': { who: ownersOnly, ids: ofDraft },
  'GET /api/events/{eventId}/participants/{participantId}': { who: participants },
  'GET /api/events/{eventId}/people': { who: organisersOfIt },
  'GET /api/events/{eventId}/people.csv': { who: organisersOfIt },
  'GET /api/events/{eventId}/people.xlsx': { who: organisersOfIt },
  'POST /api/registrations/{participantId}/approve': { who: organisersOfIt, body: { reason: null } },
});
