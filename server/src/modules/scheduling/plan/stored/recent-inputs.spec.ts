import { describe, expect, it } from '@jest/globals';
import { emptyProblem, type Wish } from '@musubi/scheduling';
import { RecentInputs, type RunInput } from './recent-inputs.js';

const input = (wishes: number): RunInput => ({
  problem: { ...emptyProblem, wishes: Array.from({ length: wishes }, (_, at) => ({ id: `w${at}` }) as Wish) },
  slotIds: [],
  position: new Map(),
  origins: new Map(),
});

describe('recent inputs', () => {
  it('let go of what was used longest ago, and keep the last one however large it is', () => {
    const inputs = new RecentInputs(10);
    const kept = (): string[] => ['a', 'b', 'c', 'd'].filter((id) => inputs.get(id));
    inputs.keep('a', input(4));
    inputs.keep('b', input(4));
    inputs.get('a');
    inputs.keep('c', input(3));
    expect(kept()).toEqual(['a', 'c']);
    inputs.keep('d', input(11));
    expect(kept()).toEqual(['d']);
    inputs.keep('a', input(1));
    expect(kept()).toEqual(['a']);
  });
});
