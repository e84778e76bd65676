import type { NotesAnswer } from '@musubi/contracts';
import * as Y from 'yjs';
import { errorCodes } from '@musubi/contracts';
import type { Area, Answer, Command, Row, Thing, Try } from '../area.js';
import { meetingStates, newMeeting } from '../meetings.js';
import { thingOf } from '../pairs.js';
import type { Scene } from '../scene.js';

const link = { kind: 'link', value: 'https://meet.two-shores.example/room' };

/** With an agreed place elsewhere, another that the asked proposes, and a call for help, each written as it would stand. */
async function make(scene: Scene, state: string): Promise<Thing> {
  const { pair, meeting } = await newMeeting(scene, state);
  const { meetingId } = meeting;
  const [plan] = (await scene.app.db.query(
    `INSERT INTO meeting_plan_b (meeting_id, kind, value, state, proposed_by, at)
     VALUES ($1, 'phone', '+49 30 1234567', 'proposed', $2, domain_now()) RETURNING id`,
    [meetingId, pair.asked.participantId],
  )) as { id: string }[];
  const [call] = (await scene.app.db.query(
    `INSERT INTO meeting_help_request (event_id, meeting_id, participant_id, about, text, asked_at)
     VALUES ($1, $2, $3, 'technical', NULL, domain_now()) RETURNING id`,
    [scene.eventId, meetingId, pair.asked.participantId],
  )) as { id: string }[];
  return thingOf(pair, { meetingId, planBId: plan!.id, helpRequestId: call!.id });
}

const room =
  (
    verb: 'post' | 'put' | 'delete',
    what: string,
    body: (ids: Record<string, string>) => object = () => ({}),
  ): Command['send'] =>
  ({ http, thing: { ids } }) => {
    const path = `/api/meetings/${ids['meetingId']}/${what}`;
    return verb === 'delete' ? http.delete(path) : http[verb](path, body(ids));
  };
const plan = (which: string) => `EXISTS (SELECT FROM meeting_plan_b WHERE meeting_id = :meetingId AND ${which})`;

/** Notes are the one thing that is written over the socket. */
async function write({ app, thing: { people, ids }, role }: Try): Promise<Answer> {
  const written = new Y.Doc();
  written.getText('notes').insert(0, `${role} was here`);
  const socket = app.socket(people[role]!);
  try {
    socket.connect();
    const update = Y.encodeStateAsUpdate(written);
    const answer = (await socket.timeout(10_000).emitWithAck('notes.update', {
      meetingId: ids['meetingId']! as never,
      update: update as never,
    })) as NotesAnswer;
    return answer.ok ? { status: 200, body: {} } : { status: errorCodes[answer.code], body: { code: answer.code } };
  } finally {
    socket.disconnect();
  }
}

const commands = {
  enter: { send: room('post', 'ticket'), done: 'EXISTS (SELECT FROM room_admission WHERE user_id = :me)' },
  'say how one comes': {
    send: room('put', 'room/mode', () => ({ mode: 'audio' })),
    done: `EXISTS (SELECT FROM meeting_room_mode WHERE meeting_id = :meetingId AND mode = 'audio')`,
  },
  'ask for five minutes': {
    send: room('post', 'room/extension'),
    done: 'EXISTS (SELECT FROM meeting_extension WHERE meeting_id = :meetingId AND agreed_at IS NULL)',
  },
  'refuse five minutes': { send: room('delete', 'room/extension'), done: 'false' },
  'propose or set a plan B': {
    send: room('put', 'room/plan-b', () => link),
    done: plan(`kind = 'link' AND state <> 'gone'`),
  },
  'agree to the plan B': {
    send: room('post', 'room/plan-b/agreement', ({ planBId }) => ({ planBId })),
    done: plan(`kind = 'phone' AND state = 'set'`),
  },
  'drop the plan B': { send: room('delete', 'room/plan-b'), done: `NOT ${plan(`state <> 'gone'`)}` },
  'call for help': {
    send: room('post', 'room/help', () => ({ about: 'other', text: 'Nothing is seen' })),
    done: `EXISTS (SELECT FROM meeting_help_request WHERE meeting_id = :meetingId AND text = 'Nothing is seen')`,
  },
  'answer the call': {
    send: ({ http, thing: { ids } }) =>
      http.post(`/api/organise/events/${ids['eventId']}/help-requests/${ids['helpRequestId']}/answer`, {
        text: 'We come',
      }),
    done: `(SELECT answer FROM meeting_help_request WHERE id = :helpRequestId) = 'We come'`,
  },
  'call who is missing': {
    send: ({ http, thing: { ids } }) =>
      http.post(`/api/organise/events/${ids['eventId']}/meetings/${ids['meetingId']}/missing/call`),
    done: 'false',
  },
  'write notes': {
    send: write,
    done: `(SELECT text FROM meeting_notes WHERE meeting_id = :meetingId) LIKE '%was here'`,
  },
} satisfies Record<string, Command>;

