import type { Board } from '../board/board.ts';

/** The meetings of a plan that can stay as they are, and what it costs, in weight, to give one another slot or other people. */
export class Standing {
  private readonly board: Board;
  private readonly cost: number;
  private readonly slotOf: Int16Array;
  private readonly chosen: readonly (readonly number[] | null)[];
  private readonly departed: Uint8Array;

  /** As they are on the board now. */
  constructor(board: Board, cost: number) {
    this.board = board;
    this.cost = cost;
    this.slotOf = board.slotOf.slice();
    this.chosen = [...board.chosen];
    this.departed = new Uint8Array(board.slotOf.length);
  }

  /** Least that it costs to push these out of their places. */
  costOf(meetings: readonly number[]): number {
    let cost = 0;
    for (const one of meetings) if (this.slotOf[one]! >= 0 && this.departed[one] === 0) cost += this.cost;
    return cost;
  }

  /** Cost of what has departed since the mark, less that of what has come back. */
  costSince(mark: number): number {
    let cost = 0;
    for (const one of new Set(this.board.touchedSince(mark))) {
      if (this.slotOf[one]! < 0 || this.isAway(one) === (this.departed[one] === 1)) continue;
      cost += this.departed[one] === 1 ? -this.cost : this.cost;
    }
    return cost;
  }

  /** What was done since the mark stays so. */
  keepSince(mark: number): void {
    for (const one of this.board.touchedSince(mark))
      if (this.slotOf[one]! >= 0) this.departed[one] = this.isAway(one) ? 1 : 0;
  }

  private isAway(one: number): boolean {
    const { board } = this;
    if (board.slotOf[one] !== this.slotOf[one]) return true;
    const [before, now] = [this.chosen[one] ?? [], board.chosen[one] ?? []];
    return before.length !== now.length || before.some((actor, at) => actor !== now[at]);
  }
}
