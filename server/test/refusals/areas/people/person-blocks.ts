import type { Area, Command, Row } from '../../area.js';
import { newPair, nobody, thingOf } from '../../pairs.js';
import type { Scene } from '../../scene.js';

/** Who of the two wants nothing to do with the other. */
const states = { 'in touch': 'before', blocked: 'before', blocking: 'before' } as const;

async function make(scene: Scene, state: string) {
  const pair = await newPair(scene);
  const { does, asker, asked } = pair;
  if (state === 'blocked') await does(asker, 'put', `/api/me/blocks/${asked.userId}`);
  if (state === 'blocking') await does(asked, 'put', `/api/me/blocks/${asker.userId}`);
  return thingOf(pair, { nobody });
}

const block =
  (verb: 'put' | 'delete', who: 'askedUser' | 'nobody'): Command['send'] =>
  ({ http, thing: { ids } }) => {
    const path = `/api/me/blocks/${ids[who]}`;
    return verb === 'delete' ? http.delete(path) : http.put(path, {});
  };
const stands = 'EXISTS (SELECT FROM person_block WHERE by_user_id = :me AND user_id = :askedUser)';

const commands = {
  block: { send: block('put', 'askedUser'), done: stands },
  'let be': { send: block('delete', 'askedUser'), done: `NOT ${stands}` },
  'block nobody known': { send: block('put', 'nobody'), done: 'false' },
} satisfies Record<string, Command>;

const row = (asker: string, asked: string): Row => [asker, asked];
const everywhere = (one: Row) => Object.fromEntries(Object.keys(states).map((state) => [state, one]));
const outsiders = (is: string) => ({ third: is, stranger: is, elsewhere: is });

/** Nobody blocks themselves; everybody else may, whoever they are. */
export const personBlocks: Area = {
  name: 'somebody one has to do with no more',
  columns: ['asker', 'asked'],
  states,
  make,
  commands,
  outside: { block: outsiders('does'), 'let be': outsiders('again'), 'block nobody known': outsiders('not_found') },
  rows: {
    block: {
      'in touch': row('does', 'not_found'),
      blocked: row('again', 'not_found'),
      blocking: row('does', 'not_found'),
    },
    'let be': {
      'in touch': row('again', 'again'),
      blocked: row('does', 'again'),
      blocking: row('again', 'again'),
    },
    'block nobody known': everywhere(row('not_found', 'not_found')),
  },
};
