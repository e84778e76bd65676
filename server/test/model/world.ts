// For specs alone: what the life cycle is about, as people see it. Nothing here knows the server's rules.

/** Two people who may meet. */
export type Person = 'ada' | 'bo';
export const people = ['ada', 'bo'] as const satisfies readonly Person[];
export const other = (person: Person): Person => (person === 'ada' ? 'bo' : 'ada');

/** Of other organisations, whom one of the two brings. */
export type GuestName = 'cem' | 'dov';
export const guestNames = ['cem', 'dov'] as const satisfies readonly GuestName[];
export type Somebody = Person | GuestName;

export type RequestState =
  'requested' | 'countered' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'unavailable';

export interface Guest {
  who: GuestName;
  /** Without whoever is required nothing is booked. */
  part: 'required' | 'optional';
  state: 'invited' | 'accepted' | 'declined' | 'withdrawn' | 'expired';
}

export interface Asking {
  asker: Person;
  state: RequestState;
  turn: Person | null;
  version: number;
  slots: number[];
  endedBy: Person | null;
  /** For which slot it was accepted, or moved to since. */
  accepted: number | null;
  /** In the order in which they were invited. */
  guests: Guest[];
  /** Versions that an assistant made. */
  through: number[];
}

export interface Meeting {
  state: 'confirmed' | 'cancelled';
  slot: number;
  version: number;
  asker: Person;
  cancelledBy: Person | null;
  /** Which of the requests it came of. */
  request: number;
  /** Guests with a seat, or who had one when it was cancelled. */
  seated: GuestName[];
  /** Whether an assistant called it off. */
  through: boolean;
}

export interface World {
  /** The newest is the one that is answered, cancelled, moved. */
  requests: Asking[];
  meetings: Meeting[];
  /** Requests to move the newest meeting. */
  moves: Asking[];
  /** Who has blocked the other. */
  blocks: Person[];
  /** Which guest has blocked which of the two. */
  shuns: { by: GuestName; whom: Person }[];
  left: Somebody[];
  /** Whether somebody acts for Ada. */
  assisted: boolean;
  /** What somebody has proposed and waits for is not taken from under them: advice, which two at once may miss. */
  promises: boolean;
  /** Times in which they meet somebody else. */
  elsewhere: Record<Somebody, number[]>;
}

export const asked = (asker: Person, slots: number[]): Asking => ({
  ...{ asker, state: 'requested', turn: other(asker), version: 1, slots },
  ...{ endedBy: null, accepted: null, guests: [], through: [] },
});

/** Ada has asked Bo for these times. */
export const newWorld = (slots: number[]): World => ({
  requests: [asked('ada', slots)],
  ...{ meetings: [], moves: [], blocks: [], shuns: [], left: [], assisted: true, promises: true },
  elsewhere: { ada: [], bo: [], cem: [], dov: [] },
});

export const isOpen = (request: Asking | undefined): request is Asking =>
  request !== undefined && request.turn !== null;
export const opens = ({ requests, moves }: World): Asking[] => [...requests, ...moves].filter(isOpen);

export const isBusy = ({ meetings, elsewhere }: World, who: Somebody, slot: number): boolean =>
  elsewhere[who].includes(slot) ||
  meetings.some(
    (one) =>
      one.state === 'confirmed' && one.slot === slot && (who === 'ada' || who === 'bo' || one.seated.includes(who)),
  );
export const areBusy = (world: World, slot: number, besides: readonly GuestName[] = []): boolean =>
  [...people, ...besides].some((person) => isBusy(world, person, slot));
