import { bitsOf, clearBit, setBit } from '../model/bits.ts';
import type { Model } from '../model/model.ts';
import { anybody, assign } from './assignment.ts';
import { OpenToInterpreters } from './open-to-interpreters.ts';
import { restedWith } from './rest.ts';

/**
 * A plan being made: who is where, and what is still open to whom. Every move keeps it legal; moves are journalled, so that a search
 * can try and take back. Placing and removing cost O(participants × clashing slots).
 */
export class Board {
  readonly model: Model;
  /** Per wish: the slot in which it is held, or -1. */
  readonly slotOf: Int16Array;
  /** Per actor and slot: the wish that is held there with them, or -1. */
  readonly at: Int32Array;
  /** Per actor: slot set still open: free and clashing with none of their meetings. */
  readonly open: Uint32Array;
  /** Per actor: meetings in all; and by day. */
  readonly count: Int32Array;
  readonly dayCount: Int32Array;
  readonly roomsLeft: Int32Array;
  /** Per pair that meets once: the wish that is held, or -1. */
  readonly pairUsed: Int32Array;
  /** Per wish with choices: the chosen actors while it is held. */
  readonly chosen: (readonly number[] | null)[];
  /** Per actor: wishes that wait for a slot and need them by name; a placement keeps it. */
  readonly awaited: Int32Array;
  /** Per wish with choices: the only ones who may be chosen, or `anybody`; `null` for anybody everywhere. */
  readonly named: (readonly number[] | null)[];
  /** Weight of all meetings held. */
  weight = 0;
  /** Meetings held. */
  held = 0;
  /** People, and organisations, that have at least one meeting. */
  served = 0;
  servedOrganisations = 0;
  private readonly byOrganisation: Int32Array;
  /** Moves made: place is `wish`, remove is `-1 - wish`, each with the slot. */
  private readonly journal: number[] = [];
  private readonly undone: (readonly number[] | null)[] = [];
  private readonly blocks: Uint8Array;
  private readonly scratch: Uint32Array;
  private readonly some: Uint32Array;
  private readonly interpreted: OpenToInterpreters;

  constructor(model: Model) {
    this.model = model;
    const { wishes, actors, slots, days, pairCount } = model;
    this.slotOf = new Int16Array(wishes).fill(-1);
    this.at = new Int32Array(actors * slots).fill(-1);
    this.open = model.free.slice();
    this.count = new Int32Array(actors);
    this.dayCount = new Int32Array(actors * days);
    this.roomsLeft = model.rooms.slice();
    this.pairUsed = new Int32Array(pairCount).fill(-1);
    this.chosen = new Array<null>(wishes).fill(null);
    this.named = new Array<null>(wishes).fill(null);
    for (const [wish, who] of model.named) this.named[wish] = who;
    this.awaited = new Int32Array(actors);
    this.byOrganisation = new Int32Array(model.organisations);
    this.blocks = new Uint8Array(actors * slots);
    this.scratch = new Uint32Array(model.words);
    this.some = new Uint32Array(model.words);
    this.interpreted = new OpenToInterpreters(model.words, (actor, to) => this.addOpen(actor, to));
  }

  /** Whether the actor could take one more meeting in the slot. */
  available(actor: number, slot: number): boolean {
    const { model } = this;
    return (
      ((this.open[actor * model.words + (slot >>> 5)]! >>> (slot & 31)) & 1) === 1 &&
      this.count[actor]! < model.maximum[actor]! &&
      this.dayCount[actor * model.days + model.dayOf[slot]!]! < model.perDay[actor]! &&
      (model.rests[actor] === 0 || restedWith(this, actor, slot))
    );
  }

  /** Meetings of the person's organisation, each counted for every one of its people who takes part. */
  membersMeeting(person: number): number {
    return this.byOrganisation[this.model.organisationOf[person]!]!;
  }

