import { describe, expect, it } from '@jest/globals';
import { rng } from '@musubi/testing';
import { scheduledEvent, smallEvent } from '@musubi/testing/scheduling';
import { compile } from '../model/compile.ts';
import { selectByPrices, selectByWeight } from '../select/selection.ts';
import { constraintsOf } from './constraints.ts';
import { Prices, provenBound } from './prices.ts';

const model = compile(scheduledEvent('prices', { people: 150, wishes: 1200, slots: 16, anyRepresentative: 0 }));
const constraints = constraintsOf(model);

const weightOf = (wishes: Int32Array): number => wishes.reduce((sum, wish) => sum + model.weight[wish]!, 0);

describe('prices', () => {
  it('fall to within a thousandth of what a selection by them is worth, and never below', () => {
    const prices = new Prices(constraints);
    for (let n = 0; n < 60; n++) prices.sweep();
    const selected = weightOf(selectByPrices(constraints, prices.left).wishes);
    expect(prices.bound()).toBeGreaterThanOrEqual(selected - 1e-6);
    expect(selected).toBeGreaterThan(0.999 * prices.bound());
    expect(weightOf(selectByWeight(constraints).wishes)).toBeLessThan(selected);
  });

  it('prove a bound whatever they are: chosen by chance, it is never below a selection', () => {
    for (let seed = 0; seed < 50; seed++) {
      const small = compile(smallEvent(seed));
      const few = constraintsOf(small);
      const random = rng(seed);
      const { wishes } = selectByWeight(few);
      const weight = wishes.reduce((sum, wish) => sum + small.weight[wish]!, 0);
      const prices = Float64Array.from({ length: few.capacity.length }, () => random.int(0, 15));
      expect(provenBound(few, prices)).toBeGreaterThanOrEqual(weight);
    }
  });
});
