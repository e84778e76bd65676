import type { InterpreterView } from '@musubi/contracts';
import type { Area, Command, Row } from '../area.js';
import { book, newPair, thingOf } from '../pairs.js';
import type { Scene } from '../scene.js';

/** Of a meeting and somebody who interprets. */
const states = {
  free: 'before',
  'wanted for other languages': 'before',
  assigned: 'before',
  'meeting cancelled': 'before',
  removed: 'before',
  'under way': 'during',
  over: 'after',
} as const;

let pairs = 0;
/** Two languages that nobody else speaks here: whoever becomes free is given to whom it suits. */
function nextLanguages(): [string, string] {
  pairs += 1;
  return ['q' + letter(pairs), 'x' + letter(Math.floor(pairs / 26))];
}
const letter = (n: number) => String.fromCodePoint(97 + (n % 26));

async function make(scene: Scene, state: string) {
  const { app, bystanders, eventId } = scene;
  const pair = await newPair(scene);
  const languages = nextLanguages();
  const { meetingId } = await book(pair);
  const wanted = state === 'wanted for other languages' ? nextLanguages() : languages;
  if (state !== 'free')
    await pair.does(pair.asker, 'put', `/api/meeting-requests/${pair.requestId}/interpretation`, { languages: wanted });
  const path = `/api/organise/events/${eventId}/interpreters`;
  const address = `${languages.join('-')}@interpreters.example`;
  const body = inputOf({ languages: languages.join('-'), address });
  const { body: interpreter } = await app.http(bystanders.organiser).post<InterpreterView>(path, body);
  if (state === 'removed') await app.http(bystanders.organiser).delete(`${path}/${interpreter.interpreterId}`);
  if (state === 'meeting cancelled')
    await pair.does(pair.asker, 'post', `/api/meetings/${meetingId}/cancel`, { reason: 'ill', note: null });
  const { interpreterId, userId } = interpreter;
  const thing = thingOf(pair, { meetingId, interpreterId, address, languages: languages.join('-') });
  return { ...thing, people: { ...thing.people, interpreter: await app.signIn(userId) } };
}

const name = {
  familyLatin: 'Sato',
  givenLatin: 'Ken',
  familyLocal: null,
  givenLocal: null,
  familyKana: null,
  givenKana: null,
};
const termsOf = ({ languages }: Record<string, string>) => ({
  pairs: [languages!.split('-')],
  available: [],
  inARow: 3,
  breakMinutes: 15,
});
const inputOf = (ids: Record<string, string>) => ({ ...termsOf(ids), address: ids['address'], name });
const path = ({ eventId, interpreterId }: Record<string, string>) =>
  `/api/organise/events/${eventId}/interpreters/${interpreterId}`;

const commands = {
  'add again': {
    send: ({ http, thing: { ids } }) => http.post(`/api/organise/events/${ids['eventId']}/interpreters`, inputOf(ids)),
    done: `EXISTS (SELECT FROM event_interpreter JOIN app_user ON app_user.id = user_id WHERE address = :address)`,
  },
  change: {
    send: ({ http, thing: { ids } }) => http.put(path(ids), { ...termsOf(ids), inARow: 5 }),
    done: '(SELECT in_a_row FROM event_interpreter WHERE id = :interpreterId) = 5',
  },
  assign: {
    send: ({ http, thing: { ids } }) =>
      http.put(`/api/organise/events/${ids['eventId']}/interpretations/${ids['meetingId']}`, {
        interpreterId: ids['interpreterId'],
      }),
    done: 'false',
  },
  remove: {
    send: ({ http, thing: { ids } }) => http.delete(path(ids)),
    done: 'NOT EXISTS (SELECT FROM event_interpreter WHERE id = :interpreterId)',
  },
  'cancel the meeting': {
    send: ({ http, thing: { ids } }) =>
      http.post(`/api/meetings/${ids['meetingId']}/cancel`, { reason: 'ill', note: null }),
    done: `(SELECT state FROM meeting WHERE id = :meetingId) = 'cancelled'`,
  },
  'want no interpreter': {
    send: ({ http, thing: { ids } }) =>
      http.put(`/api/meeting-requests/${ids['requestId']}/interpretation`, { languages: null }),
    done: 'NOT EXISTS (SELECT FROM meeting_interpretation WHERE request_id = :requestId)',
  },
  enter: { send: ({ http, thing: { ids } }) => http.post(`/api/meetings/${ids['meetingId']}/ticket`), done: 'false' },
} satisfies Record<string, Command>;

const none = 'not_found';
const row = (organiser: string, interpreter = none, asker = none): Row => [organiser, interpreter, asker];
const every = (given: Row) => Object.fromEntries(Object.keys(states).map((state) => [state, given]));

export const interpreters: Area = {
  name: 'an interpreter',
  columns: ['organiser', 'interpreter', 'asker'],
  states,
  make,
  commands,
  rows: {
    'add again': { ...every(row('interpreter.duplicate')), removed: row('does') },
    change: { ...every(row('does')), removed: row(none) },
    assign: {
      free: row(none),
      'wanted for other languages': row('interpreter.unfit'),
      assigned: row('again'),
      'meeting cancelled': row('meeting.wrong_state'),
      removed: row(none),
      'under way': row('again'),
      over: row('meeting.wrong_state'),
    },
    remove: { ...every(row('does')), removed: row('again') },
    // Whoever interprets comes along; that it takes place is up to the two.
    'cancel the meeting': {
      ...every(row(none, none, 'does')),
      'meeting cancelled': row(none, none, 'again'),
      'under way': row(none, none, 'meeting.wrong_state'),
      over: row(none, none, 'meeting.wrong_state'),
    },
    'want no interpreter': {
      ...every(row(none, none, 'does')),
      free: row(none, none, 'again'),
      'meeting cancelled': row(none, none, 'meeting.wrong_state'),
      'under way': row(none, none, 'meeting.wrong_state'),
      over: row(none, none, 'meeting.wrong_state'),
    },
    enter: {
      free: row('room.closed', none, 'room.closed'),
      'wanted for other languages': row('room.closed', none, 'room.closed'),
      assigned: row('room.closed', 'room.closed', 'room.closed'),
      'meeting cancelled': row('meeting.wrong_state', none, 'meeting.wrong_state'),
      removed: row('room.closed', none, 'room.closed'),
      'under way': row('video.off', 'video.off', 'video.off'),
      over: row('video.off', 'video.off', 'video.off'),
    },
  },
};
