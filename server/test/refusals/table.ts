import type { CommandName } from './commands.js';
import type { State } from './things.js';

/** What asker, asked and the event's organiser are answered: a code, or `does` where it is theirs to do. */
type Row = readonly [asker: string, asked: string, organiser: string];

const unknown: Row = ['not_found', 'not_found', 'not_found'];
const request = (code: string): Row => [`meeting_request.${code}`, `meeting_request.${code}`, 'not_found'];
const both = (code: string, organiser = 'not_found'): Row => [code, code, organiser];
const over = request('wrong_state');

/** By command and state; where a state is left out nobody knows of the thing: a meeting that never came about. */
const rows: Readonly<Record<CommandName, Partial<Record<State, Row>>>> = {
  ask: {
    requested: both('meeting_request.duplicate', 'registration.required'),
    countered: ['does', 'meeting_request.duplicate', 'registration.required'],
    declined: both('does', 'registration.required'),
    withdrawn: both('does', 'registration.required'),
    expired: both('does', 'registration.required'),
    blocked: both('participant.unavailable', 'registration.required'),
    left: ['registration.required', 'participant.unavailable', 'registration.required'],
    confirmed: both('does', 'registration.required'),
    moving: both('meeting_request.duplicate', 'registration.required'),
    parted: both('participant.unavailable', 'registration.required'),
    cancelled: both('does', 'registration.required'),
    over: both('does', 'registration.required'),
  },
  accept: {
    requested: ['meeting_request.not_your_turn', 'does', 'not_found'],
    countered: ['meeting_request.slot_not_proposed', 'meeting_request.not_your_turn', 'not_found'],
    declined: over,
    withdrawn: over,
    expired: request('expired'),
    blocked: over,
    left: over,
    confirmed: ['meeting_request.wrong_state', 'does', 'not_found'],
    moving: ['meeting_request.wrong_state', 'does', 'not_found'],
    parted: ['meeting_request.wrong_state', 'does', 'not_found'],
    cancelled: ['meeting_request.wrong_state', 'does', 'not_found'],
    over: ['meeting_request.wrong_state', 'does', 'not_found'],
  },
  counter: {
    requested: ['meeting_request.not_your_turn', 'does', 'not_found'],
    countered: ['does', 'meeting_request.not_your_turn', 'not_found'],
    declined: over,
    withdrawn: over,
    expired: request('expired'),
    blocked: over,
    left: over,
    confirmed: over,
    moving: over,
    parted: over,
    cancelled: over,
    over: over,
  },
  decline: {
    requested: ['meeting_request.not_your_turn', 'does', 'not_found'],
    countered: ['does', 'meeting_request.not_your_turn', 'not_found'],
    declined: ['meeting_request.wrong_state', 'does', 'not_found'],
    withdrawn: over,
    expired: request('expired'),
    blocked: over,
    left: over,
    confirmed: over,
    moving: over,
    parted: over,
    cancelled: over,
    over: over,
  },
  withdraw: {
    requested: ['does', 'forbidden', 'not_found'],
    countered: ['does', 'forbidden', 'not_found'],
    declined: over,
    withdrawn: ['does', 'meeting_request.wrong_state', 'not_found'],
    expired: request('expired'),
    blocked: over,
    left: over,
    confirmed: over,
    moving: over,
    parted: over,
    cancelled: over,
    over: over,
  },
  write: {
    requested: both('does'),
    countered: both('does'),
    declined: both('thread.closed'),
    withdrawn: both('thread.closed'),
    expired: both('thread.closed'),
    blocked: both('thread.closed'),
    left: both('thread.closed'),
    confirmed: both('does'),
    moving: both('does'),
    parted: both('thread.closed'),
    cancelled: both('thread.closed'),
    over: both('does'),
  },
  cancel: {
    confirmed: both('does'),
    moving: both('does'),
    parted: both('does'),
    cancelled: ['meeting.wrong_state', 'does', 'not_found'],
    over: both('meeting.wrong_state'),
  },
  reschedule: {
    confirmed: both('does'),
    moving: request('duplicate'),
    parted: both('participant.unavailable'),
    cancelled: both('meeting.wrong_state'),
    over: both('meeting.wrong_state'),
  },
  enter: {
    confirmed: both('room.closed', 'room.closed'),
    moving: both('room.closed', 'room.closed'),
    parted: both('room.closed', 'room.closed'),
    cancelled: both('meeting.wrong_state', 'meeting.wrong_state'),
    over: both('video.off', 'video.off'),
  },
  outcome: {
    confirmed: both('outcome.not_yet'),
    moving: both('outcome.not_yet'),
    parted: both('outcome.not_yet'),
    cancelled: both('outcome.wrong_state'),
    over: both('does'),
  },
  dispute: {
    confirmed: both('meeting.wrong_state'),
    moving: both('meeting.wrong_state'),
    parted: both('meeting.wrong_state'),
    cancelled: both('meeting.wrong_state'),
    over: both('does'),
  },
  declare: {
    confirmed: both('meeting.wrong_state'),
    moving: both('meeting.wrong_state'),
    parted: both('meeting.wrong_state'),
    cancelled: both('meeting.wrong_state'),
    over: both('does'),
  },
  decide: {
    confirmed: both('not_found', 'meeting.wrong_state'),
    moving: both('not_found', 'meeting.wrong_state'),
    parted: both('not_found', 'meeting.wrong_state'),
    cancelled: both('not_found', 'meeting.wrong_state'),
    over: both('not_found', 'does'),
  },
  undo: {
    confirmed: both('not_found', 'meeting.wrong_state'),
    moving: both('not_found', 'meeting.wrong_state'),
    parted: both('not_found', 'meeting.wrong_state'),
    cancelled: both('not_found', 'meeting.wrong_state'),
    over: both('not_found', 'verdict.unchanged'),
  },
};

/** @returns what this role is answered; the code of a refusal, or `does` */
export function answerTo(command: CommandName, state: State, role: 'asker' | 'asked' | 'organiser'): string {
  const [asker, asked, organiser] = rows[command][state] ?? unknown;
  return { asker, asked, organiser }[role];
}