const none = 'not_found';
/** What the two sides are answered, then their guest, then the organiser. */
const row = (sides: string, guest = sides, organiser = none): Row => [sides, sides, guest, organiser];
const shut = row('room.closed');
const gone = row('meeting.wrong_state');
/** Only while the room is open. */
const inside = { confirmed: shut, moving: shut, parted: shut, left: gone, cancelled: gone, settled: shut };
/** Until the room closes, by the two sides. */
const theirs = (sides: Row, organiser = none) => ({
  confirmed: sides,
  moving: sides,
  parted: row('room.closed', 'forbidden', organiser),
  left: row('meeting.wrong_state', 'meeting.wrong_state', organiser === none ? none : 'meeting.wrong_state'),
  cancelled: row('meeting.wrong_state', 'meeting.wrong_state', organiser === none ? none : 'meeting.wrong_state'),
  'under way': sides,
  over: sides,
  settled: row('room.closed', 'room.closed', organiser === none ? none : 'room.closed'),
});
const anyHour = {
  confirmed: row('does'),
  moving: row('does'),
  parted: row('room.closed', 'does'),
  left: gone,
  cancelled: gone,
  'under way': row('does'),
  over: row('does'),
};

export const rooms: Area = {
  name: "a meeting's room",
  columns: ['asker', 'asked', 'guest', 'organiser'],
  states: meetingStates,
  make,
  commands,
  rows: {
    enter: {
      confirmed: row('room.closed', 'room.closed', 'room.closed'),
      moving: row('room.closed', 'room.closed', 'room.closed'),
      parted: row('room.closed', 'room.closed', 'room.closed'),
      left: row('meeting.wrong_state', 'meeting.wrong_state', 'meeting.wrong_state'),
      cancelled: row('meeting.wrong_state', 'meeting.wrong_state', 'meeting.wrong_state'),
      // As far as here it is theirs: there is no video server.
      'under way': row('video.off', 'video.off', 'video.off'),
      over: row('video.off', 'video.off', 'video.off'),
      settled: row('room.closed', 'room.closed', 'room.closed'),
    },
    'say how one comes': { ...anyHour, settled: shut },
    'ask for five minutes': { ...inside, 'under way': row('does'), over: row('extension.not_now') },
    'refuse five minutes': { ...inside, 'under way': row('again'), over: row('again') },
    'propose or set a plan B': theirs(row('does', 'forbidden', 'does'), 'does'),
    // Nobody agrees to what their own side has proposed.
    'agree to the plan B': theirs(['does', 'plan_b.changed', 'forbidden', none]),
    'drop the plan B': theirs(row('does', 'forbidden', 'does'), 'does'),
    'call for help': { ...inside, 'under way': row('does'), over: row('does') },
    'answer the call': Object.fromEntries(Object.keys(meetingStates).map((state) => [state, row(none, none, 'does')])),
    // Nobody is there, so that nobody waits for somebody.
    'call who is missing': Object.fromEntries(
      Object.keys(meetingStates).map((state) => [state, row(none, none, 'room.nobody_missing')]),
    ),
    'write notes': { ...anyHour, settled: row('notes.closed') },
  },
};
