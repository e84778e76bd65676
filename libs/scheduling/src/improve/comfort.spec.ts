import { describe, expect, it } from '@jest/globals';
import { scheduledEvent } from '@musubi/testing/scheduling';
import { audit } from '../audit/audit.ts';
import { Board } from '../board/board.ts';
import { planOf } from '../board/plan-of.ts';
import { compile } from '../model/compile.ts';
import { placeGreedily } from '../place/greedy.ts';
import { discomfort, makeComfortable } from './comfort.ts';

describe('comfort', () => {
  it('leaves fewer idle periods and shares unsocial minutes, and holds the same meetings', () => {
    for (const seed of [1, 2, 3]) {
      const problem = scheduledEvent(`comfort ${seed}`, { people: 60, wishes: 250, slots: 24, fixed: 0.05 });
      const board = new Board(compile(problem));
      for (const _ of placeGreedily(board, 100)) expect(board.held).toBeGreaterThan(0);
      const all = [...problem.people.keys()];
      const before = { ids: ids(board), trouble: discomfort(board, all), worst: worst(board, all) };
      for (let wish = 0; wish >= 0;) wish = makeComfortable(board, wish, 50);
      expect(ids(board)).toEqual(before.ids);
      expect(audit({ ...problem, fixed: [] }, planOf(board))).toEqual([]);
      expect(discomfort(board, all)).toBeLessThan(0.85 * before.trouble);
      expect(worst(board, all)).toBeLessThanOrEqual(before.worst);
    }
  });
});

const ids = (board: Board): string[] =>
  planOf(board)
    .meetings.map(({ wishId }) => wishId)
    .sort();

/** The trouble of whoever has most. */
const worst = (board: Board, people: readonly number[]): number =>
  Math.max(...people.map((one) => discomfort(board, [one])));
