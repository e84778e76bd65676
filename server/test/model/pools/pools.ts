// For specs alone: Ada asks an organisation whose people share what comes in, said by hand from what the product promises.

/** Two of one organisation; Bo is the one whom others ask. */
export type Colleague = 'bo' | 'mai';
export const colleagues = ['bo', 'mai'] as const satisfies readonly Colleague[];
export type Who = 'ada' | Colleague;
export const everybody = ['ada', ...colleagues] as const satisfies readonly Who[];
type Side = 'ada' | 'pool';

export type PoolAct =
  | { do: 'ask'; slot: number }
  | { do: 'accept' | 'counter'; by: Who; slot: number }
  | { do: 'decline' | 'withdraw' | 'cancel'; by: Who }
  | { do: 'hand over'; by: Colleague; to: Colleague }
  | { do: 'hand back'; by: Colleague }
  /** Somebody else takes a time of theirs; of the two colleagues whoever is free comes. */
  | { do: 'engage'; who: Who; slot: number };

interface Asking {
  state: 'requested' | 'countered' | 'accepted' | 'declined' | 'withdrawn';
  turn: Side | null;
  version: number;
  slots: number[];
  /** Who answers for the organisation. */
  stands: Colleague;
  lastBy: Side;
  /** Who did the last thing in whose place, where that was not the one who stands for it. */
  spoke: readonly [Who, Who] | null;
  voices: (readonly [Who, Who])[];
}

interface Meeting {
  state: 'confirmed' | 'cancelled';
  slot: number;
  version: number;
  request: number;
  stands: Colleague;
  cancelledBy: Who | null;
  /** Who came before, one after the other. */
  before: Colleague[];
}

export interface PoolWorld {
  requests: Asking[];
  meetings: Meeting[];
  elsewhere: Record<Who, number[]>;
  promises: boolean;
}

const asked = (slots: number[]): Asking => ({
  ...{ state: 'requested', turn: 'pool', version: 1, slots, stands: 'bo' },
  ...{ lastBy: 'ada', spoke: null, voices: [] },
});

/** Ada has asked Bo for these times. */
export const newPoolWorld = (slots: number[]): PoolWorld => ({
  ...{ requests: [asked(slots)], meetings: [], promises: true },
  elsewhere: { ada: [], bo: [], mai: [] },
});

const past = 'meeting_request.wrong_state';
const taken = 'meeting.slot_taken';
const sideOf = (who: Who): Side => (who === 'ada' ? 'ada' : 'pool');
const other = (who: Colleague): Colleague => (who === 'bo' ? 'mai' : 'bo');

const isBusy = ({ meetings, elsewhere }: PoolWorld, who: Who, slot: number): boolean =>
  elsewhere[who].includes(slot) ||
  meetings.some((one) => one.state === 'confirmed' && one.slot === slot && (who === 'ada' || who === one.stands));
/** Either of them will do. */
const isPoolBusy = (world: PoolWorld, slot: number) => colleagues.every((who) => isBusy(world, who, slot));
const areBusy = (world: PoolWorld, slot: number) => isBusy(world, 'ada', slot) || isPoolBusy(world, slot);
/** The one who was asked where they are free, else the other. */
const comes = (world: PoolWorld, wanted: Colleague, slot: number) =>
  isBusy(world, wanted, slot) ? other(wanted) : wanted;

/** Does it to the world. @returns the refusal, or null */
export function decideInPool(world: PoolWorld, act: PoolAct): string | null {
  const request = world.requests.at(-1)!;
  const meeting = world.meetings.at(-1);
  switch (act.do) {
    case 'ask':
      return ask(world, request, act.slot);
    case 'accept':
      return accept(world, request, act);
    case 'counter':
      return counter(world, request, act);
    case 'decline':
      return decline(request, act.by);
    case 'withdraw':
      return withdraw(request, act.by);
    case 'cancel':
      return meeting ? cancel(meeting, act.by) : 'none';
    case 'hand over':
      return meeting ? give(world, meeting, act.to) : 'none';
    case 'hand back': {
      if (!meeting) return 'none';
      const before = meeting.before.at(-1);
      return before ? give(world, meeting, before) : 'handover.nothing_to_undo';
    }
    case 'engage':
      return engage(world, act);
  }
}

function ask(world: PoolWorld, request: Asking, slot: number): string | null {
  if (request.turn !== null) {
    // What the others propose instead is what Ada asks for: they have agreed.
    const crosses = request.turn === 'ada' && request.slots.includes(slot) && !areBusy(world, slot);
    if (!crosses) return 'meeting_request.duplicate';
    book(world, request, 'ada', slot);
    return null;
  }
  if (areBusy(world, slot)) return taken;
  world.requests.push(asked([slot]));
  return null;
}

/** Colleagues answer for each other, once: whoever is later is told who did. */
function isAnswered({ lastBy, turn, spoke, stands }: Asking, by: Who): boolean {
  return by !== 'ada' && lastBy === 'pool' && turn !== 'pool' && !(spoke ?? [stands]).includes(by);
}

function refusal(request: Asking, by: Who): string | null {
  if (isAnswered(request, by)) return 'delegation.answered';
  if (request.turn === null) return past;
  return request.turn === sideOf(by) ? null : 'meeting_request.not_your_turn';
}

