import { opportunityInput } from '../../builders/profiles/opportunities.js';
import { nobody } from '../pairs.js';
import { odd, type Odd } from './odd.js';

type Verb = 'get' | 'post' | 'put' | 'delete';

const unknown = (by: string, verb: Verb, path: string, body: object = {}): Odd =>
  odd(`${verb} ${path}`, by, 'not_found', (http, ids) => {
    const at = `/api/${path.replace(':event', ids['eventId']!).replace(':nobody', nobody)}`;
    return verb === 'get' || verb === 'delete' ? http[verb](at) : http[verb](at, body);
  });

const version = { version: 1 };
const link = { kind: 'link', value: 'https://meet.example/room' };
const place = { place: 1, reason: 'Both said so' };

/** Things that were never there. */
export const unknowns: readonly Odd[] = [
  unknown('asker', 'get', 'meeting-requests/:nobody'),
  unknown('asker', 'get', 'meeting-requests/:nobody/guests'),
  unknown('asker', 'get', 'meeting-requests/:nobody/interpretation'),
  unknown('asker', 'get', 'meeting-requests/:nobody/slots'),
  unknown('asker', 'post', 'meeting-requests/:nobody/withdraw'),
  unknown('asker', 'post', 'meeting-requests/:nobody/messages', { text: 'Good day', fileIds: [] }),
  unknown('asker', 'put', 'meeting-requests/:nobody/interpretation', { languages: ['en', 'ja'] }),
  unknown('asker', 'post', 'meeting-requests/:nobody/guests', {
    people: [{ participantId: nobody, part: 'optional' }],
  }),
  unknown('asker', 'post', 'guests/:nobody/accept'),
  unknown('asker', 'post', 'guests/:nobody/withdraw'),
  unknown('asker', 'post', 'assistants/:nobody/accept'),
  unknown('asker', 'post', 'assistants/:nobody/end'),

  unknown('asker', 'get', 'meetings/:nobody'),
  unknown('asker', 'get', 'meetings/:nobody/slots'),
  unknown('asker', 'get', 'meetings/:nobody/room'),
  unknown('asker', 'post', 'meetings/:nobody/reschedule', { slotIds: [nobody], note: null }),
  unknown('asker', 'post', 'meetings/:nobody/hand-over', { to: nobody }),
  unknown('asker', 'post', 'meetings/:nobody/hand-back'),
  unknown('asker', 'get', 'meetings/:nobody/hand-over'),
  unknown('asker', 'put', 'meetings/:nobody/room/plan-b', link),
  unknown('asker', 'post', 'meetings/:nobody/room/extension'),
  unknown('asker', 'put', 'meetings/:nobody/verdict/declaration', { met: true, place: 'phone' }),
  unknown('asker', 'get', 'files/:nobody'),

  unknown('organiser', 'put', 'events/:event/blocks/:nobody', {
    ...{ dates: ['2020-01-03'], from: '10:00', until: '11:00', slotMinutes: 20, gapMinutes: 5, version: 1 },
  }),
  unknown('organiser', 'post', 'events/:event/blocks/:nobody/restore'),
  unknown('organiser', 'get', 'organise/events/:event/delegations/:nobody'),
  unknown('organiser', 'put', 'organise/events/:event/delegations/:nobody', { mode: 'pool', parts: [] }),
  unknown('organiser', 'post', 'organise/events/:event/help-requests/:nobody/answer', { text: 'We come' }),
  unknown('organiser', 'post', 'organise/events/:event/meetings/:nobody/missing/call'),
  unknown('organiser', 'post', 'organise/events/:event/meetings/:nobody/verdict/undo', place),
  unknown('organiser', 'post', 'registrations/:nobody/approve', { reason: null }),
  unknown('organiser', 'post', 'registrations/:nobody/reject', { reason: null }),

  unknown('reviewer', 'post', 'organise/profiles/:nobody/approve', version),
  unknown('reviewer', 'post', 'organise/profiles/:nobody/send-back', { ...version, because: 'Say who may' }),
  unknown('reviewer', 'post', 'organise/profiles/:nobody/verify', { verified: true }),
  unknown('reviewer', 'post', 'organise/profiles/:nobody/membership', { member: true }),
  unknown('reviewer', 'post', 'organise/opportunities/:nobody/approve', version),
  unknown('reviewer', 'post', 'organise/opportunities/:nobody/send-back', { ...version, because: 'Say who may' }),
  unknown('asker', 'get', 'organisations/:nobody/opportunities'),
  unknown('asker', 'put', 'opportunities/:nobody', opportunityInput()),
  unknown('asker', 'post', 'opportunities/:nobody/publish'),
  unknown('asker', 'post', 'organisations/:nobody/profile/publish'),
  unknown('asker', 'delete', 'me/directory-filters/:nobody'),
];
