import { nobodyButOwners, organisersOfAny, organisersOfIt, participants, whoseItIs } from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** What came of it. */
export const outcomesRoutes = ({ outcome }: Given): RouteTable => ({
  'GET /api/events/{eventId}/follow-up': { who: participants },
  'PUT /api/meetings/{meetingId}/outcome': { who: whoseItIs, body: { ...outcome, note: null } },
  'GET /api/meetings/{meetingId}/verdict': { who: whoseItIs },
  'POST /api/meetings/{meetingId}/verdict/dispute': {
    who: whoseItIs,
    body: { reason: 'technical', statement: 'Nobody could hear the other' },
  },
  'PUT /api/meetings/{meetingId}/verdict/declaration': { who: whoseItIs, body: { met: true, place: 'phone' } },
  'GET /api/organise/events/{eventId}/disputes': { who: organisersOfIt },
  'GET /api/organise/events/{eventId}/meetings/{meetingId}/record': { who: organisersOfIt },
  'POST /api/organise/events/{eventId}/meetings/{meetingId}/verdict': {
    who: organisersOfIt,
    body: { state: 'held', absentSide: null, excluded: false, reason: 'Both said so', place: 1 },
  },
  'POST /api/organise/events/{eventId}/meetings/{meetingId}/verdict/undo': {
    who: organisersOfIt,
    body: { reason: 'By mistake', place: 1 },
  },
  'GET /api/organise/audit': { who: nobodyButOwners },
  'GET /api/organise/audit.csv': { who: nobodyButOwners },
  'GET /api/organise/audit/check': { who: nobodyButOwners },
  'POST /api/cases/{caseId}/confirm': { who: whoseItIs },
  'POST /api/cases/{caseId}/verify': { who: organisersOfIt },
  'GET /api/organise/funnel': { who: organisersOfAny },
  'GET /api/organise/funnel?eventId={eventId}': { who: organisersOfIt },
  'GET /api/organise/funnel/{step}': { who: organisersOfAny },
  'GET /api/organise/funnel/{step}?eventId={eventId}': { who: organisersOfIt },
  'GET /api/organise/cases': { who: organisersOfAny },
  'GET /api/organise/cases?eventId={eventId}': { who: organisersOfIt },
  'GET /api/organise/heat': { who: organisersOfAny },
  'GET /api/organise/heat?eventId={eventId}': { who: organisersOfIt },
});
