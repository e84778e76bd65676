import { anybody } from '../board/assignment.ts';
import type { Board } from '../board/board.ts';
import { countBits } from '../model/bits.ts';
import type { Selected } from '../select/selection.ts';
import { WaitingInterpreted } from './waiting-interpreted.ts';

/**
 * Gives slots to the wishes, those with the fewest open slots first, each the slot that its people's other waiting wishes can spare most
 * easily. A wish whose last slot goes is left out. Buckets by number of open slots with stale entries skipped:
 * O(wishes × degree × slots / 32) for the order, the same times slots for the choice of slots.
 */
export class ScarcityPlacement {
  private readonly board: Board;
  private readonly waiting: Uint8Array;
  /** Per waiting wish: its open slots, kept in step with the board, and how many they are. */
  private readonly openSlots: Uint32Array;
  private readonly openCount: Int16Array;
  private readonly buckets: number[][];
  private lowest = 0;
  private readonly scores: Float64Array;
  private readonly demand: Float64Array;
  private readonly interpreted: WaitingInterpreted;

  constructor(board: Board, { wishes, chosen }: Selected) {
    const { model } = board;
    this.board = board;
    this.waiting = new Uint8Array(model.wishes);
    this.openSlots = new Uint32Array(model.wishes * model.words);
    this.openCount = new Int16Array(model.wishes);
    this.buckets = Array.from({ length: model.slots + 1 }, () => []);
    this.scores = new Float64Array(model.slots);
    this.demand = new Float64Array(model.slots + 32);
    this.interpreted = new WaitingInterpreted(board);
    for (const wish of wishes) {
      if (board.slotOf[wish]! >= 0) continue;
      this.waiting[wish] = 1;
      const own = chosen.get(wish);
      if (own) board.named[wish] = this.nameOnly(own);
      this.await(wish, 1);
      this.lookAnew(wish);
      this.enqueue(wish);
      this.interpreted.add(wish);
    }
  }

  /** Places at most so many; true when none is waiting any more. */
  step(count: number): boolean {
    while (count-- > 0) {
      const wish = this.next();
      if (wish < 0) {
        this.unname();
        return true;
      }
      this.waiting[wish] = 0;
      this.await(wish, -1);
      const slot = this.slotFor(wish);
      if (slot < 0) continue;
      this.board.place(wish, slot);
      this.refresh(wish);
    }
    return false;
  }

  /** Interpreters are alike: any of them will do. */
  private nameOnly(chosen: readonly number[]): number[] {
    return chosen.map((actor) => (actor < this.board.model.people ? actor : anybody));
  }

  /** From here on whoever can. */
  private unname(): void {
    const { named, model } = this.board;
    for (let wish = 0; wish < named.length; wish++) named[wish] = model.named.get(wish) ?? null;
  }

