import { profileContent, publishProfile, writeProfile } from '../../../builders/profiles/profiles.js';
import type { Area, Command } from '../../area.js';
import type { Scene } from '../../scene.js';
import { newWriter, row, stands, states } from './published.js';

async function make(scene: Scene, state: string) {
  const { app, eventId } = scene;
  const { writer, people } = await newWriter(scene);
  const { organisationId } = writer;
  const http = app.http(writer);
  const { version } = await (state === 'published'
    ? publishProfile(app, writer, people.reviewer)
    : writeProfile(app, writer));
  if (state === 'archived') await http.post(`/api/organisations/${organisationId}/profile/archive`);
  await stands(scene, { table: 'cooperation_profile', key: 'organisation_id', id: organisationId }, state);
  return { people, ids: { eventId, organisationId, version: String(version) } };
}

const profile =
  (what: string): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/organisations/${ids['organisationId']}/profile/${what}`);
const read =
  (what: string, body: object): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/organise/profiles/${ids['organisationId']}/${what}`, { version: Number(ids['version']), ...body });
const put =
  (version?: number): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.put(`/api/organisations/${ids['organisationId']}/profile`, {
      version: version ?? Number(ids['version']),
      content: profileContent({ size: '50-249' }),
    });
const of = (what: string) => `(SELECT ${what} FROM cooperation_profile WHERE organisation_id = :organisationId)`;
const is = (state: string) => `${of('state')} = '${state}'`;

const commands = {
  change: { send: put(), done: `${of(`content ->> 'size'`)} = '50-249'` },
  'change what has changed': { send: put(99), done: 'false' },
  publish: { send: profile('publish'), done: is('published') },
  withdraw: { send: profile('withdraw'), done: is('draft') },
  archive: { send: profile('archive'), done: is('archived') },
  restore: { send: profile('restore'), done: is('draft') },
  approve: { send: read('approve', {}), done: is('published') },
  'approve what has changed': { send: read('approve', { version: 99 }), done: 'false' },
  'send back': { send: read('send-back', { because: 'Say who may use the benches' }), done: is('draft') },
} satisfies Record<string, Command>;

const over = 'profile.wrong_state';
const changed = 'profile.changed';
const none = 'not_found';

export const profiles: Area = {
  name: 'a profile that is',
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
