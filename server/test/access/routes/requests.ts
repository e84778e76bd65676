import { requestInput } from '../../builders/meetings.js';
import { participants, signedIn, whoseItIs, whoseItIsAndOrganisers } from '../audiences.js';
import type { Given, RouteTable } from './given.js';

/** Requests for meetings, and what belongs to them. */
export const requestsRoutes = ({ partner, slots, slotIds, messageId, unknownId }: Given): RouteTable => ({
  'GET /api/events/{eventId}/meeting-requests': { who: participants },
  [`GET /api/events/{eventId}/meeting-requests/preview?to=${partner.participantId}`]: { who: participants },
  'POST /api/events/{eventId}/meeting-requests': {
    who: participants,
    body: requestInput(partner, [slots.at(-3)!]),
  },
  'GET /api/meeting-requests/{requestId}': { who: whoseItIs },
  'POST /api/meeting-requests/{requestId}/accept': { who: whoseItIs, body: { slotId: slotIds[0] } },
  'POST /api/meeting-requests/{requestId}/counter': { who: whoseItIs, body: { slotIds, note: null } },
  'POST /api/meeting-requests/{requestId}/decline': { who: whoseItIs, body: { reason: 'no-time', note: null } },
  'POST /api/meeting-requests/{requestId}/withdraw': { who: whoseItIs },
  'GET /api/meeting-requests/{requestId}/messages': { who: whoseItIs },
  'POST /api/meeting-requests/{requestId}/messages': { who: whoseItIs, body: { text: 'Shall we bring samples?' } },
  'PUT /api/meeting-requests/{requestId}/messages/read': { who: whoseItIs, body: { messageId } },
  'GET /api/meetings/{meetingId}/files': { who: whoseItIs },
  'POST /api/meetings/{meetingId}/files': { who: whoseItIs, body: { fileIds: [unknownId] } },
  'GET /api/me/card': { who: signedIn },
  'PUT /api/me/card': { who: signedIn, body: { title: 'Head', phone: null, website: null } },
  'GET /api/meetings/{meetingId}/cards': { who: whoseItIs },
  'PUT /api/meetings/{meetingId}/cards/{participantId}': {
    who: whoseItIs,
    ids: { participantId: partner.participantId },
    body: {},
  },
  'GET /api/meetings/{meetingId}/cards/{participantId}/card.vcf': {
    who: whoseItIs,
    ids: { participantId: partner.participantId },
  },
  'DELETE /api/meetings/{meetingId}/cards/{participantId}': {
    who: whoseItIs,
    ids: { participantId: partner.participantId },
  },
  'GET /api/events/{eventId}/unread-messages': { who: participants },
  'GET /api/meetings/{meetingId}/brief': { who: whoseItIs },
  'GET /api/events/{eventId}/meetings': { who: participants },
  'GET /api/meetings/{meetingId}': { who: whoseItIsAndOrganisers },
  [`GET /api/events/{eventId}/group-slots?with=${partner.participantId}`]: { who: participants },
  'GET /api/events/{eventId}/guest-invitations': { who: participants },
  'GET /api/meetings/{meetingId}/slots': { who: whoseItIs },
  'GET /api/meeting-requests/{requestId}/slots': { who: whoseItIs },
  'GET /api/meeting-requests/{requestId}/guests': { who: whoseItIs },
  'POST /api/meeting-requests/{requestId}/guests': {
    who: whoseItIs,
    body: { people: [{ participantId: partner.participantId, part: 'optional' }] },
  },
  'GET /api/guests/{guestId}': { who: whoseItIs },
  'POST /api/guests/{guestId}/accept': { who: whoseItIs },
  'POST /api/guests/{guestId}/decline': { who: whoseItIs },
  // For those who agree on the meeting; who is invited declines.
  'POST /api/guests/{guestId}/withdraw': { who: { ...whoseItIs, own: '404 not_found', participant: 'in' } },
  'GET /api/me/interpreting': { who: signedIn },
  'GET /api/meeting-requests/{requestId}/interpretation': { who: whoseItIs },
  'PUT /api/meeting-requests/{requestId}/interpretation': { who: whoseItIs, body: { languages: ['en', 'ja'] } },
});
