// For specs alone: what becomes of guests, said by hand from what the product promises.
import {
  type Asking,
  type Guest,
  type GuestName,
  guestNames,
  isBusy,
  type Meeting,
  people,
  type Person,
  type World,
} from '../world.js';

export interface Bring {
  guest: GuestName;
  part: Guest['part'];
}

/** What is done about guests of the newest request, and by them. */
export type GuestAct =
  | ({ do: 'bring'; by: Person } & Bring)
  | { do: 'uninvite'; by: Person; guest: GuestName }
  | { do: 'come' | 'stay away' | 'quit' | 'call off'; guest: GuestName }
  | { do: 'shun' | 'forgive'; guest: GuestName; whom: Person }
  | { do: 'engage'; guest: GuestName; slot: number };

const isComing = ({ state }: Guest) => state === 'invited' || state === 'accepted';
const has = (request: Asking, who: GuestName) => request.guests.some((one) => one.who === who && isComing(one));
const away = 'participant.unavailable';

/** Without whom nothing is booked: who must be there and has said to come. */
export const needed = ({ guests }: Asking): GuestName[] =>
  guests.filter(({ part, state }) => part === 'required' && state === 'accepted').map(({ who }) => who);

/** The two have agreed on a time: who must be there is; who need not be comes where they can. */
export function seat(world: World, meeting: Meeting): void {
  for (const guest of world.requests[meeting.request]!.guests.filter(({ state }) => state === 'accepted')) {
    const free = guest.part === 'required' || !isBusy(world, guest.who, meeting.slot);
    if (!free) guest.state = 'expired';
    else meeting.seated.push(guest.who);
    if (free && guest.part === 'optional') meeting.version += 1;
  }
}

/** Guests of a meeting without whom it is not moved. */
export const neededAt = ({ requests }: World, { request, seated }: Meeting): GuestName[] =>
  needed(requests[request]!).filter((who) => seated.includes(who));

/** The two have agreed to move it: who need not be there comes along where they can, and loses the seat otherwise. */
export function reseat(world: World, meeting: Meeting, slot: number): void {
  const request = world.requests[meeting.request]!;
  for (const guest of request.guests.filter(({ part, state }) => part === 'optional' && state === 'accepted')) {
    if (!isBusy(world, guest.who, slot)) continue;
    guest.state = 'expired';
    meeting.seated = meeting.seated.filter((who) => who !== guest.who);
  }
}

/** What they were asked to is over. */
export function dismiss({ guests }: Asking): void {
  for (const guest of guests.filter(isComing)) guest.state = 'expired';
}

/** Whom one of the two brings along to a request that is being sent or met. @returns the refusal, or null */
export function assertWelcome(world: World, { guest }: Bring): string | null {
  if (world.left.includes(guest)) return away;
  return world.blocks.length > 0 || isShunning(world, guest) ? away : null;
}

export function isMissing(world: World, { guest, part }: Bring, slot: number): boolean {
  return part === 'required' && isBusy(world, guest, slot);
}

export function invite(request: Asking, { guest, part }: Bring): void {
  if (!has(request, guest)) request.guests.push({ who: guest, part, state: 'invited' });
}

/** Does it to the world. @returns the refusal, or null */
export function decideOnGuests(world: World, act: GuestAct): string | null {
  const at = world.requests.length - 1;
  const request = world.requests[at]!;
  const meeting = world.meetings.find((one) => one.request === at);
  const last = request.guests.findLast(({ who }) => who === act.guest);
  switch (act.do) {
    case 'bring':
      return bring(world, request, meeting, act);
    case 'uninvite':
      return last ? end(request, meeting, last, 'withdrawn') : 'none';
    case 'stay away':
      return last ? end(request, meeting, last, 'declined') : 'none';
    case 'come':
      return last ? come(world, request, meeting, last) : 'none';
    case 'call off': {
      const newest = world.meetings.at(-1);
      if (!newest) return 'none';
      return newest.seated.includes(act.guest) ? 'meeting.guests_leave' : 'not_found';
    }
    case 'shun':
      if (!world.shuns.some(({ by, whom }) => by === act.guest && whom === act.whom))
        world.shuns.push({ by: act.guest, whom: act.whom });
      out(world, act.guest);
      return null;
    case 'forgive':
      world.shuns = world.shuns.filter(({ by, whom }) => by !== act.guest || whom !== act.whom);
      return null;
    case 'quit':
      if (world.left.includes(act.guest)) return 'registration.wrong_state';
      world.left.push(act.guest);
      out(world, act.guest);
      world.elsewhere[act.guest] = [];
      return null;
    case 'engage':
      return engage(world, act);
  }
}

function bring(world: World, request: Asking, meeting: Meeting | undefined, given: Bring): string | null {
  if (meeting && meeting.state !== 'confirmed') return 'meeting.wrong_state';
  if (!meeting && request.turn === null) return 'meeting_request.wrong_state';
  if (world.left.includes(given.guest)) return away;
  if (has(request, given.guest)) return 'guest.duplicate';
  const refused = assertWelcome(world, given);
  if (!refused) invite(request, given);
  return refused;
}

function come(world: World, request: Asking, meeting: Meeting | undefined, guest: Guest): string | null {
  if (guest.state === 'accepted') return null;
  if (guest.state !== 'invited') return 'guest.wrong_state';
  if (world.blocks.length > 0) return away;
  if (meeting && isBusy(world, guest.who, meeting.slot)) return 'meeting.slot_taken';
  guest.state = 'accepted';
  if (meeting) meeting.seated.push(guest.who);
  (meeting ?? request).version += 1;
  return null;
}

function end(
  request: Asking,
  meeting: Meeting | undefined,
  guest: Guest,
  how: 'declined' | 'withdrawn',
): string | null {
  if (guest.state === how) return null;
  if (!isComing(guest)) return 'guest.wrong_state';
  // Whoever is deciding on the request or the meeting at this moment reads it again.
  if (guest.state === 'accepted') (meeting ?? request).version += 1;
  if (meeting) meeting.seated = meeting.seated.filter((who) => who !== guest.who);
  guest.state = how;
  return null;
}

/** Of whatever they were asked to that stands. */
function out(world: World, who: GuestName): void {
  const shunned = world.shuns.filter(({ by }) => by === who);
  if (shunned.length === 0 && !world.left.includes(who)) return;
  for (const [at, request] of world.requests.entries()) {
    const meeting = world.meetings.find((one) => one.request === at && one.state === 'confirmed');
    for (const guest of request.guests.filter((one) => one.who === who && isComing(one))) {
      guest.state = 'expired';
      if (!meeting?.seated.includes(who)) continue;
      meeting.seated = meeting.seated.filter((one) => one !== who);
      meeting.version += 1;
    }
  }
}

function engage(world: World, { guest, slot }: { guest: GuestName; slot: number }): string | null {
  if (world.left.includes(guest)) return away;
  if (world.elsewhere[guest].includes(slot)) return null;
  const third = [...people, ...guestNames].some((who) => who !== guest && world.elsewhere[who].includes(slot));
  if (isBusy(world, guest, slot) || third) return 'meeting.slot_taken';
  world.elsewhere[guest].push(slot);
  return null;
}

const isShunning = ({ shuns }: World, guest: GuestName) => shuns.some(({ by }) => by === guest);
