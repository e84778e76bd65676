import { odd, type Odd, request } from './odd.js';

const events = (eventId: string | undefined, what: string) => `/api/events/${eventId}/${what}`;
const organise = (eventId: string | undefined, what: string) => `/api/organise/events/${eventId}/${what}`;
const instant = { reason: 'Something new', opportunityIds: [], language: 'en' };

/** Times, people and things that are real, and not of this. */
export const foreign: readonly Odd[] = [
  // Times of another event.
  odd('asks for a time of another event', 'openAsker', 'meeting.slot_unknown', (http, ids) =>
    http.post(events(ids['eventId'], 'meeting-requests'), request(ids, { slotIds: [ids['foreignSlotId']] })),
  ),
  odd('books a time of another event', 'openAsker', 'meeting.slot_unknown', (http, ids) =>
    http.post(events(ids['eventId'], 'instant-bookings'), {
      ...instant,
      to: ids['asked'],
      slotId: ids['foreignSlotId'],
    }),
  ),
  odd('counters with a time of another event', 'openAsked', 'meeting.slot_unknown', (http, ids) =>
    http.post(`/api/meeting-requests/${ids['openRequestId']}/counter`, { slotIds: [ids['foreignSlotId']], note: null }),
  ),
  odd('accepts a time of another event', 'openAsked', 'meeting_request.slot_not_proposed', (http, ids) =>
    http.post(`/api/meeting-requests/${ids['openRequestId']}/accept`, { slotId: ids['foreignSlotId'] }),
  ),
  odd('moves to a time of another event', 'asker', 'meeting.slot_unknown', (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/reschedule`, { slotIds: [ids['foreignSlotId']], note: null }),
  ),
  odd('moves to a time of no event', 'asker', 'meeting.slot_unknown', (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/reschedule`, { slotIds: [ids['requestId']], note: null }),
  ),

  // Somebody of another event.
  odd('asks somebody of another event', 'asker', 'participant.unavailable', (http, ids) =>
    http.post(events(ids['eventId'], 'meeting-requests'), request(ids, { to: ids['foreign'] })),
  ),
  odd('invites somebody of another event', 'asker', 'participant.unavailable', (http, ids) =>
    http.post(`/api/meeting-requests/${ids['requestId']}/guests`, {
      people: [{ participantId: ids['foreign'], part: 'required' }],
    }),
  ),
  odd('hands over to somebody of another event', 'asked', 'handover.unknown_colleague', (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/hand-over`, { to: ids['foreign'] }),
  ),
  odd('wants somebody of another event as an assistant', 'asked', 'assistant.not_colleague', (http, ids) =>
    http.post(events(ids['eventId'], 'assistants'), { participantId: ids['foreign'] }),
  ),
  odd('gives a card to somebody of another event', 'asker', 'not_found', (http, ids) =>
    http.put(`/api/meetings/${ids['meetingId']}/cards/${ids['foreign']}`),
  ),

  // Another event's path.
  odd('asks under another event', 'asker', 'registration.required', (http, ids) =>
    http.post(events(ids['foreignEventId'], 'meeting-requests'), request(ids)),
  ),
  odd('decides about a meeting under another event', 'elsewhere', 'not_found', (http, ids) =>
    http.post(organise(ids['foreignEventId'], `meetings/${ids['meetingId']}/verdict`), {
      ...{ state: 'held', absentSide: null, excluded: false, reason: 'Both said so', place: 1 },
    }),
  ),
  odd('answers a call under another event', 'elsewhere', 'not_found', (http, ids) =>
    http.post(organise(ids['foreignEventId'], `help-requests/${ids['othersHelpId']}/answer`), { text: 'We come' }),
  ),
  odd('changes a block under another event', 'elsewhere', 'not_found', (http, ids) =>
    http.put(events(ids['foreignEventId'], `blocks/${ids['blockId']}`), {
      ...{ dates: ['2020-01-03'], from: '10:00', until: '11:00', slotMinutes: 20, gapMinutes: 5, version: 1 },
    }),
  ),
  odd('removes a block under another event', 'elsewhere', 'not_found', (http, ids) =>
    http.delete(events(ids['foreignEventId'], `blocks/${ids['blockId']}`)),
  ),

  // Things of others, at the same event.
  odd('accepts what others were asked', 'asked', 'not_found', (http, ids) =>
    http.post(`/api/meeting-requests/${ids['othersRequestId']}/accept`, { slotId: ids['slotId'] }),
  ),
  odd('cancels the meeting of others', 'asker', 'not_found', (http, ids) =>
    http.post(`/api/meetings/${ids['othersMeetingId']}/cancel`, { reason: 'ill', note: null }),
  ),
  odd("agrees to the others' plan B", 'asker', 'plan_b.changed', (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/room/plan-b/agreement`, { planBId: ids['othersPlanBId'] }),
  ),
  odd('gives a card to somebody of another meeting', 'asker', 'not_found', (http, ids) =>
    http.put(`/api/meetings/${ids['meetingId']}/cards/${ids['othersAsker']}`),
  ),
  odd("sends the others' file", 'asker', 'file.unknown', (http, ids) =>
    http.post(`/api/meeting-requests/${ids['requestId']}/messages`, { text: 'Look', fileIds: [ids['othersFileId']] }),
  ),
  odd("brings others' document to a meeting", 'asker', 'file.unknown', (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/files`, { fileIds: [ids['othersFileId']] }),
  ),
  odd("brings a document to others' meeting", 'othersAsker', 'not_found', (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/files`, { fileIds: [ids['othersFileId']] }),
  ),
  odd("opens others' document", 'asker', 'not_found', (http, ids) => http.get(`/api/files/${ids['othersFileId']}`)),
  odd("sees what was brought to others' meeting", 'asker', 'not_found', (http, ids) =>
    http.get(`/api/meetings/${ids['othersMeetingId']}/files`),
  ),
  odd("has read the others' message", 'asker', 'not_found', (http, ids) =>
    http.put(`/api/meeting-requests/${ids['requestId']}/messages/read`, { messageId: ids['othersMessageId'] }),
  ),

  // Oneself, and two organisations of one person.
  odd('asks oneself', 'asker', 'participant.unavailable', (http, ids) =>
    http.post(events(ids['eventId'], 'meeting-requests'), request(ids, { to: ids['asker'] })),
  ),
  odd('invites oneself', 'asker', 'guest.duplicate', (http, ids) =>
    http.post(`/api/meeting-requests/${ids['requestId']}/guests`, {
      people: [{ participantId: ids['asker'], part: 'required' }],
    }),
  ),
  odd('cites what the second organisation offers', 'asker', 'not_found', (http, ids) =>
    http.post(
      events(ids['eventId'], 'meeting-requests'),
      request(ids, { to: ids['othersAsker'], opportunityIds: [ids['secondOpportunityId']] }),
    ),
  ),
  odd('answers for the second organisation', 'asker', 'not_found', (http, ids) =>
    http.post(`/api/meeting-requests/${ids['secondRequestId']}/decline`, { reason: 'other', note: null }),
  ),
  odd('hands over to a colleague of the second organisation', 'asker', 'handover.unknown_colleague', (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/hand-over`, { to: ids['secondMember'] }),
  ),
];
