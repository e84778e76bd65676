import type { Constraints } from './constraints.ts';

/**
 * Prices of people's time (and of interpreters', rooms' and pairs'): the dual of the linear relaxation of "as much weight as possible,
 * of each constraint at most its capacity". A choice costs what the cheapest of it costs. Any prices ≥ 0 prove an upper bound,
 * Σ capacity × price + Σ max(0, weight − what the wish costs), by weak duality; descent makes it small.
 *
 * Each step sets one price to the best value given the others: between the residual weights of the last wish that it lets in and the
 * first that it keeps out; the middle, so that neighbours are not driven into a corner where descent by single coordinates stalls. This
 * is min-sum message passing for b-matching (Bayati, Borgs, Chayes, Zecchina, SIAM J. Discrete Math. 25, 2011; Sanghavi, Malioutov,
 * Willsky, IEEE Trans. Inf. Theory 57, 2011), which converges where the relaxation is tight. O(wishes log degree) a sweep.
 */
export class Prices {
  readonly price: Float64Array;
  /** Per wish: weight less what it costs at the present prices. */
  readonly left: Float64Array;
  private readonly constraints: Constraints;
  private readonly scratch: Float64Array;
  /** The cheapest of the choice looked at last, the constraint being settled aside: many wishes share one. */
  private readonly last = { choice: -1, cheapest: Infinity };

  constructor(constraints: Constraints) {
    const { capacity, start, model } = constraints;
    this.constraints = constraints;
    this.price = new Float64Array(capacity.length);
    this.left = model.weight.slice();
    let widest = 0;
    for (let at = 0; at < capacity.length; at++) widest = Math.max(widest, start[at + 1]! - start[at]!);
    this.scratch = new Float64Array(widest);
  }

  /** Sets each price once. */
  sweep(): void {
    for (let at = 0; at < this.price.length; at++) this.settle(at);
  }

  private settle(constraint: number): void {
    const { start, members, byChoice, capacity } = this.constraints;
    const [from, to] = [start[constraint]!, start[constraint + 1]!];
    const room = capacity[constraint]!;
    this.last.choice = -1;
    const old = this.price[constraint]!;
    let price = 0;
    if (to - from > room) {
      const residual = this.scratch.subarray(0, to - from);
      for (let at = from; at < to; at++) {
        const left = this.left[members[at]!]!;
        if (byChoice[at] === -1) residual[at - from] = left + old;
        else {
          const others = this.cheapestOther(byChoice[at]!, constraint);
          residual[at - from] = Math.min(others, left + Math.min(old, others));
        }
      }
      residual.sort();
      const kept = Math.max(0, residual[to - from - room - 1]!);
      const last = Math.max(kept, room === 0 ? residual[to - from - 1]! : residual[to - from - room]!);
      price = (kept + last) / 2;
    }
    if (price === old) return;
    this.price[constraint] = price;
    for (let at = from; at < to; at++) {
      const wish = members[at]!;
      if (byChoice[at] === -1) this.left[wish]! += old - price;
      else {
        const others = this.cheapestOther(byChoice[at]!, constraint);
        this.left[wish]! += Math.min(old, others) - Math.min(price, others);
      }
    }
  }

  private cheapestOther(choice: number, than: number): number {
    const { last, price } = this;
    if (choice === last.choice) return last.cheapest;
    const { choiceStart, ofChoice } = this.constraints;
    let cheapest = Infinity;
    for (let at = choiceStart[choice]!; at < choiceStart[choice + 1]!; at++) {
      const one = ofChoice[at]!;
      if (one !== than && price[one]! < cheapest) cheapest = price[one]!;
    }
    last.choice = choice;
    last.cheapest = cheapest;
    return cheapest;
  }

  /** The bound that the present prices prove. O(wishes + constraints). */
  bound(): number {
    return provenBound(this.constraints, this.price);
  }
}

/** What prices prove, computed afresh from them alone: a certificate anybody can check. */
export function provenBound(constraints: Constraints, price: Float64Array): number {
  const { model, capacity, candidate, startOf, ofWish } = constraints;
  let sum = 0;
  for (let at = 0; at < capacity.length; at++) sum += capacity[at]! * price[at]!;
  for (let wish = 0; wish < model.wishes; wish++) {
    if (candidate[wish] === 0) continue;
    let left = model.weight[wish]!;
    for (let at = startOf[wish]!; at < startOf[wish + 1]!; at++) left -= price[ofWish[at]!]!;
    const choices = constraints.choices[wish];
    if (choices)
      for (const choice of choices) {
        let cheapest = Infinity;
        for (const one of choice) cheapest = Math.min(cheapest, price[one]!);
        left -= cheapest;
      }
    if (left > 0) sum += left;
  }
  return sum;
}
