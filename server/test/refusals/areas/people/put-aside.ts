import type { Area, Command, Row } from '../../area.js';
import { newPair, thingOf } from '../../pairs.js';
import type { Scene } from '../../scene.js';

const states = {
  there: 'before',
  kept: 'before',
  'kept and hidden': 'before',
  'kept and blocking': 'before',
  'kept and gone': 'before',
} as const;

const none = 'not_found';
const asks = 'registration.required';
/** Nobody does it to themselves; whoever is gone takes part no more, and organisers do not. */
const row = (asker: string, third: string, asked = none): Row => [asker, asked, third, asks];

/**
 * Somebody in the directory whom another one keeps in a list of their own: whether the one who asked does, and what the other has
 * done since.
 * @param keep the address of whom one keeps
 * @param isKept true where the list has the one who was asked
 * @param twice what is answered to whoever keeps the same person once more
 */
export function putAside(
  name: string,
  { keep, isKept, twice }: { keep: (event: string, whom: string) => string; isKept: string; twice: 'again' | 'does' },
): Area {
  const path = (ids: Record<string, string>, who: 'asked' | 'foreign') =>
    keep(`/api/events/${ids['eventId']}`, ids[who]!);
  const commands: Record<string, Command> = {
    keep: { send: ({ http, thing: { ids } }) => http.put(path(ids, 'asked'), {}), done: isKept },
    drop: { send: ({ http, thing: { ids } }) => http.delete(path(ids, 'asked')), done: `NOT ${isKept}` },
    'keep somebody of another event': {
      send: ({ http, thing: { ids } }) => http.put(path(ids, 'foreign'), {}),
      done: 'false',
    },
  };
  return {
    name,
    columns: ['asker', 'asked', 'third', 'organiser'],
    states,
    commands,
    make: async (scene: Scene, state: string) => {
      const pair = await newPair(scene);
      const { does, asker, asked } = pair;
      const event = `/api/events/${scene.eventId}`;
      if (state !== 'there') await does(asker, 'put', keep(event, asked.participantId));
      if (state === 'kept and hidden')
        await does(asked, 'put', `${event}/registration/directory`, { directory: 'nobody' });
      if (state === 'kept and blocking') await does(asked, 'put', `/api/me/blocks/${asker.userId}`);
      if (state === 'kept and gone') await does(asked, 'post', `${event}/registration/withdraw`);
      return thingOf(pair, { foreign: scene.other.participantId });
    },
    outside: Object.fromEntries(Object.keys(commands).map((command) => [command, { stranger: asks, elsewhere: asks }])),
    rows: {
      keep: {
        there: row('does', 'does'),
        kept: row(twice, 'does'),
        'kept and hidden': row(none, none),
        'kept and blocking': row(none, 'does'),
        'kept and gone': row(none, none, asks),
      },
      drop: {
        there: row('again', 'again', 'again'),
        kept: row('does', 'again', 'again'),
        'kept and hidden': row('does', 'again', 'again'),
        'kept and blocking': row('does', 'again', 'again'),
        'kept and gone': row('does', 'again', asks),
      },
      'keep somebody of another event': {
        ...Object.fromEntries(Object.keys(states).map((state) => [state, row(none, none)])),
        'kept and gone': row(none, none, asks),
      },
    },
  };
}

export const savedPeople = putAside('somebody to be saved for later', {
  keep: (event, whom) => `${event}/saved-people/${whom}`,
  isKept: 'EXISTS (SELECT FROM saved_person WHERE participant_id = :mine AND saved_id = :asked)',
  twice: 'again',
});

export const dismissed = putAside('somebody who is suggested', {
  keep: (event, whom) => `${event}/recommendations/${whom}/dismissal`,
  isKept: 'EXISTS (SELECT FROM recommendation_dismissal WHERE participant_id = :mine AND dismissed_id = :asked)',
  twice: 'does',
});
