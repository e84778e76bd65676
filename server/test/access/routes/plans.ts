import { organisersOfIt, participants, whoseItIs } from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** The organisers' plan, and interpreters. */
export const plansRoutes = ({ people, partner, unknownId, interpreterPut, ids }: Given): RouteTable => ({
  'GET /api/events/{eventId}/preferences': { who: participants },
  'PUT /api/events/{eventId}/preferences/{participantId}': {
    who: participants,
    ids: { participantId: partner.participantId },
    body: { preference: 'meet' },
  },
  'GET /api/events/{eventId}/gaps': { who: participants },
  'POST /api/gaps/{gapId}/accept': { who: whoseItIs },
  'POST /api/gaps/{gapId}/decline': { who: whoseItIs },
  'GET /api/organise/events/{eventId}/schedule': { who: organisersOfIt },
  'GET /api/organise/events/{eventId}/schedule/preferences': { who: organisersOfIt },
  'GET /api/organise/events/{eventId}/schedule/asking': { who: organisersOfIt },
  'POST /api/organise/events/{eventId}/schedule/asking': { who: organisersOfIt },
  'PUT /api/organise/events/{eventId}/schedule/settings': {
    who: organisersOfIt,
    body: { opensAt: null, preferencesUntil: null, mustAtMost: 5, meetingsAtMost: null, pairsOnce: true, version: 0 },
  },
  'POST /api/organise/events/{eventId}/schedule/diagnosis': { who: organisersOfIt, body: {} },
  'POST /api/organise/events/{eventId}/schedule/runs': { who: organisersOfIt, body: {} },
  'GET /api/organise/events/{eventId}/schedule/runs/{runId}': { who: organisersOfIt },
  'POST /api/organise/events/{eventId}/schedule/runs/{runId}/stop': { who: organisersOfIt },
  'GET /api/organise/events/{eventId}/schedule/runs/{runId}/plan': { who: organisersOfIt },
  'GET /api/organise/events/{eventId}/schedule/runs/{runId}/unmet': { who: organisersOfIt },
  'POST /api/organise/events/{eventId}/schedule/runs/{runId}/publish': { who: organisersOfIt, body: { version: 0 } },
  'POST /api/organise/events/{eventId}/schedule/runs/{runId}/roll-back': { who: organisersOfIt },
  'POST /api/organise/events/{eventId}/schedule/runs/{runId}/adjustments': {
    who: organisersOfIt,
    body: { version: 0, adjustment: { do: 'lock', plannedId: unknownId } },
  },
  'POST /api/organise/events/{eventId}/schedule/runs/{runId}/adjustments/check': {
    who: organisersOfIt,
    body: { version: 0, adjustment: { do: 'lock', plannedId: unknownId } },
  },
  [`GET /api/organise/events/{eventId}/schedule/runs/{runId}/comparison?with=${ids['runId']}`]: {
    who: organisersOfIt,
  },
  'GET /api/organise/events/{eventId}/interpreters': { who: organisersOfIt },
  'POST /api/organise/events/{eventId}/interpreters': {
    who: organisersOfIt,
    body: { ...interpreterPut, address: 'mika@interpreters.example', name: people.own.name },
  },
  'PUT /api/organise/events/{eventId}/interpreters/{interpreterId}': {
    who: organisersOfIt,
    body: interpreterPut,
  },
  'PUT /api/organise/events/{eventId}/interpretations/{meetingId}': {
    who: organisersOfIt,
    body: { interpreterId: ids['interpreterId'] },
  },
  'DELETE /api/organise/events/{eventId}/interpreters/{interpreterId}': { who: organisersOfIt },
});
