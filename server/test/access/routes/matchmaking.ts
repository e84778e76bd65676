import { organisersOfIt, participants, participantsAndOrganisers } from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** Who finds whom, and when they could meet. */
export const matchmakingRoutes = ({ partner, slotIds }: Given): RouteTable => ({
  'GET /api/events/{eventId}/search?q=a': { who: participants },
  'GET /api/events/{eventId}/recommendations': { who: participants },
  'PUT /api/events/{eventId}/recommendations/{participantId}/dismissal': {
    who: participants,
    ids: { participantId: partner.participantId },
    body: {},
  },
  'DELETE /api/events/{eventId}/recommendations/{participantId}/dismissal': {
    who: participants,
    ids: { participantId: partner.participantId },
  },
  'GET /api/events/{eventId}/saved-people': { who: participants },
  'PUT /api/events/{eventId}/saved-people/{participantId}': {
    who: participants,
    ids: { participantId: partner.participantId },
    body: {},
  },
  'DELETE /api/events/{eventId}/saved-people/{participantId}': {
    who: participants,
    ids: { participantId: partner.participantId },
  },
  'GET /api/events/{eventId}/directory': { who: participants },
  'GET /api/events/{eventId}/directory/organisations': { who: participants },
  'GET /api/events/{eventId}/blocks': { who: participantsAndOrganisers },
  'POST /api/events/{eventId}/blocks': {
    who: organisersOfIt,
    body: { dates: ['2020-01-01'], from: '16:00', until: '18:00', slotMinutes: 20, gapMinutes: 5 },
  },
  'PUT /api/events/{eventId}/blocks/{blockId}': {
    who: organisersOfIt,
    body: { dates: ['2020-01-02'], from: '16:00', until: '18:00', slotMinutes: 20, gapMinutes: 5, version: 1 },
  },
  'POST /api/events/{eventId}/blocks/{blockId}/preview': {
    who: organisersOfIt,
    body: { dates: ['2020-01-02'], from: '16:00', until: '18:00', slotMinutes: 20, gapMinutes: 5 },
  },
  'POST /api/events/{eventId}/blocks/{blockId}/plan': { who: organisersOfIt },
  'DELETE /api/events/{eventId}/blocks/{blockId}': { who: organisersOfIt },
  'POST /api/events/{eventId}/blocks/{blockId}/restore': { who: organisersOfIt },
  'GET /api/events/{eventId}/slots': { who: participants },
  'GET /api/events/{eventId}/availability': { who: participants },
  'PUT /api/events/{eventId}/availability': { who: participants, body: { everything: true, intervals: [] } },
  'PUT /api/events/{eventId}/availability/limits': {
    who: participants,
    body: { gapMinutes: 0, perDay: null, quietUntil: null, quiet: false },
  },
  'POST /api/events/{eventId}/instant-bookings': {
    who: participants,
    body: { to: partner.participantId, slotId: slotIds[0], reason: 'Sensors', opportunityIds: [], language: 'en' },
  },
});
