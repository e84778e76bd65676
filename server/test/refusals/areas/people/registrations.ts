import type { Area, Command, Row } from '../../area.js';
import { newPair, thingOf } from '../../pairs.js';
import type { Scene } from '../../scene.js';

/** What has become of somebody's registration. */
const states = { waiting: 'before', complete: 'before', rejected: 'before', withdrawn: 'before' } as const;

async function make(scene: Scene, state: string) {
  const pair = await newPair(scene);
  const { app, eventId, bystanders } = scene;
  const { asker, guest } = pair;
  if (state === 'waiting')
    await app.db.query(`UPDATE registration SET state = 'pending' WHERE id = $1`, [asker.participantId]);
  if (state === 'rejected')
    await app.http(bystanders.organiser).post(`/api/registrations/${asker.participantId}/reject`, { reason: null });
  if (state === 'withdrawn') await pair.does(asker, 'post', `/api/events/${eventId}/registration/withdraw`);
  const thing = thingOf(pair);
  // What others do to their own registration is not to be the bystander's, whom all things share.
  return { ...thing, people: { ...thing.people, third: guest } };
}

const own =
  (verb: 'post' | 'put', what: string, body: object): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http[verb](`/api/events/${ids['eventId']}/registration/${what}`, body);
const answer =
  (what: string, body: object): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/registrations/${ids['asker']}/${what}`, body);
const is = (state: string) => `(SELECT state FROM registration WHERE id = :asker) = '${state}'`;

const commands = {
  hide: {
    send: own('put', 'directory', { directory: 'nobody' }),
    done: `(SELECT directory FROM registration WHERE id = :mine) = 'nobody'`,
  },
  withdraw: {
    send: own('post', 'withdraw', {}),
    done: `(SELECT state FROM registration WHERE id = :mine) = 'withdrawn'`,
  },
  approve: { send: answer('approve', { reason: null }), done: is('complete') },
  reject: { send: answer('reject', { reason: 'Another event fits better' }), done: is('rejected') },
} satisfies Record<string, Command>;

const over = 'registration.wrong_state';
const none = 'not_found';
/** What is one's own is changed by oneself, and answered by organisers alone; who comes for something else changes what is theirs. */
const row = (asker: string, organiser: string, third = none): Row => [asker, organiser, third];

export const registrations: Area = {
  name: 'a registration that is',
  columns: ['asker', 'organiser', 'third'],
  states,
  make,
  commands,
  rows: {
    hide: {
      waiting: row('does', none, 'does'),
      complete: row('does', none, 'does'),
      rejected: row(over, none, 'does'),
      withdrawn: row(over, none, 'does'),
    },
    withdraw: {
      waiting: row('does', none, 'does'),
      complete: row('does', none, 'does'),
      rejected: row(over, none, 'does'),
      withdrawn: row(over, none, 'does'),
    },
    approve: {
      waiting: row(none, 'does'),
      complete: row(none, over),
      rejected: row(none, over),
      withdrawn: row(none, over),
    },
    reject: {
      waiting: row(none, 'does'),
      complete: row(none, 'does'),
      rejected: row(none, over),
      withdrawn: row(none, over),
    },
  },
};
