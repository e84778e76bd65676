import { describe, expect, it } from '@jest/globals';
import type { ParticipantCard } from '@musubi/contracts';
import { emptyProblem, type Plan, type Problem } from '@musubi/scheduling';
import { regionCells, withoutStanding } from './figures.rules.js';

const regions: Record<string, string> = { a: 'DE1', b: 'FR1', c: 'JP-27', d: 'JP-27' };
const cards = new Map(
  Object.entries(regions).map(([id, regionCode]) => [id, { organisation: { regionCode } } as ParticipantCard]),
);
const wish = (...people: string[]): Problem['wishes'][number] => ({
  id: people.join(''),
  sides: people.map((id) => ({ organisationId: id, people: [id], need: 'all' })),
  ...{ weight: 1, slots: null, interpreting: null },
});
const problem: Problem = { ...emptyProblem, wishes: [wish('a', 'c'), wish('a', 'b', 'c'), wish('a', 'c', 'd')] };
const plan: Plan = {
  meetings: ['ac', 'abc'].map((wishId, slot) => ({ wishId, slot, people: [...wishId], interpreterId: null })),
};

describe('how much regions meet', () => {
  it('counts every two sides of a meeting, each pair of regions once', () => {
    expect(regionCells({ problem, plan, cards })).toEqual([
      { one: 'DE1', other: 'FR1', meetings: 1, wishes: 1 },
      { one: 'DE1', other: 'JP-27', meetings: 2, wishes: 3 },
      { one: 'FR1', other: 'JP-27', meetings: 1, wishes: 1 },
      { one: 'JP-27', other: 'JP-27', meetings: 0, wishes: 1 },
    ]);
  });

  it('leaves out what only stands', () => {
    expect(regionCells(withoutStanding({ problem, plan, cards }, new Set(['ac', 'acd'])))).toEqual([
      { one: 'DE1', other: 'FR1', meetings: 1, wishes: 1 },
      { one: 'DE1', other: 'JP-27', meetings: 1, wishes: 1 },
      { one: 'FR1', other: 'JP-27', meetings: 1, wishes: 1 },
    ]);
  });
});
