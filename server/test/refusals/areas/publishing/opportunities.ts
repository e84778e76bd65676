import type { OpportunityView } from '@musubi/contracts';
import { opportunityInput } from '../../../builders/profiles/opportunities.js';
import type { Area, Command } from '../../area.js';
import type { Scene } from '../../scene.js';
import { newWriter, row, stands, states } from './published.js';

async function make(scene: Scene, state: string) {
  const { writer, people } = await newWriter(scene);
  const http = scene.app.http(writer);
  const { organisationId } = writer;
  const path = `/api/organisations/${organisationId}/opportunities`;
  const { opportunityId, version } = (await http.post<OpportunityView>(path, opportunityInput())).body;
  if (state === 'published') await http.post(`/api/opportunities/${opportunityId}/publish`);
  if (state === 'archived') await http.post(`/api/opportunities/${opportunityId}/archive`);
  await stands(scene, { table: 'opportunity', key: 'id', id: opportunityId }, state);
  return { people, ids: { eventId: scene.eventId, organisationId, opportunityId, version: String(version) } };
}

const opportunity =
  (what: string): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/opportunities/${ids['opportunityId']}/${what}`);
const read =
  (what: string, body: object): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/organise/opportunities/${ids['opportunityId']}/${what}`, {
      version: Number(ids['version']),
      ...body,
    });
const is = (state: string) => `(SELECT state FROM opportunity WHERE id = :opportunityId) = '${state}'`;

const commands = {
  change: {
    send: ({ http, thing: { ids } }) =>
      http.put(`/api/opportunities/${ids['opportunityId']}`, {
        ...opportunityInput({ kind: 'request' }),
        version: Number(ids['version']),
      }),
    done: `(SELECT kind FROM opportunity WHERE id = :opportunityId) = 'request'`,
  },
  'change what has changed': {
    send: ({ http, thing: { ids } }) =>
      http.put(`/api/opportunities/${ids['opportunityId']}`, { ...opportunityInput(), version: 99 }),
    done: 'false',
  },
  publish: { send: opportunity('publish'), done: is('published') },
  withdraw: { send: opportunity('withdraw'), done: is('draft') },
  renew: { send: opportunity('renew'), done: is('published') },
  archive: { send: opportunity('archive'), done: is('archived') },
  restore: { send: opportunity('restore'), done: is('draft') },
  approve: { send: read('approve', {}), done: is('published') },
  'approve what has changed': { send: read('approve', { version: 99 }), done: 'false' },
  'send back': { send: read('send-back', { because: 'Say who may use the benches' }), done: is('draft') },
} satisfies Record<string, Command>;

const over = 'opportunity.wrong_state';
const changed = 'opportunity.changed';
const none = 'not_found';

export const opportunities: Area = {
  name: 'an offer or a request that is',
  columns: ['writer', 'reviewer'],
  states,
  make,
  commands,
  rows: {
    change: {
      draft: row('does'),
      submitted: row('does'),
      published: row('does'),
      expired: row('does'),
      archived: row(over),
    },
    'change what has changed': Object.fromEntries(Object.keys(states).map((state) => [state, row(changed)])),
    publish: {
      draft: row('does'),
      submitted: row('does'),
      published: row('again'),
      expired: row('does'),
      archived: row(over),
    },
    withdraw: {
      draft: row('again'),
      submitted: row('does'),
      published: row('does'),
      expired: row('does'),
      archived: row(over),
    },
    renew: {
      draft: row(over),
      submitted: row(over),
      published: row('does'),
      expired: row('does'),
      archived: row(over),
    },
    archive: {
      draft: row('does'),
      submitted: row('does'),
      published: row('does'),
      expired: row('does'),
      archived: row('again'),
    },
    restore: {
      draft: row('again'),
      submitted: row(over),
      published: row(over),
      expired: row(over),
      archived: row('does'),
    },
    approve: {
      draft: row(none, over),
      submitted: row(none, 'does'),
      published: row(none, over),
      expired: row(none, over),
      archived: row(none, over),
    },
    'approve what has changed': Object.fromEntries(Object.keys(states).map((state) => [state, row(none, changed)])),
    'send back': {
      draft: row(none, over),
      submitted: row(none, 'does'),
      published: row(none, over),
      expired: row(none, over),
      archived: row(none, over),
    },
  },
};
