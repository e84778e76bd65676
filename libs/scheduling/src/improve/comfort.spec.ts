import { describe, expect, it } from '@jest/globals';
import { scheduledEvent } from '@musubi/testing/scheduling';
import { audit } from '../audit/audit.ts';
import { Board } from '../board/board.ts';
import { planOf } from '../board/plan-of.ts';
import { compile } from '../model/compile.ts';
import { placeGreedily } from '../place/greedy.ts';
import { emptyProblem, type Plan, type Problem } from '../problem/problem.ts';
import { solve } from '../solve/solve.ts';
import { Burden, troubleOf } from './burden.ts';
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

  it('shares what is early for one side and late for the other between the sides', () => {
    const problem = evening(10);
    for (const seed of [1, 2, 3]) {
      const { meetings } = run(problem, seed);
      expect([0, 1].map((slot) => meetings.filter((one) => one.slot === slot).length)).toEqual([5, 5]);
    }
  });

  it('counts what one person bears alone for more than what two share', () => {
    expect([30, 60, 120].map(troubleOf)).toEqual([30, 60, 240]);
    const board = new Board(compile(evening(2)));
    board.place(0, 0);
    board.place(1, 1);
    const shared = new Burden(board).cost;
    board.remove(1);
    board.place(1, 0);
    expect(shared).toBe(new Burden(board).cost / 2);
  });
});

/** As many pairs as said of a European and a Japanese person; one slot is unsocial for the one side, one for the other. */
const evening = (pairs: number): Problem => {
  const names = Array.from({ length: pairs }, (_, at) => at);
  const person = (side: string, zone: string) => (at: number) => ({
    ...{ id: `${side}${at}`, organisationId: `${side}${at}`, free: [0, 1], zone },
    ...{ maximum: null, perDay: null, gapMinutes: 0 },
  });
  return {
    ...emptyProblem,
    slots: [0, 1].map((at) => ({ startsAt: at * 600, endsAt: at * 600 + 25, day: at, rooms: null })),
    people: [...names.map(person('eu', 'Europe/Brussels')), ...names.map(person('jp', 'Asia/Tokyo'))],
    wishes: names.map((at) => ({
      ...{ id: `w${at}`, weight: 10, slots: null, interpreting: null },
      sides: ['eu', 'jp'].map((side) => ({ organisationId: `${side}${at}`, people: [`${side}${at}`], need: 'all' })),
    })),
    unsocialMinutes: { 'Europe/Brussels': [30, 0], 'Asia/Tokyo': [0, 30] },
  };
};

const run = (problem: Problem, seed: number): Plan => {
  const search = solve(problem, { seed });
  while (!search.done) search.step();
  return search.best()!;
};

const ids = (board: Board): string[] =>
  planOf(board)
    .meetings.map(({ wishId }) => wishId)
    .sort();

/** The trouble of whoever has most. */
const worst = (board: Board, people: readonly number[]): number =>
  Math.max(...people.map((one) => discomfort(board, [one])));