function accept(world: PoolWorld, request: Asking, { by, slot }: { by: Who; slot: number }): string | null {
  const meeting = world.meetings.find((one) => world.requests[one.request] === request);
  if (isAnswered(request, by)) return 'delegation.answered';
  if (meeting && request.lastBy === sideOf(by) && meeting.slot === slot) return null;
  const refused = refusal(request, by);
  if (refused) return refused;
  if (!request.slots.includes(slot)) return 'meeting_request.slot_not_proposed';
  if (areBusy(world, slot)) return taken;
  book(world, request, by, slot);
  return null;
}

function book(world: PoolWorld, request: Asking, by: Who, slot: number): void {
  const wanted = request.stands;
  const stands = comes(world, wanted, slot);
  const changed = stands !== wanted;
  made(request, { state: 'accepted', turn: null }, by, by === wanted && changed ? stands : wanted);
  request.stands = stands;
  world.meetings.push({
    ...{ state: 'confirmed', slot, version: 1, request: world.requests.indexOf(request), stands },
    ...{ cancelledBy: null, before: changed ? [wanted] : [] },
  });
}

/** @param inPlaceOf who would have done it */
function made(request: Asking, next: Pick<Asking, 'state' | 'turn'>, by: Who, inPlaceOf: Who): void {
  Object.assign(request, { ...next, version: request.version + 1, lastBy: sideOf(by), spoke: null });
  if (by === 'ada' || by === inPlaceOf) return;
  request.spoke = [by, inPlaceOf];
  request.voices.push(request.spoke);
}

function counter(world: PoolWorld, request: Asking, { by, slot }: { by: Who; slot: number }): string | null {
  // Where none of its times can be had any more, everybody may propose others.
  const stuck = request.turn !== null && request.slots.every((one) => areBusy(world, one));
  const refused = stuck ? null : refusal(request, by);
  if (refused) return refused;
  // Whoever stands for the organisation proposes times of their own.
  const busy =
    by === 'ada' ? areBusy(world, slot) : ['ada' as const, request.stands].some((w) => isBusy(world, w, slot));
  if (busy) return taken;
  made(request, { state: 'countered', turn: by === 'ada' ? 'pool' : 'ada' }, by, request.stands);
  request.slots = [slot];
  return null;
}

function decline(request: Asking, by: Who): string | null {
  if (isAnswered(request, by)) return 'delegation.answered';
  if (request.state === 'declined' && request.lastBy === sideOf(by)) return null;
  const refused = refusal(request, by);
  if (!refused) made(request, { state: 'declined', turn: null }, by, request.stands);
  return refused;
}

/** What Ada has asked is hers to take back. */
function withdraw(request: Asking, by: Who): string | null {
  if (by !== 'ada') return by === request.stands && request.turn === null ? past : 'forbidden';
  if (request.state === 'withdrawn') return null;
  if (request.turn === null) return past;
  made(request, { state: 'withdrawn', turn: null }, by, by);
  return null;
}

function cancel(meeting: Meeting, by: Who): string | null {
  if (by !== 'ada' && by !== meeting.stands) return 'not_found';
  if (meeting.state === 'cancelled') return meeting.cancelledBy === by ? null : 'meeting.wrong_state';
  Object.assign(meeting, { state: 'cancelled', version: meeting.version + 1, cancelledBy: by });
  return null;
}

/** The meeting stays as it is, with somebody else: their time is taken, and the other's is free again. */
function give(world: PoolWorld, meeting: Meeting, to: Colleague): string | null {
  if (meeting.state !== 'confirmed') return 'meeting.wrong_state';
  if (to === meeting.stands) return null;
  if (isBusy(world, to, meeting.slot)) return 'handover.not_free';
  meeting.before.push(meeting.stands);
  Object.assign(meeting, { stands: to, version: meeting.version + 1 });
  world.requests[meeting.request]!.stands = to;
  return null;
}

function engage(world: PoolWorld, { who, slot }: { who: Who; slot: number }): string | null {
  const { elsewhere, requests } = world;
  if (elsewhere[who].includes(slot)) return null;
  const third = everybody.some((one) => elsewhere[one].includes(slot));
  if (third || (who === 'ada' ? isBusy(world, who, slot) : isPoolBusy(world, slot))) return taken;
  const promised = requests.some(
    ({ turn, slots, stands }) =>
      turn !== null && slots.includes(slot) && (who === 'ada' ? turn === 'pool' : turn === 'ada' && stands === who),
  );
  if (promised && world.promises) return 'block.not_instant';
  elsewhere[who === 'ada' ? who : comes(world, who, slot)].push(slot);
  return null;
}

/** What can be seen of it. */
export function poolSeen({ requests, meetings, elsewhere }: PoolWorld) {
  return {
    requests: requests.map(({ state, turn, version, slots, stands, voices }) => ({
      ...{ state: state as string, turn: turn as string | null, version, slots, stands: stands as string },
      voices: voices.map(([by, inPlaceOf]) => `${by} for ${inPlaceOf}`),
    })),
    meetings: meetings.map(({ state, slot, version, stands }) => ({
      ...{ state: state as string, slot, version },
      expecting: state === 'confirmed' ? ['ada', stands as string].sort() : [],
    })),
    elsewhere: Object.fromEntries(everybody.map((who) => [who as string, elsewhere[who].toSorted()])),
  };
}
