import { odd, type Odd, request } from './odd.js';

const long = (letters: number) => 'あ'.repeat(letters);
const asks = (eventId: string | undefined) => `/api/events/${eventId}/meeting-requests`;
const invalid = 'request.invalid';

/** More than there is room for, and what is no such thing. */
export const oversized: readonly Odd[] = [
  odd('a reason of 401 letters', 'openAsker', invalid, (http, ids) =>
    http.post(asks(ids['eventId']), request(ids, { reason: long(401) })),
  ),
  odd('a reason of blanks', 'openAsker', invalid, (http, ids) =>
    http.post(asks(ids['eventId']), request(ids, { reason: ' 　 ' })),
  ),
  odd('four times', 'openAsker', invalid, (http, ids) =>
    http.post(
      asks(ids['eventId']),
      request(ids, { slotIds: [ids['slotId'], ids['otherSlotId'], ids['freeSlotId'], ids['foreignSlotId']] }),
    ),
  ),
  odd('the same time twice', 'openAsker', invalid, (http, ids) =>
    http.post(asks(ids['eventId']), request(ids, { slotIds: [ids['freeSlotId'], ids['freeSlotId']] })),
  ),
  odd('no time', 'openAsker', invalid, (http, ids) => http.post(asks(ids['eventId']), request(ids, { slotIds: [] }))),
  odd('seven opportunities', 'openAsker', invalid, (http, ids) =>
    http.post(
      asks(ids['eventId']),
      request(ids, { opportunityIds: Array.from({ length: 7 }, () => ids['requestId']) }),
    ),
  ),
  odd('fifteen guests', 'openAsker', invalid, (http, ids) =>
    http.post(
      asks(ids['eventId']),
      request(ids, { people: Array.from({ length: 15 }, () => ({ participantId: ids['guest'], part: 'optional' })) }),
    ),
  ),
  odd('an interpreter between English and English', 'openAsker', invalid, (http, ids) =>
    http.post(asks(ids['eventId']), request(ids, { interpretation: ['en', 'en'] })),
  ),
  odd('a body of half a megabyte', 'openAsker', 'request.too_large', (http, ids) =>
    http.post(asks(ids['eventId']), request(ids, { reason: 'x'.repeat(500_000) })),
  ),
  odd('a note of 401 letters with a counter-proposal', 'openAsked', invalid, (http, ids) =>
    http.post(`/api/meeting-requests/${ids['openRequestId']}/counter`, {
      ...{ slotIds: [ids['otherSlotId']], note: long(401) },
    }),
  ),
  odd('a note of 401 letters with a refusal', 'openAsked', invalid, (http, ids) =>
    http.post(`/api/meeting-requests/${ids['openRequestId']}/decline`, { reason: 'other', note: long(401) }),
  ),
  odd('a note of 401 letters with a cancellation', 'asker', invalid, (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/cancel`, { reason: 'ill', note: long(401) }),
  ),
  odd('a message of 2,001 letters', 'asker', invalid, (http, ids) =>
    http.post(`/api/meeting-requests/${ids['requestId']}/messages`, { text: long(2001), fileIds: [] }),
  ),
  odd('a message of nothing', 'asker', invalid, (http, ids) =>
    http.post(`/api/meeting-requests/${ids['requestId']}/messages`, { text: '', fileIds: [] }),
  ),
  odd('a message with four files', 'asker', invalid, (http, ids) =>
    http.post(`/api/meeting-requests/${ids['requestId']}/messages`, {
      ...{ text: 'Look', fileIds: [ids['slotId'], ids['otherSlotId'], ids['freeSlotId'], ids['foreignSlotId']] },
    }),
  ),
  odd('no document for a meeting', 'asker', invalid, (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/files`, { fileIds: [] }),
  ),
  odd('four documents for a meeting at once', 'asker', invalid, (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/files`, {
      fileIds: [ids['slotId'], ids['otherSlotId'], ids['freeSlotId'], ids['foreignSlotId']],
    }),
  ),
  odd('the same document twice for a meeting', 'asker', invalid, (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/files`, { fileIds: [ids['slotId'], ids['slotId']] }),
  ),
  odd('a statement of 601 letters', 'asker', invalid, (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/verdict/dispute`, { reason: 'other', statement: long(601) }),
  ),
  odd('a call for help of 401 letters', 'asker', invalid, (http, ids) =>
    http.post(`/api/meetings/${ids['meetingId']}/room/help`, { about: 'other', text: long(401) }),
  ),
  ...[
    'javascript:alert(1)',
    'http://meet.example/room',
    'https://name:secret@meet.example/room',
    'https://localhost/room',
    'https://mеet.example/room', // a Cyrillic letter
    `https://meet.example/${'a'.repeat(500)}`,
    'data:text/html,hello',
  ].map((value) =>
    odd(`a plan B at ${value.slice(0, 40)}`, 'asker', invalid, (http, ids) =>
      http.put(`/api/meetings/${ids['meetingId']}/room/plan-b`, { kind: 'link', value }),
    ),
  ),
  odd('a plan B by telephone with words', 'asker', invalid, (http, ids) =>
    http.put(`/api/meetings/${ids['meetingId']}/room/plan-b`, { kind: 'phone', value: 'call me' }),
  ),
  odd('a card with a page of no protocol that we know', 'asker', invalid, (http) =>
    http.put('/api/me/card', { title: null, phone: null, website: 'javascript:alert(1)' }),
  ),
  odd('a card with a title of 121 letters', 'asker', invalid, (http) =>
    http.put('/api/me/card', { title: long(121), phone: null, website: null }),
  ),
  odd('two hundred and one times', 'asker', invalid, (http, ids) =>
    http.put(`/api/events/${ids['eventId']}/availability`, {
      everything: false,
      intervals: Array.from({ length: 201 }, () => ({
        startsAt: '2027-01-01T00:00:00Z',
        endsAt: '2027-01-01T01:00:00Z',
      })),
    }),
  ),
];
