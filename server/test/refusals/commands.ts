import type { HttpClient } from '../http-client.js';
import type { Role, Thing } from './things.js';

type Send = (http: HttpClient, thing: Thing, role: Role) => Promise<{ status: number; body: { code?: string } }>;

const request =
  (what: string, body: (thing: Thing) => object = () => ({})): Send =>
  (http, thing) =>
    http.post(`/api/meeting-requests/${thing.requestId}/${what}`, body(thing));
const meeting =
  (verb: 'post' | 'put', what: string, body: (thing: Thing) => object = () => ({})): Send =>
  (http, thing) =>
    http[verb](`/api/meetings/${thing.meetingId}/${what}`, body(thing));
const organise =
  (what: string, body: object): Send =>
  (http, { eventId, meetingId }) =>
    http.post(`/api/organise/events/${eventId}/meetings/${meetingId}/${what}`, body);

/** Every command about a request or a meeting, in an order in which those that are refused leave the rest as it is. */
export const commands = {
  ask: (http, { eventId, participantIds, otherSlotId }, role) =>
    http.post(`/api/events/${eventId}/meeting-requests`, {
      to: role === 'asked' ? participantIds.asker : participantIds.asked,
      reason: 'Sensors for small factories',
      opportunityIds: [],
      slotIds: [otherSlotId],
      language: 'en',
    }),
  accept: request('accept', ({ slotId }) => ({ slotId })),
  counter: request('counter', ({ otherSlotId }) => ({ slotIds: [otherSlotId], note: null })),
  decline: request('decline', () => ({ reason: 'other', note: null })),
  withdraw: request('withdraw'),
  write: request('messages', () => ({ text: 'Good day' })),
  cancel: meeting('post', 'cancel', () => ({ reason: 'ill', note: null })),
  reschedule: meeting('post', 'reschedule', ({ otherSlotId }) => ({ slotIds: [otherSlotId], note: null })),
  enter: meeting('post', 'ticket'),
  outcome: meeting('put', 'outcome', () => ({
    result: 'met',
    followUp: 'none',
    nextStep: null,
    nextStepOwner: null,
    nextStepDue: null,
    kind: null,
    note: null,
  })),
  dispute: meeting('post', 'verdict/dispute', () => ({ reason: 'other', statement: 'It was otherwise' })),
  declare: meeting('put', 'verdict/declaration', () => ({ met: true, place: 'phone' })),
  decide: organise('verdict', {
    state: 'held',
    absentSide: null,
    excluded: false,
    reason: 'Both said so',
    place: 1,
  }),
  undo: organise('verdict/undo', { reason: 'By mistake', place: 1 }),
} as const satisfies Record<string, Send>;
export type CommandName = keyof typeof commands;
export const commandNames = Object.keys(commands) as CommandName[];
