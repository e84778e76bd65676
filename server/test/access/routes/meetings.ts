import { organisersOfIt, participants, whoseItIs, whoseItIsAndOrganisers } from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** Meetings, delegations and the room. */
export const meetingsRoutes = ({ partner, slotIds, helpRequestId }: Given): RouteTable => ({
  'POST /api/meetings/{meetingId}/ticket': { who: whoseItIsAndOrganisers },
  'POST /api/meetings/{meetingId}/cancel': { who: whoseItIs, body: { reason: 'ill', note: null } },
  'POST /api/meetings/{meetingId}/reschedule': { who: whoseItIs, body: { slotIds, note: null } },
  'GET /api/organise/events/{eventId}/meetings': { who: organisersOfIt },
  'GET /api/events/{eventId}/delegation': { who: participants },
  'PUT /api/events/{eventId}/delegation': { who: participants, body: { mode: 'own', parts: [] } },
  'GET /api/organise/events/{eventId}/delegations': { who: organisersOfIt },
  'GET /api/organise/events/{eventId}/delegations/{organisationId}': { who: organisersOfIt },
  'GET /api/organise/events/{eventId}/delegations/{organisationId}/unassigned/{meetingId}': { who: organisersOfIt },
  'POST /api/organise/events/{eventId}/delegations/{organisationId}/unassigned/{meetingId}': {
    who: organisersOfIt,
    body: { to: partner.participantId },
  },
  'PUT /api/organise/events/{eventId}/delegations/{organisationId}': {
    who: organisersOfIt,
    body: { mode: 'own', parts: [] },
  },
  'GET /api/organise/events/{eventId}/unassigned': { who: organisersOfIt },
  'GET /api/meetings/{meetingId}/colleagues': { who: whoseItIs },
  'POST /api/meetings/{meetingId}/hand-over': { who: whoseItIs, body: { to: partner.participantId } },
  'POST /api/meetings/{meetingId}/hand-back': { who: whoseItIs },
  'GET /api/events/{eventId}/assistants': { who: participants },
  'POST /api/events/{eventId}/assistants': { who: participants, body: { participantId: partner.participantId } },
  // Whoever was asked agrees, not who asked.
  'POST /api/assistants/{assistantId}/accept': { who: { ...whoseItIs, own: '404 not_found' } },
  'POST /api/assistants/{assistantId}/end': { who: whoseItIs },
  'GET /api/meetings/{meetingId}/room': { who: whoseItIsAndOrganisers },
  'PUT /api/meetings/{meetingId}/room/mode': { who: whoseItIs, body: { mode: 'audio' } },
  'POST /api/meetings/{meetingId}/room/extension': { who: whoseItIs },
  'DELETE /api/meetings/{meetingId}/room/extension': { who: whoseItIs },
  'PUT /api/meetings/{meetingId}/room/plan-b': {
    who: whoseItIsAndOrganisers,
    body: { kind: 'link', value: 'https://meet.example/room' },
  },
  'POST /api/meetings/{meetingId}/room/plan-b/agreement': {
    who: whoseItIs,
    body: { planBId: '01980000-0000-7000-8000-00000000000f' },
  },
  'DELETE /api/meetings/{meetingId}/room/plan-b': { who: whoseItIsAndOrganisers },
  'POST /api/meetings/{meetingId}/room/help': { who: whoseItIs, body: { about: 'technical', text: null } },
  'GET /api/meetings/{meetingId}/notes': { who: whoseItIs },
  'GET /api/organise/events/{eventId}/help-requests': { who: organisersOfIt },
  'POST /api/organise/events/{eventId}/help-requests/{helpRequestId}/answer': {
    who: organisersOfIt,
    ids: { helpRequestId },
    body: { text: 'We are on our way.' },
  },
  'POST /api/organise/events/{eventId}/meetings/{meetingId}/missing/call': { who: organisersOfIt },
});
