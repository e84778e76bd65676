import type { Board } from '../board/board.ts';

/**
 * Wishes that wait, by the interpreters who would do for them. Such a wish has fewer open slots once the last of them is taken in a
 * slot, not whenever one of them is: a group is looked at again only then.
 */
export class WaitingInterpreted {
  private readonly board: Board;
  private readonly groups = new Map<Int32Array, { readonly wishes: number[]; readonly open: Uint32Array }>();

  constructor(board: Board) {
    this.board = board;
  }

  add(wish: number): void {
    const { choices, people } = this.board.model;
    for (const choice of choices[wish] ?? []) {
      if (choice.length === 0 || choice[0]! < people) continue;
      let group = this.groups.get(choice);
      if (!group) this.groups.set(choice, (group = { wishes: [], open: this.board.openToAny(choice).slice() }));
      group.wishes.push(wish);
    }
  }

  /** Those whose interpreters are all taken in a slot in which one was open when this was asked last. */
  *narrowed(): Generator<number, void> {
    for (const [choice, { wishes, open }] of this.groups) {
      const now = this.board.openToAny(choice);
      if (open.every((word, at) => word === now[at])) continue;
      open.set(now);
      yield* wishes;
    }
  }
}
