import type { Area, Command, Row } from '../area.js';
import { newPair, thingOf } from '../pairs.js';
import type { Scene } from '../scene.js';

/** Whether the one who asked has saved the other, and what the other has done since. */
const states = {
  there: 'before',
  saved: 'before',
  'saved and hidden': 'before',
  'saved and blocking': 'before',
  'saved and gone': 'before',
} as const;

async function make(scene: Scene, state: string) {
  const pair = await newPair(scene);
  const { does, asker, asked } = pair;
  const event = `/api/events/${scene.eventId}`;
  if (state !== 'there') await does(asker, 'put', `${event}/saved-people/${asked.participantId}`);
  if (state === 'saved and hidden')
    await does(asked, 'put', `${event}/registration/directory`, { directory: 'nobody' });
  if (state === 'saved and blocking') await does(asked, 'put', `/api/me/blocks/${asker.userId}`);
  if (state === 'saved and gone') await does(asked, 'post', `${event}/registration/withdraw`);
  return thingOf(pair, { foreign: scene.other.participantId });
}

const person =
  (verb: 'put' | 'delete', who: 'asked' | 'foreign'): Command['send'] =>
  ({ http, thing: { ids } }) => {
    const path = `/api/events/${ids['eventId']}/saved-people/${ids[who]}`;
    return verb === 'delete' ? http.delete(path) : http.put(path, {});
  };
const isSaved = 'EXISTS (SELECT FROM saved_person WHERE participant_id = :mine AND saved_id = :asked)';

const commands = {
  save: { send: person('put', 'asked'), done: isSaved },
  drop: { send: person('delete', 'asked'), done: `NOT ${isSaved}` },
  'save somebody of another event': { send: person('put', 'foreign'), done: 'false' },
} satisfies Record<string, Command>;

const none = 'not_found';
const asks = 'registration.required';
/** Nobody saves themselves; whoever is gone takes part no more, and organisers do not. */
const row = (asker: string, third: string, asked = none): Row => [asker, asked, third, asks];

export const savedPeople: Area = {
  name: 'somebody to be saved for later',
  columns: ['asker', 'asked', 'third', 'organiser'],
  states,
  make,
  commands,
  outside: Object.fromEntries(Object.keys(commands).map((command) => [command, { stranger: asks, elsewhere: asks }])),
  rows: {
    save: {
      there: row('does', 'does'),
      saved: row('again', 'does'),
      'saved and hidden': row(none, none),
      'saved and blocking': row(none, 'does'),
      'saved and gone': row(none, none, asks),
    },
    drop: {
      there: row('again', 'again', 'again'),
      saved: row('does', 'again', 'again'),
      'saved and hidden': row('does', 'again', 'again'),
      'saved and blocking': row('does', 'again', 'again'),
      'saved and gone': row('does', 'again', asks),
    },
    'save somebody of another event': {
      ...Object.fromEntries(Object.keys(states).map((state) => [state, row(none, none)])),
      'saved and gone': row(none, none, asks),
    },
  },
};
