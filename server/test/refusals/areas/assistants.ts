import type { Area, Command, Row } from '../area.js';
import { delegationOf } from '../delegations.js';
import { newPair, nobody, thingOf } from '../pairs.js';
import type { Scene } from '../scene.js';

/** Whether a colleague may act for somebody who was asked for a meeting. */
const states = { 'not asked': 'before', asked: 'before', active: 'before', ended: 'before' } as const;

async function make(scene: Scene, state: string) {
  const pair = await newPair(scene);
  const { asked: principal, guest: colleague, does } = pair;
  const organisationId = await delegationOf(scene, [principal, colleague], 'own');
  let assistantId = nobody;
  if (state !== 'not asked') {
    const body = { participantId: colleague.participantId };
    const asked = await does<{ assistantId: string }>(
      principal,
      'post',
      `/api/events/${scene.eventId}/assistants`,
      body,
    );
    ({ assistantId } = asked);
  }
  if (state === 'active' || state === 'ended') await does(colleague, 'post', `/api/assistants/${assistantId}/accept`);
  if (state === 'ended') await does(principal, 'post', `/api/assistants/${assistantId}/end`);
  const { people, ids } = thingOf(pair, { assistantId, organisationId });
  return { ids, people: { ...people, principal, colleague } };
}

const assistant =
  (what: string): Command['send'] =>
  ({ http, thing: { ids } }) =>
    http.post(`/api/assistants/${ids['assistantId']}/${what}`);
const is = (state: string) => `(SELECT state FROM assistant WHERE id = :assistantId) = '${state}'`;
const put = { mode: 'everyone', parts: [] };
const parts = (ids: Record<string, string>) => [{ participantId: ids['guest'], part: 'backup' }];

const commands = {
  ask: {
    send: ({ http, thing: { ids }, role }) =>
      http.post(`/api/events/${ids['eventId']}/assistants`, {
        participantId: role === 'colleague' ? ids['asked'] : ids['guest'],
      }),
    done: `EXISTS (SELECT FROM assistant WHERE principal_id = :mine AND state = 'asked')`,
  },
  agree: { send: assistant('accept'), done: is('active') },
  end: { send: assistant('end'), done: is('ended') },
  'accept in their name': {
    send: ({ http, thing: { ids } }) =>
      http.post(
        `/api/meeting-requests/${ids['requestId']}/accept`,
        { slotId: ids['slotId'] },
        { headers: { 'on-behalf-of': ids['asked']! } },
      ),
    done: `EXISTS (SELECT FROM meeting_request_voice WHERE request_id = :requestId AND user_id = :me AND for_user_id = :askedUser)`,
  },
  'end it in their name': {
    send: ({ http, thing: { ids } }) =>
      http.post(`/api/assistants/${ids['assistantId']}/end`, {}, { headers: { 'on-behalf-of': ids['asked']! } }),
    done: 'false',
  },
  'keep the delegation': {
    send: ({ http, thing: { ids } }) =>
      http.put(`/api/events/${ids['eventId']}/delegation`, { ...put, parts: parts(ids) }),
    done: `(SELECT mode FROM delegation WHERE organisation_id = :organisationId) = 'everyone'`,
  },
  'keep it in their place': {
    send: ({ http, thing: { ids } }) =>
      http.put(`/api/organise/events/${ids['eventId']}/delegations/${ids['organisationId']}`, {
        ...put,
        parts: parts(ids),
      }),
    done: `(SELECT mode FROM delegation WHERE organisation_id = :organisationId) = 'everyone'`,
  },
  'keep it with somebody else': {
    send: ({ http, thing: { ids } }) =>
      http.put(`/api/events/${ids['eventId']}/delegation`, {
        ...put,
        parts: [{ participantId: ids['asker'], part: 'backup' }],
      }),
    done: 'false',
  },
} satisfies Record<string, Command>;

const none = 'not_found';
const asks = 'registration.required';
const every = (row: Row) => Object.fromEntries(Object.keys(states).map((state) => [state, row]));
const unnamed: Row = ['assistant.not_yours', 'assistant.not_yours', 'assistant.not_yours', 'assistant.not_yours'];
const notHere: Row = ['assistant.not_here', 'assistant.not_here', 'assistant.not_here', 'assistant.not_here'];
const outsiders = (third: string, others = third) => ({ third, stranger: others, elsewhere: others });

export const assistants: Area = {
  name: 'an assistant',
  columns: ['principal', 'colleague', 'asker', 'organiser'],
  states,
  make,
  commands,
  outside: {
    ask: outsiders('assistant.not_colleague', asks),
    'accept in their name': outsiders('assistant.not_yours'),
    'end it in their name': outsiders('assistant.not_here'),
    'keep the delegation': outsiders('delegation.unknown_member', asks),
    'keep it with somebody else': outsiders('delegation.unknown_member', asks),
  },
  rows: {
    ask: {
      'not asked': ['does', 'does', 'delegation.not_member', asks],
      asked: ['assistant.exists', 'does', 'delegation.not_member', asks],
      active: ['assistant.exists', 'does', 'delegation.not_member', asks],
      ended: ['does', 'does', 'delegation.not_member', asks],
    },
    agree: {
      asked: [none, 'does', none, none],
      active: [none, 'again', none, none],
      ended: [none, 'assistant.wrong_state', none, none],
    },
    end: {
      asked: ['does', 'does', none, none],
      active: ['does', 'does', none, none],
      ended: ['again', 'again', none, none],
    },
    'accept in their name': {
      ...every(unnamed),
      active: ['assistant.not_yours', 'does', 'assistant.not_yours', 'assistant.not_yours'],
    },
    // Some things nobody does for another.
    'end it in their name': every(notHere),
    'keep the delegation': every(['does', 'delegation.not_keeper', 'delegation.not_keeper', asks]),
    'keep it in their place': every([none, none, none, 'does']),
    'keep it with somebody else': every([
      'delegation.unknown_member',
      'delegation.not_keeper',
      'delegation.not_keeper',
      asks,
    ]),
  },
};
