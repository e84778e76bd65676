import type { Area, Command, Row } from '../area.js';
import { meetingStates, newMeeting } from '../meetings.js';
import { elsewhere, newPair, type Pair, thingOf } from '../pairs.js';
import type { Scene } from '../scene.js';

/** What has become of an invitation: of a request that nobody has answered, then of meetings. */
const states = {
  invited: 'before',
  'has accepted': 'before',
  'has declined': 'before',
  'was asked not to come': 'before',
  'request withdrawn': 'before',
  'blocks the asker': 'before',
  'invited to a meeting': 'before',
  'comes to the meeting': 'before',
  'meeting cancelled': 'before',
  'busy elsewhere': 'before',
  'under way': 'during',
  'comes, under way': 'during',
  'was there': 'after',
} as const;

async function asked(pair: Pair): Promise<string> {
  const people = [{ participantId: pair.guest.participantId, part: 'required' }];
  const path = `/api/meeting-requests/${pair.requestId}/guests`;
  const [invited] = await pair.does<{ guestId: string }[]>(pair.asker, 'post', path, { people });
  return invited!.guestId;
}

async function make(scene: Scene, state: string) {
  if (state in ofMeetings) {
    const { of, guest } = ofMeetings[state]!;
    const { pair, meeting, guestId } = await newMeeting(scene, of, guest);
    if (state === 'busy elsewhere') await elsewhere(pair);
    return thingOf(pair, { meetingId: meeting.meetingId, guestId });
  }
  const pair = await newPair(scene);
  const guestId = await asked(pair);
  await steps[state]!(pair, guestId);
  return thingOf(pair, { guestId });
}

const ofMeetings: Record<string, { of: keyof typeof meetingStates; guest: 'accepted' | 'invited' }> = {
  'invited to a meeting': { of: 'confirmed', guest: 'invited' },
  'comes to the meeting': { of: 'confirmed', guest: 'accepted' },
  'meeting cancelled': { of: 'cancelled', guest: 'accepted' },
  'busy elsewhere': { of: 'confirmed', guest: 'invited' },
  'under way': { of: 'under way', guest: 'invited' },
  'comes, under way': { of: 'under way', guest: 'accepted' },
  'was there': { of: 'over', guest: 'accepted' },
};

const steps: Record<string, (pair: Pair, guestId: string) => Promise<unknown>> = {
  invited: () => Promise.resolve(),
  'has accepted': ({ does, guest }, guestId) => does(guest, 'post', `/api/guests/${guestId}/accept`),
  'has declined': ({ does, guest }, guestId) => does(guest, 'post', `/api/guests/${guestId}/decline`),
  'was asked not to come': ({ does, asker }, guestId) => does(asker, 'post', `/api/guests/${guestId}/withdraw`),
  'request withdrawn': ({ does, asker, requestId }) =>
    does(asker, 'post', `/api/meeting-requests/${requestId}/withdraw`),
  'blocks the asker': ({ does, guest, asker }) => does(guest, 'put', `/api/me/blocks/${asker.userId}`),
};

const guest =
  (what: string): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/guests/${ids['guestId']}/${what}`);
const is = (state: string) => `(SELECT state FROM meeting_guest WHERE id = :guestId) = '${state}'`;
const seat = `EXISTS (SELECT FROM meeting_seat WHERE meeting_id = :meetingId AND occupant_id = :guestUser AND live)`;

const commands = {
  'invite again': {
    send: ({ http, thing: { ids } }) =>
      http.post(`/api/meeting-requests/${ids['requestId']}/guests`, {
        people: [{ participantId: ids['guest'], part: 'required' }],
      }),
    done: `EXISTS (SELECT FROM meeting_guest WHERE request_id = :requestId AND user_id = :guestUser AND state = 'invited' AND id <> :guestId)`,
  },
  come: {
    send: guest('accept'),
    done: `${is('accepted')} AND (${seat} OR NOT EXISTS (SELECT FROM meeting WHERE request_id = :requestId))`,
  },
  decline: { send: guest('decline'), done: `${is('declined')} AND NOT ${seat}` },
  'ask not to come': { send: guest('withdraw'), done: `${is('withdrawn')} AND NOT ${seat}` },
} satisfies Record<string, Command>;

const none = 'not_found';
/** What the two who agree on it are answered, and their guest. */
const row = (two: string, invited = none): Row => [two, two, invited, none];
const guestOnly = (code: string): Row => row(none, code);
const over = guestOnly('guest.wrong_state');

export const guests: Area = {
  name: "a guest's invitation",
  columns: ['asker', 'asked', 'guest', 'organiser'],
  states,
  make,
  commands,
  rows: {
    'invite again': {
      invited: row('guest.duplicate'),
      'has accepted': row('guest.duplicate', 'meeting.guests_leave'),
      'has declined': row('does'),
      'was asked not to come': row('does'),
      'request withdrawn': row('meeting_request.wrong_state'),
      'blocks the asker': row('participant.unavailable'),
      'invited to a meeting': row('guest.duplicate'),
      'comes to the meeting': row('guest.duplicate', 'meeting.guests_leave'),
      'meeting cancelled': row('meeting.wrong_state', 'meeting.guests_leave'),
      'busy elsewhere': row('guest.duplicate'),
      'under way': row('meeting.wrong_state'),
      'comes, under way': row('meeting.wrong_state', 'meeting.guests_leave'),
      'was there': row('meeting.wrong_state', 'meeting.guests_leave'),
    },
    come: {
      invited: guestOnly('does'),
      'has accepted': guestOnly('again'),
      'has declined': over,
      'was asked not to come': over,
      'request withdrawn': over,
      'blocks the asker': over,
      'invited to a meeting': guestOnly('does'),
      'comes to the meeting': guestOnly('again'),
      'meeting cancelled': over,
      'busy elsewhere': guestOnly('meeting.slot_taken'),
      'under way': over,
      'comes, under way': guestOnly('again'),
      'was there': guestOnly('again'),
    },
    decline: {
      invited: guestOnly('does'),
      'has accepted': guestOnly('does'),
      'has declined': guestOnly('again'),
      'was asked not to come': over,
      'request withdrawn': over,
      'blocks the asker': over,
      'invited to a meeting': guestOnly('does'),
      'comes to the meeting': guestOnly('does'),
      'meeting cancelled': over,
      'busy elsewhere': guestOnly('does'),
      'under way': over,
      'comes, under way': guestOnly('meeting.wrong_state'),
      'was there': guestOnly('meeting.wrong_state'),
    },
    'ask not to come': {
      invited: row('does'),
      'has accepted': row('does'),
      'has declined': row('guest.wrong_state'),
      'was asked not to come': row('again'),
      'request withdrawn': row('guest.wrong_state'),
      'blocks the asker': row('guest.wrong_state'),
      'invited to a meeting': row('does'),
      'comes to the meeting': row('does'),
      'meeting cancelled': row('guest.wrong_state'),
      'busy elsewhere': row('does'),
      'under way': row('guest.wrong_state'),
      'comes, under way': row('meeting.wrong_state'),
      'was there': row('meeting.wrong_state'),
    },
  },
};
