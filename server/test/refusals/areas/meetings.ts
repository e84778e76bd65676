import type { Area, Command, Row } from '../area.js';
import { meetingStates, meetingThing } from '../meetings.js';

const meeting =
  (
    verb: 'post' | 'put' | 'delete',
    what: string,
    body: (ids: Record<string, string>) => object = () => ({}),
  ): Command['send'] =>
  ({ http, thing: { ids } }) => {
    const path = `/api/meetings/${ids['meetingId']}/${what}`;
    return verb === 'delete' ? http.delete(path) : http[verb](path, body(ids));
  };
const organise =
  (what: string, body: object): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/organise/events/${ids['eventId']}/meetings/${ids['meetingId']}/${what}`, body);
/** To whom somebody gives a card: the asked to the asker, everybody else to the asked. */
const card =
  (verb: 'put' | 'delete'): Command['send'] =>
  ({ http, thing: { ids }, role }) => {
    const path = `/api/meetings/${ids['meetingId']}/cards/${role === 'asked' ? ids['asker'] : ids['asked']}`;
    return verb === 'put' ? http.put(path) : http.delete(path);
  };

const commands = {
  cancel: {
    send: meeting('post', 'cancel', () => ({ reason: 'ill', note: null })),
    done: `(SELECT state = 'cancelled' FROM meeting WHERE id = :meetingId)
           AND NOT EXISTS (SELECT FROM meeting_seat WHERE meeting_id = :meetingId AND live)`,
  },
  move: {
    send: meeting('post', 'reschedule', ({ otherSlotId }) => ({ slotIds: [otherSlotId], note: null })),
    done: `EXISTS (SELECT FROM meeting_reschedule JOIN meeting_request request ON request.id = request_id
                   WHERE meeting_id = :meetingId AND state = 'requested' AND from_user_id = :me)
           AND (SELECT state = 'confirmed' AND slot_id = :slotId FROM meeting WHERE id = :meetingId)`,
  },
  outcome: {
    send: meeting('put', 'outcome', () => ({
      ...{
        result: 'met',
        followUp: 'none',
        nextStep: null,
        nextStepOwner: null,
        nextStepDue: null,
        kind: null,
        note: null,
      },
    })),
    done: `EXISTS (SELECT FROM outcome WHERE meeting_id = :meetingId AND participant_id = :mine)`,
  },
  dispute: {
    send: meeting('post', 'verdict/dispute', () => ({ reason: 'other', statement: 'It was otherwise' })),
    done: `EXISTS (SELECT FROM meeting_dispute WHERE meeting_id = :meetingId)`,
  },
  declare: {
    send: meeting('put', 'verdict/declaration', () => ({ met: true, place: 'phone' })),
    done: `EXISTS (SELECT FROM meeting_declaration WHERE meeting_id = :meetingId)`,
  },
  decide: {
    send: organise('verdict', {
      state: 'cut_short',
      absentSide: null,
      excluded: false,
      reason: 'Both said so',
      place: 1,
    }),
    done: `(SELECT state FROM meeting WHERE id = :meetingId) = 'cut_short'`,
  },
  'undo the decision': { send: organise('verdict/undo', { reason: 'By mistake', place: 1 }), done: 'false' },
  'offer a card': {
    send: card('put'),
    done: 'EXISTS (SELECT FROM meeting_card WHERE meeting_id = :meetingId AND by_user_id = :me)',
  },
  'take the card back': { send: card('delete'), done: 'false' },
} satisfies Record<string, Command>;

const none = 'not_found';
/** What the two sides are answered, then their guest, then the organiser. */
const row = (sides: string, guest = sides, organiser = none): Row => [sides, sides, guest, organiser];
const never = (code: string, guest: string, organiser = none) => {
  const no = row(code, guest, organiser);
  return { confirmed: no, moving: no, parted: no, left: no, cancelled: no, 'under way': no, over: no, settled: no };
};
const past = 'meeting.wrong_state';

export const meetings: Area = {
  name: 'a meeting',
  columns: ['asker', 'asked', 'guest', 'organiser'],
  states: meetingStates,
  make: meetingThing,
  commands,
  rows: {
    cancel: {
      ...never(past, 'meeting.guests_leave'),
      confirmed: row('does', 'meeting.guests_leave'),
      moving: row('does', 'meeting.guests_leave'),
      parted: row('does', 'meeting.guests_leave'),
      left: [past, 'again', 'meeting.guests_leave', none],
      cancelled: [past, 'again', 'meeting.guests_leave', none],
    },
    move: {
      ...never(past, 'meeting.guests_leave'),
      confirmed: row('does', 'meeting.guests_leave'),
      moving: row('meeting_request.duplicate', 'meeting.guests_leave'),
      parted: row('participant.unavailable', 'meeting.guests_leave'),
    },
    outcome: {
      confirmed: row('outcome.not_yet'),
      moving: row('outcome.not_yet'),
      parted: row('outcome.not_yet'),
      left: row('outcome.wrong_state'),
      cancelled: row('outcome.wrong_state'),
      'under way': row('does'),
      over: row('does'),
      settled: row('does'),
    },
    dispute: {
      ...never(past, 'forbidden'),
      over: row('does', 'forbidden'),
      settled: row('verdict.final', 'forbidden'),
    },
    declare: {
      ...never(past, 'forbidden'),
      over: row('does', 'forbidden'),
      settled: row('verdict.final', 'forbidden'),
    },
    decide: {
      ...never(none, none, past),
      over: row(none, none, 'does'),
      settled: row(none, none, 'does'),
    },
    'undo the decision': {
      ...never(none, none, past),
      over: row(none, none, 'verdict.unchanged'),
      settled: row(none, none, 'verdict.unchanged'),
    },
    'offer a card': {
      confirmed: row('does'),
      moving: row('does'),
      // Nothing stands between the guest and the one who was asked.
      parted: row('card.closed', 'does'),
      left: row('card.closed'),
      cancelled: row('card.closed'),
      'under way': row('does'),
      over: row('does'),
      settled: row('does'),
    },
    // Whoever has offered none has none to take back: that is so already.
    'take the card back': never('again', 'again'),
  },
};
