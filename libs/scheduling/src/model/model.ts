import type { Problem } from '../problem/problem.ts';

/**
 * A problem with numbers for names, laid out for speed. Interpreters stand behind the people as "actors"; needing one is needing one
 * of a choice of actors, just as an organisation that sends one of several representatives.
 */
export interface Model {
  readonly problem: Problem;
  readonly slots: number;
  /** Words of a slot set. */
  readonly words: number;
  readonly people: number;
  /** People, then interpreters. */
  readonly actors: number;
  readonly wishes: number;
  readonly days: number;

  /** Per actor: slot set of availability. */
  readonly free: Uint32Array;
  /** Per actor: most meetings in all and a day. */
  readonly maximum: Int32Array;
  readonly perDay: Int32Array;
  /** Per actor: which table of clashes is theirs. */
  readonly clashKind: Uint16Array;
  /** Per kind, per slot: the slots that it excludes, itself among them. */
  readonly clashes: readonly (readonly (readonly number[])[])[];
  /** Per actor: whether rows of meetings are limited. */
  readonly rests: Uint8Array;
  /** Per person: number of their organisation. */
  readonly organisationOf: Int32Array;
  readonly organisations: number;
  readonly dayOf: Int32Array;
  /** Slots in order of their start, and each slot's place in that order. */
  readonly byStart: Int32Array;
  readonly placeOf: Int32Array;
  readonly rooms: Int32Array;

  /** Number of each wish by its id. */
  readonly wishNumber: ReadonlyMap<string, number>;
  readonly weight: Float64Array;
  /** Actors that every wish needs: those of wish w from `needStart[w]` to `needStart[w + 1]`. */
  readonly needStart: Int32Array;
  readonly need: Int32Array;
  /** Per wish: choices of one actor each, sides first, the interpreter last; `null` for none. */
  readonly choices: readonly (readonly Int32Array[] | null)[];
  /** Per wish: slot set in which it could be held if nothing else were. Empty for a refused one. */
  readonly possible: Uint32Array;
  /** Per wish: numbers of the pairs that meet once; `null` for none. */
  readonly pairs: readonly (readonly number[] | null)[];
  readonly pairCount: number;
  /** Per wish: those that must end before it, and those that must start after it. */
  readonly before: readonly (readonly number[] | null)[];
  readonly after: readonly (readonly number[] | null)[];
  /** Per wish: its fixed slot, or -1. */
  readonly fixedSlot: Int32Array;
  /** Per fixed wish with choices: who must be chosen, by choice; -1 for anybody. */
  readonly named: ReadonlyMap<number, readonly number[]>;
  /** Wishes that each actor may take part in, needed or by choice: from `wishStart[a]` to `wishStart[a + 1]`. */
  readonly wishStart: Int32Array;
  readonly wishesOf: Int32Array;
  /** Per actor: minutes outside decent hours of each slot, `actor * slots + slot`; `null` when nobody has any. */
  readonly unsocial: Float64Array | null;
  /** Per actor: slots promised elsewhere, 1 at `actor * slots + slot`; `null` when nobody has any. */
  readonly promised: Uint8Array | null;
}

/** No limit: more than there can ever be. */
export const unlimited = 0x3fffffff;