  /** Meetings that the actor could still take, those waiting for them by name set aside; may be below 0. */
  spare(actor: number): number {
    return this.model.maximum[actor]! - this.count[actor]! - this.awaited[actor]!;
  }

  /** Whether the wish, not held now, can be held in the slot without touching another meeting. */
  fits(wish: number, slot: number): boolean {
    const { model } = this;
    if (((model.possible[wish * model.words + (slot >>> 5)]! >>> (slot & 31)) & 1) === 0) return false;
    if (this.roomsLeft[slot]! <= 0 || !this.relationsAllow(wish, slot)) return false;
    for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++)
      if (!this.available(model.need[at]!, slot)) return false;
    return model.choices[wish] === null || assign(this, wish, slot) !== null;
  }

  /** Whether pairs that meet once and precedences allow it. */
  relationsAllow(wish: number, slot: number): boolean {
    for (const pair of this.model.pairs[wish] ?? []) if (this.pairUsed[pair]! >= 0) return false;
    return this.inOrder(wish, slot);
  }

  /** Whether it would be after all that have to be before it, and before all that have to be after it. */
  inOrder(wish: number, slot: number): boolean {
    const { before, after, problem } = this.model;
    const slots = problem.slots;
    for (const other of before[wish] ?? [])
      if (this.slotOf[other]! >= 0 && slots[this.slotOf[other]!]!.endsAt > slots[slot]!.startsAt) return false;
    for (const other of after[wish] ?? [])
      if (this.slotOf[other]! >= 0 && slots[slot]!.endsAt > slots[this.slotOf[other]!]!.startsAt) return false;
    return true;
  }

  /**
   * Slots that are open to everybody the wish needs and to some of each choice, without looking at rooms, maxima per day, rests and
   * relations: ask `fits` for each. The answer is valid until the next call.
   */
  openSlots(wish: number): Uint32Array {
    const { words, possible, needStart, need, maximum } = this.model;
    const { scratch, open, count } = this;
    for (let word = 0; word < words; word++) scratch[word] = possible[wish * words + word]!;
    for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) {
      const actor = need[at]!;
      if (count[actor]! >= maximum[actor]!) return scratch.fill(0);
      for (let word = 0; word < words; word++) scratch[word]! &= open[actor * words + word]!;
    }
    const choices = this.model.choices[wish];
    if (choices)
      for (let at = 0; at < choices.length; at++) {
        const some = this.openToSome(choices[at]!, this.named[wish]?.[at] ?? anybody);
        for (let word = 0; word < words; word++) scratch[word]! &= some[word]!;
      }
    return scratch;
  }

  /** Slots that are open to some interpreter of the choice. The answer is valid until the next move. */
  openToAny(choice: Int32Array): Uint32Array {
    return this.interpreted.openIn(choice);
  }

  private openToSome(choice: Int32Array, named: number): Uint32Array {
    const { some, model } = this;
    if (named === anybody && choice.length > 0 && choice[0]! >= model.people) return this.openToAny(choice);
    some.fill(0);
    for (const actor of choice) if (named === anybody || named === actor) this.addOpen(actor, some);
    return some;
  }

  private addOpen(actor: number, to: Uint32Array): void {
    const { words, maximum } = this.model;
    if (this.count[actor]! < maximum[actor]!)
      for (let word = 0; word < words; word++) to[word]! |= this.open[actor * words + word]!;
  }

  openCount(wish: number): number {
    const set = this.openSlots(wish);
    let total = 0;
    for (const word of set) total += bitsOf(word);
    return total;
  }

  /** Holds the wish. It must fit. */
  place(wish: number, slot: number, chosen?: readonly number[] | null): void {
    this.journal.push(wish, slot);
    this.undone.push(null);
    this.put(wish, slot, chosen ?? (this.model.choices[wish] === null ? null : assign(this, wish, slot)));
  }

  /** Takes the meeting out of the plan. */
  remove(wish: number): void {
    this.journal.push(-1 - wish, this.slotOf[wish]!);
    this.undone.push(this.chosen[wish]!);
    this.take(wish);
  }

  /** A point to come back to by `rollback`. */
  mark(): number {
    return this.journal.length;
  }

  /** Undoes every move since the mark. */
  rollback(mark: number): void {
    while (this.journal.length > mark) {
      const slot = this.journal.pop()!;
      const move = this.journal.pop()!;
      const chosen = this.undone.pop()!;
      if (move >= 0) this.take(move);
      else this.put(-1 - move, slot, chosen);
    }
  }

  /** Makes what was done final: it can no longer be undone. */
  commit(): void {
    this.journal.length = 0;
    this.undone.length = 0;
  }

  /** Wishes touched since the mark, with repetitions. */
  touchedSince(mark: number): number[] {
    const wishes: number[] = [];
    for (let at = mark; at < this.journal.length; at += 2) {
      const move = this.journal[at]!;
      wishes.push(move >= 0 ? move : -1 - move);
    }
    return wishes;
  }

  /** Whether a meeting that was taken out since the mark is not held now. */
  lostSince(mark: number): boolean {
    for (let at = mark; at < this.journal.length; at += 2)
      if (this.journal[at]! < 0 && this.slotOf[-1 - this.journal[at]!]! < 0) return true;
    return false;
  }

  private put(wish: number, slot: number, chosen: readonly number[] | null): void {
    const { model } = this;
    this.slotOf[wish] = slot;
    this.chosen[wish] = chosen;
    this.roomsLeft[slot]!--;
    this.weight += model.weight[wish]!;
    this.held++;
    for (const pair of model.pairs[wish] ?? []) this.pairUsed[pair] = wish;
    for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++) this.join(model.need[at]!, wish, slot);
    if (chosen !== null) for (const actor of chosen) this.join(actor, wish, slot);
  }

  private take(wish: number): void {
    const { model } = this;
    const slot = this.slotOf[wish]!;
    const chosen = this.chosen[wish]!;
    this.slotOf[wish] = -1;
    this.chosen[wish] = null;
    this.roomsLeft[slot]!++;
    this.weight -= model.weight[wish]!;
    this.held--;
    for (const pair of model.pairs[wish] ?? []) this.pairUsed[pair] = -1;
    for (let at = model.needStart[wish]!; at < model.needStart[wish + 1]!; at++) this.leave(model.need[at]!, slot);
    if (chosen !== null) for (const actor of chosen) this.leave(actor, slot);
  }

  private join(actor: number, wish: number, slot: number): void {
    const { model } = this;
    this.count[actor]!++;
    if (actor < model.people) {
      if (this.count[actor] === 1) this.served++;
      const members = ++this.byOrganisation[model.organisationOf[actor]!]!;
      if (members === 1) this.servedOrganisations++;
    } else this.interpreted.changed();
    this.dayCount[actor * model.days + model.dayOf[slot]!]!++;
    this.at[actor * model.slots + slot] = wish;
    for (const other of model.clashes[model.clashKind[actor]!]![slot]!)
      if (this.blocks[actor * model.slots + other]!++ === 0) clearBit(this.open, actor * model.words, other);
  }

  private leave(actor: number, slot: number): void {
    const { model } = this;
    this.count[actor]!--;
    if (actor < model.people) {
      if (this.count[actor] === 0) this.served--;
      const members = --this.byOrganisation[model.organisationOf[actor]!]!;
      if (members === 0) this.servedOrganisations--;
    } else this.interpreted.changed();
    this.dayCount[actor * model.days + model.dayOf[slot]!]!--;
    this.at[actor * model.slots + slot] = -1;
    for (const other of model.clashes[model.clashKind[actor]!]![slot]!) {
      const place = actor * model.slots + other;
      if (--this.blocks[place]! > 0) continue;
      const word = actor * model.words + (other >>> 5);
      if ((model.free[word]! >>> (other & 31)) & 1) setBit(this.open, actor * model.words, other);
    }
  }
}
