import type { Board } from '../board/board.ts';
import type { Chance } from '../model/chance.ts';
import { blockersOf } from './blockers.ts';

export interface InsertOptions {
  readonly depth: number;
  readonly budget: number;
  readonly slack?: number;
  /** Nothing that is held may be lost, for whatever gain. */
  readonly lossless?: boolean;
}

/** What it costs that meetings leave the places in which they stood. */
export interface Attachment {
  /** Least cost of pushing these out. */
  costOf(meetings: readonly number[]): number;
  /** Cost of what was done since the mark. */
  costSince(mark: number): number;
  /** What was done since the mark stays so. */
  keepSince(mark: number): void;
}

/**
 * Puts wishes into a full plan by ejection chains: what stands in the way is taken out and put elsewhere, which may push out others, a
 * few levels deep (Glover 1996). What finds no place is lost, its people take what they can instead, and the whole is kept only when the
 * plan is worth more than before. So a chain is at once a move of slots and an alternating path of the matching.
 */
export class Ejection {
  private readonly board: Board;
  private readonly chance: Chance;
  /** What giving a meeting up costs, to choose among several: its weight, or its rest at good prices. */
  private readonly worth: Float64Array;
  /** What it is worth that one more organisation, and one more person, has a meeting at all. */
  private readonly bonus: number;
  private readonly attachment: Attachment | null;
  /** Steps taken so far, the unit of the iteration budget. */
  steps = 0;
  private budget = 0;

  constructor(board: Board, worth: Float64Array, bonus: number, chance: Chance, attachment: Attachment | null = null) {
    this.board = board;
    this.worth = worth;
    this.bonus = bonus;
    this.chance = chance;
    this.attachment = attachment;
  }

  value(): number {
    return this.board.weight + this.bonus * (this.board.served + this.board.servedOrganisations);
  }

  /**
   * Tries to hold the wish; true when it is held and the plan is worth more than before less `slack`. At most about `budget` steps of
   * work, with pushed-out meetings pushing out others `depth` levels deep.
   */
  insert(wish: number, { depth, budget, slack = 0, lossless = false }: InsertOptions): boolean {
    const { board, attachment } = this;
    this.budget = this.steps + budget;
    if (this.direct(wish)) {
      board.commit();
      return true;
    }
    const before = this.value();
    for (const { slot, blockers } of this.options(wish)) {
      if (this.steps > this.budget) return false;
      const mark = board.mark();
      if (this.force(wish, slot, blockers, depth - 1)) {
        this.refill(board.touchedSince(mark), wish);
        const cost = attachment?.costSince(mark) ?? 0;
        if (this.value() - cost > before - slack && !(lossless && board.lostSince(mark))) {
          attachment?.keepSince(mark);
          board.commit();
          return true;
        }
      }
      board.rollback(mark);
    }
    return false;
  }

  /** Holds the wish where it touches nothing. */
  direct(wish: number): boolean {
    const { board } = this;
    const set = board.openSlots(wish);
    const start = this.chance(board.model.slots);
    const count = board.model.slots;
    this.steps++;
    for (let n = 0; n < count; n++) {
      const slot = start + n < count ? start + n : start + n - count;
      if (((set[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      if (!board.fits(wish, slot)) continue;
      board.place(wish, slot);
      return true;
    }
    return false;
  }

  /** Holds the wish in the slot, pushes out what is in the way and finds new places for that as far as there are any. */
  private force(wish: number, slot: number, blockers: readonly number[], depth: number): boolean {
    const { board } = this;
    for (const one of blockers) board.remove(one);
    if (!board.fits(wish, slot)) return false;
    board.place(wish, slot);
    for (const one of [...blockers].sort((a, b) => this.worth[b]! - this.worth[a]! || a - b)) {
      if (board.slotOf[one]! >= 0 || this.direct(one)) continue;
      if (depth > 0) this.resettle(one, wish, depth);
    }
    return true;
  }

  /** Puts a pushed-out meeting where what it pushes out in turn is worth less; the meetings of `keep` stay. */
  private resettle(wish: number, keep: number, depth: number): void {
    const { board } = this;
    const before = this.value();
    for (const { slot, blockers } of this.options(wish)) {
      if (this.steps > this.budget) return;
      if (blockers.includes(keep)) continue;
      const mark = board.mark();
      if (this.force(wish, slot, blockers, depth - 1) && board.slotOf[keep]! >= 0 && this.value() > before) return;
      board.rollback(mark);
    }
  }

  /** Slots in which the wish could be held, those first that cost least, with what stands in the way there. */
  private options(wish: number): { slot: number; blockers: readonly number[] }[] {
    const { board, worth, attachment } = this;
    const options: { slot: number; blockers: readonly number[]; cost: number }[] = [];
    const start = this.chance(board.model.slots);
    for (let n = 0; n < board.model.slots; n++) {
      const slot = (start + n) % board.model.slots;
      const blockers = blockersOf(board, wish, slot, worth);
      if (blockers === null) continue;
      let cost = attachment?.costOf(blockers) ?? 0;
      // No chain that begins like this could be worth it.
      if (cost > board.model.weight[wish]!) continue;
      for (const one of blockers) cost += board.openCount(one) > 0 ? 1 : Math.max(1, worth[one]!) * 0.5 + 2;
      options.push({ slot, blockers, cost });
    }
    this.steps += 4;
    return options.sort((a, b) => a.cost - b.cost).slice(0, 6);
  }

  /** People of meetings that were lost take what they can. */
  private refill(touched: readonly number[], inserted: number): void {
    const { board } = this;
    const { model } = board;
    for (const lost of new Set(touched)) {
      if (board.slotOf[lost]! >= 0 || lost === inserted) continue;
      for (let at = model.needStart[lost]!; at < model.needStart[lost + 1]!; at++) this.refillActor(model.need[at]!);
    }
  }

  private refillActor(actor: number): void {
    const { board } = this;
    const { model } = board;
    if (board.count[actor]! >= model.maximum[actor]!) return;
    for (let at = model.wishStart[actor]!; at < model.wishStart[actor + 1]!; at++) {
      const wish = this.byWeight(at);
      if (model.weight[wish] === 0) break;
      if (board.slotOf[wish]! < 0 && board.openCount(wish) > 0) this.direct(wish);
      if (board.count[actor]! >= model.maximum[actor]!) return;
    }
  }

  private sorted: Int32Array | null = null;

  /** Wishes of the actors, each actor's heaviest first. */
  private byWeight(at: number): number {
    if (this.sorted === null) {
      const { wishStart, wishesOf, weight, actors } = this.board.model;
      this.sorted = wishesOf.slice();
      for (let actor = 0; actor < actors; actor++)
        this.sorted.subarray(wishStart[actor]!, wishStart[actor + 1]!).sort((a, b) => weight[b]! - weight[a]! || a - b);
    }
    return this.sorted[at]!;
  }
}
