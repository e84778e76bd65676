// For specs alone. What the life cycle is, said a second time and by hand from what the product promises: nothing here knows the
// server's rules, so that they can be judged by it.
import type { Act } from './act.js';
import { decideThrough } from './assistants/assistants.js';
import {
  assertWelcome,
  type Bring,
  decideOnGuests,
  dismiss,
  invite,
  isMissing,
  needed,
  neededAt,
  reseat,
  seat,
} from './guests/guests.js';
import {
  areBusy,
  asked,
  type Asking,
  type GuestName,
  guestNames,
  isBusy,
  isOpen,
  type Meeting,
  opens,
  other,
  people,
  type Person,
  type RequestState,
  type World,
} from './world.js';

type Answer = 'accept' | 'counter' | 'decline' | 'withdraw';

const past = 'meeting_request.wrong_state';
const late = 'meeting_request.expired';
const wait = 'meeting_request.not_your_turn';

/**
 * By the request's state and what is done: what comes of it for each of the two, a new state, a refusal, or `again` for what is so
 * already. While it is open the first of the two is whose turn it is; once it is over, who ended it. Taking back is told by who asked.
 */
const table: Readonly<Record<RequestState, Readonly<Record<Answer, readonly [string, string]>>>> = {
  requested: {
    accept: ['accepted', wait],
    counter: ['countered', wait],
    decline: ['declined', wait],
    withdraw: ['withdrawn', 'forbidden'],
  },
  countered: {
    accept: ['accepted', wait],
    counter: ['countered', wait],
    decline: ['declined', wait],
    withdraw: ['withdrawn', 'forbidden'],
  },
  accepted: { accept: ['again', past], counter: [past, past], decline: [past, past], withdraw: [past, past] },
  declined: { accept: [past, past], counter: [past, past], decline: ['again', past], withdraw: [past, past] },
  withdrawn: { accept: [past, past], counter: [past, past], decline: [past, past], withdraw: ['again', past] },
  expired: { accept: [late, late], counter: [late, late], decline: [late, late], withdraw: [late, late] },
  unavailable: { accept: [past, past], counter: [past, past], decline: [past, past], withdraw: [past, past] },
};

/** Nobody can be met who is not there or does not want to; why is not told. */
function reach({ left, blocks }: World, by: Person): string | null {
  if (left.includes(by)) return 'registration.required';
  return left.includes(other(by)) || blocks.length > 0 ? 'participant.unavailable' : null;
}

/** Does it to the world. @returns the refusal, or null */
export function decide(world: World, act: Act): string | null {
  if ('through' in act && act.through) return decideThrough(world, { ...act, through: false }, decide);
  switch (act.do) {
    case 'ask':
      return ask(world, act);
    case 'take':
      return take(world, act);
    case 'accept':
      return acceptNewest(world, act);
    case 'agree':
      return agree(world, act);
    case 'counter':
      return counter(world, act);
    case 'decline':
      return end(world.requests.at(-1)!, 'decline', act.by);
    case 'stay':
      return world.moves.length > 0 ? end(world.moves.at(-1)!, 'decline', act.by) : 'none';
    case 'withdraw':
      return end(world.requests.at(-1)!, 'withdraw', act.by);
    case 'expire':
      return expire(world);
    case 'cancel':
      return cancel(world, act.by);
    case 'reschedule':
      return reschedule(world, act);
    case 'compete':
      return compete(world, act);
    case 'block':
      if (!world.blocks.includes(act.by)) world.blocks.push(act.by);
      closeAll(world);
      return null;
    case 'unblock':
      world.blocks = world.blocks.filter((person) => person !== act.by);
      return null;
    case 'leave':
      return leave(world, act.by);
    case 'dismiss':
      world.assisted = false;
      return null;
    default:
      return decideOnGuests(world, act);
  }
}

type At = { by: Person; slot: number };

/** Two who ask each other for the same time have agreed on it. */
function ask(world: World, { by, slot, with: brought }: At & { with?: Bring }): string | null {
  const refused = reach(world, by);
  if (refused) return refused;
  const [open] = opens(world);
  if (open) return meet(world, open, { by, slot, with: brought });
  if (areBusy(world, slot)) return 'meeting.slot_taken';
  const unwelcome = brought && assertWelcome(world, brought);
  if (unwelcome) return unwelcome;
  if (brought && isMissing(world, brought, slot)) return 'meeting.slot_taken';
  const request = asked(by, [slot]);
  if (brought) invite(request, brought);
  world.requests.push(request);
  return null;
}

/** The very time that the other has asked for is a yes; anything else between the two is answered first. */
function meet(world: World, open: Asking, { by, slot, with: brought }: At & { with?: Bring }): string | null {
  const crosses =
    world.requests.includes(open) && open.turn === by && open.slots.includes(slot) && !areBusy(world, slot);
  if (!crosses) return 'meeting_request.duplicate';
  const unwelcome = brought && assertWelcome(world, brought);
  if (unwelcome) return unwelcome;
  if ((brought && isMissing(world, brought, slot)) || areBusy(world, slot, needed(open))) return 'meeting.slot_taken';
  over(open, 'accepted', by);
  open.accepted = slot;
  book(world, slot, open);
  if (brought) invite(open, brought);
  return null;
}

/** The time is open: taken at once. */
function take(world: World, { by, slot }: At): string | null {
  const refused = reach(world, by);
  if (refused) return refused;
  if (world.meetings.some((one) => one.state === 'confirmed' && one.slot === slot && one.asker === by)) return null;
  const [open] = opens(world);
  if (open) return meet(world, open, { by, slot });
  if (areBusy(world, slot)) return 'meeting.slot_taken';
  const request = asked(by, [slot]);
  over(request, 'accepted', by);
  request.accepted = slot;
  world.requests.push(request);
  book(world, slot, request);
  return null;
}

