import { describe, expect, it } from '@jest/globals';
import type { DirectoryFacets } from '@musubi/contracts';
import { choicesOf, choicesSet, everybody, sameFilter, toggled } from './directory-filter';

const facets: DirectoryFacets = {
  side: [{ value: 'jp', count: 3 }],
  ...{ place: [], kind: [], language: [], dimension: [], opportunity: [] },
  ...{ region: [], topic: [], form: [], stage: [], novelty: [], target: [], framework: [] },
  notMet: 3,
};

describe('narrowing the directory', () => {
  it('sets a choice and takes it away again', () => {
    const japan = toggled(everybody, 'side', 'jp');
    expect(japan).toEqual({ ...everybody, side: ['jp'] });
    expect(toggled(toggled(japan, 'side', 'eu'), 'side', 'jp')).toEqual({ ...everybody, side: ['eu'] });
    expect(choicesSet({ ...japan, q: 'hydrogen', place: ['IT', 'JP-27'], notMet: true })).toBe(4);
  });

  it('keeps a choice in sight that shows nobody any more', () => {
    expect(choicesOf('side', facets, { ...everybody, side: ['eu'] })).toEqual([
      { value: 'jp', count: 3, set: false },
      { value: 'eu', count: 0, set: true },
    ]);
  });

  it('knows two filters that are the same in another order', () => {
    const one = { ...everybody, place: ['IT', 'JP-27'] };
    expect(sameFilter(one, { ...everybody, place: ['JP-27', 'IT'] })).toBe(true);
    expect(sameFilter(one, { ...one, q: 'x' })).toBe(false);
  });
});