  private await(wish: number, by: number): void {
    const { need, needStart } = this.board.model;
    for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) this.board.awaited[need[at]!]! += by;
    for (const actor of this.board.named[wish] ?? []) if (actor >= 0) this.board.awaited[actor]! += by;
  }

  private lookAnew(wish: number): void {
    const { words } = this.board.model;
    this.openSlots.set(this.board.openSlots(wish), wish * words);
  }

  private enqueue(wish: number): void {
    const open = this.countOpen(wish);
    this.openCount[wish] = open;
    this.buckets[open]!.push(wish);
    if (open < this.lowest) this.lowest = open;
  }

  private countOpen(wish: number): number {
    const { words } = this.board.model;
    return countBits(this.openSlots, wish * words, words);
  }

  private next(): number {
    while (this.lowest < this.buckets.length) {
      const wish = this.buckets[this.lowest]!.pop();
      if (wish === undefined) this.lowest++;
      else if (this.waiting[wish] === 1 && this.openCount[wish] === this.lowest) return wish;
    }
    return -1;
  }

  /** The waiting wishes of everybody in the placed one have fewer open slots now. */
  private refresh(placed: number): void {
    const { wishStart, wishesOf, people } = this.board.model;
    let interpreted = false;
    for (const actor of this.actorsOf(placed)) {
      if (actor >= people) interpreted = true;
      else
        for (let at = wishStart[actor]!; at < wishStart[actor + 1]!; at++) {
          const wish = wishesOf[at]!;
          if (this.waiting[wish] === 0) continue;
          this.narrow(wish, actor);
          this.requeue(wish);
        }
    }
    if (!interpreted) return;
    for (const wish of this.interpreted.narrowed()) {
      if (this.waiting[wish] === 0) continue;
      this.lookAnew(wish);
      this.requeue(wish);
    }
  }

  private requeue(wish: number): void {
    if (this.countOpen(wish) !== this.openCount[wish]) this.enqueue(wish);
  }

  /** Takes out what is no longer open to the person. Where the wish has a choice, others may do. */
  private narrow(wish: number, person: number): void {
    const { open, count, model } = this.board;
    if (model.choices[wish] !== null) return this.lookAnew(wish);
    const { words, maximum } = model;
    const full = count[person]! >= maximum[person]!;
    for (let word = 0; word < words; word++)
      this.openSlots[wish * words + word]! &= full ? 0 : open[person * words + word]!;
  }

  /** Those whom the wish needs, and whom it has, or is to have, of its choices. */
  private actorsOf(wish: number): number[] {
    const { need, needStart } = this.board.model;
    const actors = (this.board.chosen[wish] ?? this.board.named[wish] ?? []).filter((actor) => actor !== anybody);
    for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) actors.push(need[at]!);
    return actors;
  }

  /**
   * Of the slots that fit the one that costs least: every open slot that it would close for one of its people counts by the waiting
   * wishes of that person that could use it, each by how few slots it has left. -1 when none fits.
   */
  private slotFor(wish: number): number {
    const { board, scores, demand } = this;
    const { model } = board;
    scores.fill(0);
    for (const actor of this.actorsOf(wish)) {
      this.measureDemand(actor);
      const clashes = model.clashes[model.clashKind[actor]!]!;
      for (let slot = 0; slot < model.slots; slot++)
        for (const closed of clashes[slot]!)
          if ((board.open[actor * model.words + (closed >>> 5)]! >>> (closed & 31)) & 1)
            scores[slot]! += demand[closed]! + 1e-3;
    }
    const set = board.openSlots(wish).slice();
    let best = -1;
    for (let slot = 0; slot < model.slots; slot++) {
      if (((set[slot >>> 5]! >>> (slot & 31)) & 1) === 0 || !board.fits(wish, slot)) continue;
      scores[slot]! += unsocialOf(board, wish, slot) / 1e6 + promisesOf(board, wish, slot) / 1e3;
      if (best < 0 || scores[slot]! < scores[best]!) best = slot;
    }
    return best;
  }

  private measureDemand(actor: number): void {
    const { demand, openSlots } = this;
    const { wishStart, wishesOf, words } = this.board.model;
    demand.fill(0);
    for (let at = wishStart[actor]!; at < wishStart[actor + 1]!; at++) {
      const wish = wishesOf[at]!;
      if (this.waiting[wish] === 0) continue;
      const urgency = 1 / Math.max(1, this.openCount[wish]!);
      for (let word = 0; word < words; word++)
        for (let bits = openSlots[wish * words + word]!; bits !== 0; bits &= bits - 1)
          demand[(word << 5) + 31 - Math.clz32(bits & -bits)]! += urgency;
    }
  }
}

/** Minutes outside decent hours that the slot costs those whom the wish needs. */
export function unsocialOf({ model }: Board, wish: number, slot: number): number {
  const { unsocial, need, needStart, slots } = model;
  if (unsocial === null) return 0;
  let sum = 0;
  for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) sum += unsocial[need[at]! * slots + slot]!;
  return sum;
}

/** How many of those whom the wish needs have promised the slot elsewhere. */
function promisesOf({ model }: Board, wish: number, slot: number): number {
  const { promised, need, needStart, slots } = model;
  if (promised === null) return 0;
  let sum = 0;
  for (let at = needStart[wish]!; at < needStart[wish + 1]!; at++) sum += promised[need[at]! * slots + slot]!;
  return sum;
}
