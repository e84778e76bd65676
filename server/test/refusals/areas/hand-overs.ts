import type { Area, Command, Row } from '../area.js';
import { delegationOf } from '../delegations.js';
import { book, elsewhere, newPair, type Pair, thingOf } from '../pairs.js';
import type { Scene } from '../scene.js';

/** What has become of a meeting of somebody whose colleague may come instead: the two share what comes in. */
const states = {
  booked: 'before',
  'handed over': 'before',
  'colleague busy': 'before',
  'colleague blocks the partner': 'before',
  cancelled: 'before',
  'under way': 'during',
  over: 'after',
} as const;

async function make(scene: Scene, state: string) {
  const pair = await newPair(scene);
  const organisationId = await delegationOf(scene, [pair.asked, pair.guest], 'own');
  const { meetingId } = await book(pair);
  await scene.app.db.query(`UPDATE delegation SET mode = 'pool' WHERE organisation_id = $1`, [organisationId]);
  await steps[state]?.(pair, meetingId);
  const thing = thingOf(pair, { meetingId, organisationId });
  return { ...thing, people: { ...thing.people, colleague: pair.guest } };
}

const steps: Record<string, (pair: Pair, meetingId: string) => Promise<unknown>> = {
  'handed over': ({ does, asked, guest }, meetingId) =>
    does(asked, 'post', `/api/meetings/${meetingId}/hand-over`, { to: guest.participantId }),
  'colleague busy': elsewhere,
  'colleague blocks the partner': ({ does, asker, guest }) => does(guest, 'put', `/api/me/blocks/${asker.userId}`),
  cancelled: ({ does, asked }, meetingId) =>
    does(asked, 'post', `/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null }),
};

const to =
  (whom: string): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/meetings/${ids['meetingId']}/hand-over`, { to: ids[whom] });
const comes = (who: string) =>
  `EXISTS (SELECT FROM meeting_seat WHERE meeting_id = :meetingId AND occupant_id = ${who} AND live)`;

const commands = {
  'hand over': { send: to('guest'), done: `${comes(':guestUser')} AND NOT ${comes(':askedUser')}` },
  'hand over to the partner': { send: to('asker'), done: 'false' },
  'hand over to nobody known': {
    send: ({ http, thing: { ids } }) =>
      http.post(`/api/meetings/${ids['meetingId']}/hand-over`, { to: '01890000-0000-7000-8000-000000000001' }),
    done: 'false',
  },
  'hand back': {
    send: ({ http, thing: { ids } }) => http.post(`/api/meetings/${ids['meetingId']}/hand-back`),
    done: `${comes(':askedUser')} AND NOT ${comes(':guestUser')}`,
  },
  'find somebody': {
    send: ({ http, thing: { ids } }) =>
      http.post(
        `/api/organise/events/${ids['eventId']}/delegations/${ids['organisationId']}/unassigned/${ids['meetingId']}`,
        {
          to: ids['guest'],
        },
      ),
    done: 'false',
  },
} satisfies Record<string, Command>;

const none = 'not_found';
/** The partner speaks for their own side alone: whoever they name is nobody there. */
const row = (asked: string, colleague = asked): Row => ['handover.unknown_colleague', asked, colleague, none];
const past = row('meeting.wrong_state');
const unknown = row('handover.unknown_colleague');
const nothing: Row = ['handover.nothing_to_undo', 'handover.nothing_to_undo', 'handover.nothing_to_undo', none];
const every = (given: Row) => Object.fromEntries(Object.keys(states).map((state) => [state, given]));

export const handOvers: Area = {
  name: 'a meeting of a delegation',
  columns: ['asker', 'asked', 'colleague', 'organiser'],
  states,
  make,
  commands,
  rows: {
    'hand over': {
      booked: row('does'),
      'handed over': row('again'),
      'colleague busy': row('handover.not_free'),
      'colleague blocks the partner': unknown,
      cancelled: past,
      'under way': past,
      over: past,
    },
    'hand over to the partner': every(unknown),
    'hand over to nobody known': every(unknown),
    'hand back': {
      ...every(nothing),
      'handed over': ['handover.nothing_to_undo', 'does', 'does', none],
    },
    'find somebody': every([none, none, none, 'meeting.wrong_state']),
  },
};
