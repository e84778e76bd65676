/** A period in which meetings can be held. Slots are named by their position in the problem, in order of their start. */
export interface Slot {
  /** Minutes since any common origin. */
  readonly startsAt: number;
  /** Minutes since the same origin, after the start. */
  readonly endsAt: number;
  /** Day for maxima per day; any number, the same for slots of one day. */
  readonly day: number;
  /** Meetings that can be held at the same time; `null` where nothing limits them. */
  readonly rooms: number | null;
}

/** Somebody who meets others. */
export interface Person {
  readonly id: string;
  readonly organisationId: string;
  /** Positions of the slots in which the person can meet: sessions, speaking slots and other commitments taken out. */
  readonly free: readonly number[];
  /** At most so many meetings; `null` for no limit. */
  readonly maximum: number | null;
  /** At most so many meetings a day; `null` for no limit. */
  readonly perDay: number | null;
  /** Minutes between the end of one meeting and the start of the next, at least. */
  readonly gapMinutes: number;
  /** Key into `unsocialMinutes` of the problem; `null` when every slot suits alike. */
  readonly zone: string | null;
  /** Positions of slots that the person has promised elsewhere without an answer yet: taken where no other slot would do. */
  readonly promised?: readonly number[];
}

/** Somebody who makes meetings without a common language possible. */
export interface Interpreter {
  readonly id: string;
  /** Pairs of languages as the wishes name them, `en-ja`. */
  readonly pairs: readonly string[];
  readonly free: readonly number[];
  readonly maximum: number | null;
  readonly perDay: number | null;
  /** After so many meetings in a row a rest is due; a row is broken by a pause of at least so many minutes. `null` for none. */
  readonly rest: { readonly afterMeetings: number; readonly minutes: number } | null;
}

/** One party to a meeting: an organisation with one, any one or all of its representatives. */
export interface Side {
  readonly organisationId: string;
  readonly people: readonly string[];
  /** Whether all of them are needed, or one of them, whoever can. */
  readonly need: 'all' | 'one';
}

/** A meeting that somebody wants to be held. */
export interface Wish {
  readonly id: string;
  /** Two or more. */
  readonly sides: readonly Side[];
  /** What holding it is worth; a whole number from 0, which is held only where it is fixed. See `weightOf`. */
  readonly weight: number;
  /** Positions of the slots in which it may be held; `null` for any. */
  readonly slots: readonly number[] | null;
  /**
   * Pairs of languages, any of which an interpreter would have to know; where there is none, the first is asked for. `null` where the
   * sides have a common language.
   */
  readonly interpreting: readonly string[] | null;
}

/** A meeting that stands: confirmed before, or locked by the organiser. */
export interface FixedMeeting {
  readonly wishId: string;
  readonly slot: number;
  /** Who takes part of the sides that need one; left out, the solver chooses. */
  readonly people?: readonly string[];
  readonly interpreterId?: string;
}

/**
 * What is wanted of a plan. `weight`: as much weight of wishes as possible, not necessarily all of them. `idle`: every wish is held,
 * and the idle periods of people, each a run of slots without a meeting between two of their meetings, are as few as possible; no two
 * people differ by more than `spread` in their number.
 */
export type Goal = { readonly kind: 'weight' } | { readonly kind: 'idle'; readonly spread: number | null };

/** A whole event to be planned. Plain data: it can be sent to a worker thread, stored, and compared. */
export interface Problem {
  readonly goal: Goal;
  readonly slots: readonly Slot[];
  readonly people: readonly Person[];
  readonly interpreters: readonly Interpreter[];
  readonly wishes: readonly Wish[];
  readonly fixed: readonly FixedMeeting[];
  /** Wish ids: where both are held, the first one ends before the second one starts. */
  readonly precedences: readonly (readonly [before: string, after: string])[];
  /** Pairs of organisations that meet at most once, whoever represents them. */
  readonly pairsOnce: readonly (readonly [string, string])[];
  /** Pairs of organisations of which one wants no meeting with the other: never held. */
  readonly noThanks: readonly (readonly [string, string])[];
  /** By zone, how many minutes of each slot lie outside decent hours there. */
  readonly unsocialMinutes: Readonly<Record<string, readonly number[]>>;
}

/** What the scheduler answers for a wish that is held. */
export interface PlannedMeeting {
  readonly wishId: string;
  readonly slot: number;
  /** Everybody who takes part, in the order of the sides. */
  readonly people: readonly string[];
  readonly interpreterId: string | null;
}

/** Meetings in order of slot, then of wish id. */
export interface Plan {
  readonly meetings: readonly PlannedMeeting[];
}

/** A problem with nothing in it, to build on. */
export const emptyProblem: Problem = {
  goal: { kind: 'weight' },
  slots: [],
  people: [],
  interpreters: [],
  wishes: [],
  fixed: [],
  precedences: [],
  pairsOnce: [],
  noThanks: [],
  unsocialMinutes: {},
};
