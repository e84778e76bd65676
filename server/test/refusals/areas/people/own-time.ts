import type { Area, Command, Row } from '../../area.js';
import { newPair, thingOf } from '../../pairs.js';
import type { Scene } from '../../scene.js';

/** Whether somebody takes part in the event whose blocks these are. */
const states = { 'takes part': 'before', 'took part': 'before' } as const;

async function make(scene: Scene, state: string) {
  const pair = await newPair(scene);
  const { does, asker } = pair;
  if (state === 'took part') await does(asker, 'post', `/api/events/${scene.eventId}/registration/withdraw`);
  const [slot] = scene.slots;
  return thingOf(pair, { startsAt: slot!.startsAt, endsAt: slot!.endsAt });
}

const offer =
  (intervals: (ids: Record<string, string>) => object[]): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.put(`/api/events/${ids['eventId']}/availability`, { everything: false, intervals: intervals(ids) });
const limit =
  (limits: object): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.put(`/api/events/${ids['eventId']}/availability/limits`, {
      ...{ gapMinutes: 10, perDay: 3, quietUntil: null, quiet: false },
      ...limits,
    });

const commands = {
  'offer a time': {
    send: offer(({ startsAt, endsAt }) => [{ startsAt, endsAt }]),
    done: `EXISTS (SELECT FROM block_availability WHERE participant_id = :mine AND NOT everything AND NOT isempty(offered))`,
  },
  'offer a time of no block': {
    send: offer(() => [{ startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-01-01T01:00:00Z' }]),
    done: 'false',
  },
  'offer a time that ends before it begins': {
    send: offer(({ startsAt, endsAt }) => [{ startsAt: endsAt, endsAt: startsAt }]),
    done: 'false',
  },
  'set limits': { send: limit({}), done: '(SELECT per_day FROM meeting_limit WHERE participant_id = :mine) = 3' },
  'set a limit of none': { send: limit({ perDay: 0 }), done: 'false' },
} satisfies Record<string, Command>;

const asks = 'registration.required';
const row = (there: string, gone = asks, organiser = asks) => ({
  'takes part': [there, organiser] as Row,
  'took part': [gone, organiser] as Row,
});
const outsiders = (third: string, others = asks) => ({ third, stranger: others, elsewhere: others });

export const ownTime: Area = {
  name: 'the time of somebody who',
  columns: ['asker', 'organiser'],
  states,
  make,
  commands,
  outside: {
    'offer a time': outsiders('does'),
    'offer a time of no block': outsiders('availability.outside_blocks'),
    'offer a time that ends before it begins': outsiders('request.invalid'),
    'set limits': outsiders('does'),
    'set a limit of none': outsiders('request.invalid', 'request.invalid'),
  },
  rows: {
    'offer a time': row('does'),
    'offer a time of no block': row('availability.outside_blocks'),
    'offer a time that ends before it begins': row('request.invalid'),
    'set limits': row('does'),
    'set a limit of none': row('request.invalid', 'request.invalid', 'request.invalid'),
  },
};