function acceptNewest(world: World, act: At): string | null {
  const request = world.requests.at(-1)!;
  return accept(world, request, act, needed(request), (slot) => book(world, slot, request));
}

/** @param besides who comes as well, and has to be free */
function accept(
  world: World,
  request: Asking,
  { by, slot }: At,
  besides: readonly GuestName[],
  then: (slot: number) => void,
): string | null {
  const answer = answerOf(request, 'accept', by);
  if (answer === 'again') return request.accepted === slot ? null : past;
  if (answer !== 'accepted') return answer;
  if (!request.slots.includes(slot)) return 'meeting_request.slot_not_proposed';
  if (areBusy(world, slot, besides)) return 'meeting.slot_taken';
  over(request, 'accepted', by);
  request.accepted = slot;
  then(slot);
  return null;
}

function counter(world: World, { by, slot }: At): string | null {
  const request = world.requests.at(-1)!;
  const answer = answerOf(request, 'counter', by);
  // Where none of its times can be had any more, each of the two may propose others.
  const stuck = isOpen(request) && request.slots.every((one) => areBusy(world, one));
  if (answer !== 'countered' && !stuck) return answer;
  if (areBusy(world, slot, needed(request))) return 'meeting.slot_taken';
  Object.assign(request, { state: 'countered', turn: other(by), version: request.version + 1, slots: [slot] });
  return null;
}

function end(request: Asking, how: 'decline' | 'withdraw', by: Person): string | null {
  const answer = answerOf(request, how, by);
  if (answer === 'again') return null;
  if (answer !== 'declined' && answer !== 'withdrawn') return answer;
  over(request, answer, by);
  return null;
}

function answerOf(request: Asking, what: Answer, by: Person): string {
  const [first, second] = table[request.state][what];
  const whose = what === 'withdraw' ? request.asker : (request.turn ?? request.endedBy);
  return by === whose ? first : second;
}

function expire({ requests }: World): string | null {
  const request = requests.at(-1)!;
  if (!isOpen(request)) return past;
  over(request, 'expired', null);
  return null;
}

/** A meeting stands until another time is accepted; then it is the same meeting. */
function reschedule(world: World, { by, slot }: At): string | null {
  const meeting = world.meetings.at(-1);
  if (!meeting) return 'none';
  if (meeting.state === 'cancelled') return 'meeting.wrong_state';
  if (world.blocks.length > 0) return 'participant.unavailable';
  if (areBusy(world, slot, neededAt(world, meeting))) return 'meeting.slot_taken';
  if (opens(world).length > 0) return 'meeting_request.duplicate';
  world.moves.push(asked(by, [slot]));
  return null;
}

function agree(world: World, act: At): string | null {
  const move = world.moves.at(-1);
  if (!move) return 'none';
  const meeting = world.meetings.at(-1)!;
  return accept(world, move, act, neededAt(world, meeting), (slot) => {
    reseat(world, meeting, slot);
    Object.assign(meeting, { slot, version: meeting.version + 1 });
    // What was agreed on first is agreed on for this time from now on.
    world.requests[meeting.request]!.accepted = slot;
  });
}

function cancel(world: World, by: Person): string | null {
  const meeting = world.meetings.at(-1);
  if (!meeting) return 'none';
  if (meeting.state === 'cancelled') return meeting.cancelledBy === by ? null : 'meeting.wrong_state';
  calledOff(world, meeting, by);
  for (const move of world.moves.filter(isOpen)) over(move, 'unavailable', null);
  return null;
}

/** Somebody else takes a time of theirs: that one is in one place at a time, too. */
function compete(world: World, { by, slot }: At): string | null {
  if (world.left.includes(by)) return 'participant.unavailable';
  if (world.elsewhere[by].includes(slot)) return null;
  const third = [...people, ...guestNames].some((who) => who !== by && world.elsewhere[who].includes(slot));
  if (isBusy(world, by, slot) || third) return 'meeting.slot_taken';
  const promised = opens(world).some(({ turn, slots }) => turn !== by && slots.includes(slot));
  if (promised && world.promises) return 'block.not_instant';
  world.elsewhere[by].push(slot);
  return null;
}

function leave(world: World, by: Person): string | null {
  if (world.left.includes(by)) return 'registration.wrong_state';
  world.left.push(by);
  closeAll(world);
  for (const meeting of world.meetings) if (meeting.state === 'confirmed') calledOff(world, meeting, by);
  world.elsewhere[by] = [];
  return null;
}

function book(world: World, slot: number, of: Asking): void {
  const request = world.requests.indexOf(of);
  const { asker } = of;
  const meeting: Meeting = {
    state: 'confirmed',
    slot,
    version: 1,
    asker,
    cancelledBy: null,
    request,
    seated: [],
    through: false,
  };
  world.meetings.push(meeting);
  seat(world, meeting);
}

function calledOff({ requests }: World, meeting: Meeting, by: Person): void {
  Object.assign(meeting, { state: 'cancelled', version: meeting.version + 1, cancelledBy: by });
  dismiss(requests[meeting.request]!);
}

const closeAll = (world: World) => opens(world).forEach((request) => over(request, 'unavailable', null));

function over(request: Asking, state: RequestState, by: Person | null): void {
  Object.assign(request, { state, turn: null, version: request.version + 1, endedBy: by });
  if (state !== 'accepted') dismiss(request);
}
