import type { Area, Command, Row } from '../area.js';
import { book, newPair, thingOf, type Pair } from '../pairs.js';
import type { Scene } from '../scene.js';

/** What has become of what one asked of the other. */
const states = {
  requested: 'before',
  countered: 'before',
  declined: 'before',
  withdrawn: 'before',
  expired: 'before',
  blocked: 'before',
  left: 'before',
  confirmed: 'before',
  moving: 'before',
  parted: 'before',
  cancelled: 'before',
  over: 'after',
} as const;

async function make(scene: Scene, state: string) {
  const pair = await newPair(scene);
  await steps[state as keyof typeof states](pair);
  const thing = thingOf(pair);
  // Whoever asks must not have asked others for the same time: here the third one is nobody's guest.
  return { ...thing, people: { ...thing.people, third: pair.guest } };
}

const block = ({ does, asker, asked }: Pair) => does(asked, 'put', `/api/me/blocks/${asker.userId}`);
const answer = ({ does, requestId }: Pair, by: Pair['asker'], what: string, body = {}) =>
  does(by, 'post', `/api/meeting-requests/${requestId}/${what}`, body);

const steps: Record<keyof typeof states, (pair: Pair) => Promise<unknown>> = {
  requested: () => Promise.resolve(),
  countered: (pair) => answer(pair, pair.asked, 'counter', { slotIds: [pair.scene.slots[1]!.slotId], note: null }),
  declined: (pair) => answer(pair, pair.asked, 'decline', { reason: 'other', note: null }),
  withdrawn: (pair) => answer(pair, pair.asker, 'withdraw'),
  expired: async ({ scene: { app }, requestId }) => {
    await app.db.query('UPDATE meeting_request SET answer_by = domain_now() WHERE id = $1', [requestId]);
    await app.jobs.runSweeps();
  },
  blocked: block,
  left: ({ does, asker, scene }) => does(asker, 'post', `/api/events/${scene.eventId}/registration/withdraw`),
  confirmed: book,
  moving: async (pair) => {
    const { meetingId } = await book(pair);
    const body = { slotIds: [pair.scene.slots[1]!.slotId], note: null };
    await pair.does(pair.asker, 'post', `/api/meetings/${meetingId}/reschedule`, body);
  },
  parted: async (pair) => {
    await book(pair);
    await block(pair);
  },
  cancelled: async (pair) => {
    const { meetingId } = await book(pair);
    await pair.does(pair.asked, 'post', `/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null });
  },
  over: book,
};

const request =
  (what: string, body: (ids: Record<string, string>) => object = () => ({})): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/meeting-requests/${ids['requestId']}/${what}`, body(ids));
/** Whom somebody asks: the other of the two. */
const partner = (role: string) => (role === 'asked' ? 'asker' : 'asked');
const stands = (state: string) => `(SELECT state FROM meeting_request WHERE id = :requestId) = '${state}'`;

const commands = {
  ask: {
    send: ({ http, thing: { ids }, role }) =>
      http.post(`/api/events/${ids['eventId']}/meeting-requests`, {
        to: ids[partner(role)],
        reason: 'Sensors for small factories',
        opportunityIds: [],
        slotIds: [ids['otherSlotId']],
        language: 'en',
      }),
    // Where the other has asked for the same time, that is an acceptance.
    done: `EXISTS (SELECT FROM meeting_request request JOIN meeting_request_slot choice ON choice.request_id = request.id
                   WHERE choice.slot_id = :otherSlotId AND (from_user_id = :me AND state = 'requested'
                         OR id = :requestId AND state = 'accepted'))`,
  },
  'book at once': {
    send: ({ http, thing: { ids }, role }) =>
      http.post(`/api/events/${ids['eventId']}/instant-bookings`, {
        to: ids[partner(role)],
        slotId: ids['instantSlotId'],
        reason: 'Sensors for small factories',
        opportunityIds: [],
        language: 'en',
      }),
    done: `EXISTS (SELECT FROM meeting JOIN meeting_request request ON request.id = meeting.request_id
                   WHERE meeting.state = 'confirmed' AND slot_id = :instantSlotId AND from_user_id = :me)`,
  },
  'book at once what is on request': {
    send: ({ http, thing: { ids }, role }) =>
      http.post(`/api/events/${ids['eventId']}/instant-bookings`, {
        to: ids[partner(role)],
        slotId: ids['otherSlotId'],
        reason: 'Sensors for small factories',
        opportunityIds: [],
        language: 'en',
      }),
    done: `EXISTS (SELECT FROM meeting WHERE state = 'confirmed' AND slot_id = :otherSlotId AND request_id = :requestId)`,
  },
  accept: {
    send: request('accept', ({ slotId }) => ({ slotId })),
    done: `${stands('accepted')} AND EXISTS (SELECT FROM meeting WHERE request_id = :requestId AND state = 'confirmed' AND slot_id = :slotId)`,
  },
  'accept what was not proposed': {
    send: request('accept', ({ instantSlotId }) => ({ slotId: instantSlotId })),
    done: 'false',
  },
  counter: {
    send: request('counter', ({ instantSlotId }) => ({ slotIds: [instantSlotId], note: null })),
    done: `${stands('countered')} AND EXISTS (SELECT FROM meeting_request_slot WHERE request_id = :requestId AND slot_id = :instantSlotId)`,
  },
  decline: {
    send: request('decline', () => ({ reason: 'other', note: null })),
    done: `${stands('declined')} AND (SELECT turn FROM meeting_request WHERE id = :requestId) IS NULL`,
  },
  withdraw: { send: request('withdraw'), done: stands('withdrawn') },
  write: {
    send: request('messages', () => ({ text: 'Good day', fileIds: [] })),
    done: `EXISTS (SELECT FROM thread_message WHERE request_id = :requestId AND text = 'Good day' AND participant_id = :mine)`,
  },
  'want an interpreter': {
    send: ({ http, thing: { ids } }) =>
      http.put(`/api/meeting-requests/${ids['requestId']}/interpretation`, { languages: ['en', 'ja'] }),
    done: `(SELECT languages FROM meeting_interpretation WHERE request_id = :requestId) = '{en,ja}'`,
  },
  invite: {
    send: ({ http, thing: { ids } }) =>
      http.post(`/api/meeting-requests/${ids['requestId']}/guests`, {
        people: [{ participantId: ids['guest'], part: 'optional' }],
      }),
    done: `(SELECT state FROM meeting_guest WHERE request_id = :requestId AND user_id = :guestUser) = 'invited'`,
  },
} satisfies Record<string, Command>;

const none = 'not_found';
const asks = 'registration.required';
const same = (code: string, organiser = none): Row => [code, code, organiser];
const duplicate = same('meeting_request.duplicate', asks);
const away = same('participant.unavailable', asks);
const ended = same('meeting_request.wrong_state');
const expired = same('meeting_request.expired');
/** Once it has been accepted it is what it is. */
const accepted = { confirmed: ended, moving: ended, parted: ended, cancelled: ended, over: ended };
const closed = { declined: ended, withdrawn: ended, blocked: ended, left: ended, ...accepted };

export const requests: Area = {
  name: 'a request',
  columns: ['asker', 'asked', 'organiser'],
  states,
  make,
  commands,
  outside: {
    ask: { third: 'does', stranger: asks, elsewhere: asks },
    'book at once': { third: 'does', stranger: asks, elsewhere: asks },
    'book at once what is on request': { third: 'block.not_instant', stranger: asks, elsewhere: asks },
  },
  rows: {
    ask: {
      requested: duplicate,
      countered: ['does', 'meeting_request.duplicate', asks],
      declined: same('does', asks),
      withdrawn: same('does', asks),
      expired: same('does', asks),
      blocked: away,
      left: [asks, 'participant.unavailable', asks],
      confirmed: same('does', asks),
      moving: duplicate,
      parted: away,
      cancelled: same('does', asks),
      over: same('does', asks),
    },
    'book at once': {
      requested: duplicate,
      countered: duplicate,
      declined: same('does', asks),
      withdrawn: same('does', asks),
      expired: same('does', asks),
      blocked: away,
      left: [asks, 'participant.unavailable', asks],
      confirmed: same('does', asks),
      moving: duplicate,
      parted: away,
      cancelled: same('does', asks),
      over: same('does', asks),
    },
    'book at once what is on request': {
      requested: duplicate,
      countered: ['does', 'meeting_request.duplicate', asks],
      declined: same('block.not_instant', asks),
      withdrawn: same('block.not_instant', asks),
      expired: same('block.not_instant', asks),
      blocked: away,
      left: [asks, 'participant.unavailable', asks],
      confirmed: same('block.not_instant', asks),
      moving: duplicate,
      parted: away,
      cancelled: same('block.not_instant', asks),
      over: same('block.not_instant', asks),
    },
    accept: {
      requested: ['meeting_request.not_your_turn', 'does', none],
      countered: ['meeting_request.slot_not_proposed', 'meeting_request.not_your_turn', none],
      declined: ended,
      withdrawn: ended,
      expired,
      blocked: ended,
      left: ended,
      confirmed: ['meeting_request.wrong_state', 'again', none],
      moving: ['meeting_request.wrong_state', 'again', none],
      parted: ['meeting_request.wrong_state', 'again', none],
      cancelled: ['meeting_request.wrong_state', 'again', none],
      over: ['meeting_request.wrong_state', 'again', none],
    },
    'accept what was not proposed': {
      requested: ['meeting_request.not_your_turn', 'meeting_request.slot_not_proposed', none],
      countered: ['meeting_request.slot_not_proposed', 'meeting_request.not_your_turn', none],
      expired,
      ...closed,
    },
    counter: {
      requested: ['meeting_request.not_your_turn', 'does', none],
      countered: ['does', 'meeting_request.not_your_turn', none],
      expired,
      ...closed,
    },
    decline: {
      requested: ['meeting_request.not_your_turn', 'does', none],
      countered: ['does', 'meeting_request.not_your_turn', none],
      expired,
      ...closed,
      declined: ['meeting_request.wrong_state', 'again', none],
    },
    withdraw: {
      requested: ['does', 'forbidden', none],
      countered: ['does', 'forbidden', none],
      expired,
      ...closed,
      withdrawn: ['again', 'meeting_request.wrong_state', none],
    },
    write: {
      requested: same('does'),
      countered: same('does'),
      declined: same('thread.closed'),
      withdrawn: same('thread.closed'),
      expired: same('thread.closed'),
      blocked: same('thread.closed'),
      left: same('thread.closed'),
      confirmed: same('does'),
      moving: same('does'),
      parted: same('thread.closed'),
      cancelled: same('thread.closed'),
      over: same('does'),
    },
    'want an interpreter': {
      requested: same('does'),
      countered: same('does'),
      expired: ended,
      ...closed,
      confirmed: same('does'),
      moving: same('does'),
      parted: same('does'),
      cancelled: same('meeting.wrong_state'),
      over: same('meeting.wrong_state'),
    },
    invite: {
      requested: same('does'),
      countered: same('does'),
      expired: ended,
      ...closed,
      confirmed: same('does'),
      moving: same('does'),
      parted: same('participant.unavailable'),
      cancelled: same('meeting.wrong_state'),
      over: same('meeting.wrong_state'),
    },
  },
};
