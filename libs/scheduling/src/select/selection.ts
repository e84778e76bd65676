import type { Constraints } from '../bound/constraints.ts';

/**
 * Which wishes to hold, slots forgotten: a b-matching of nearly the largest weight. With good prices the wishes with a positive rest are
 * the relaxation's optimum, those with a negative one stay out, and only ties at 0 are left to decide; so the order of the rests,
 * then of the weights, is taken greedily. A choice falls to whom has the most room, and moves to another of its candidates when
 * that makes room for somebody who is needed by name. O(wishes log wishes).
 */
export function selectByPrices(constraints: Constraints, left: Float64Array): Selected {
  const { candidate, model } = constraints;
  const { weight } = model;
  const order: number[] = [];
  for (let wish = 0; wish < model.wishes; wish++) if (candidate[wish] === 1) order.push(wish);
  order.sort((a, b) => left[b]! - left[a]! || weight[b]! - weight[a]! || a - b);
  const selection = new Selection(constraints);
  return { wishes: Int32Array.from(order.filter((wish) => selection.take(wish))), chosen: selection.chosen };
}

/** Wishes to hold, the surest first, and for those with choices whom each falls to. */
export interface Selected {
  readonly wishes: Int32Array;
  readonly chosen: ReadonlyMap<number, readonly number[]>;
}

/** The heaviest first, as far as capacities go: within half of the optimum, usually within a few percent. O(wishes log wishes). */
export function selectByWeight(constraints: Constraints): Selected {
  return selectByPrices(constraints, constraints.model.weight);
}

/** Wishes taken so far, and who has how much room left. */
class Selection {
  private readonly constraints: Constraints;
  private readonly room: Float64Array;
  readonly chosen = new Map<number, number[]>();
  /** Per actor: the choices that fell to them. */
  private readonly fallen = new Map<number, { wish: number; choice: number }[]>();

  constructor(constraints: Constraints) {
    this.constraints = constraints;
    this.room = constraints.capacity.slice();
  }

  /** Takes the wish when there is room for it everywhere. */
  take(wish: number): boolean {
    const { startOf, ofWish } = this.constraints;
    const [from, to] = [startOf[wish]!, startOf[wish + 1]!];
    for (let at = from; at < to; at++) if (!this.makeRoom(ofWish[at]!)) return false;
    const choices = this.constraints.choices[wish];
    const chosen: number[] = [];
    for (const choice of choices ?? []) {
      const actor = this.roomiest(choice) ?? choice.find((one) => this.makeRoom(one));
      if (actor === undefined) return false;
      chosen.push(actor);
    }
    for (let at = from; at < to; at++) this.room[ofWish[at]!]!--;
    if (choices) this.chosen.set(wish, chosen);
    for (const [choice, actor] of chosen.entries()) this.fall({ wish, choice }, actor);
    return true;
  }

  private fall(one: { wish: number; choice: number }, actor: number): void {
    this.room[actor]!--;
    this.chosen.get(one.wish)![one.choice] = actor;
    const own = this.fallen.get(actor);
    if (own) own.push(one);
    else this.fallen.set(actor, [one]);
  }

  /** Whether the constraint has room, if need be after one of the choices that fell to it has moved on. */
  private makeRoom(constraint: number): boolean {
    if (this.room[constraint]! >= 1) return true;
    const own = this.fallen.get(constraint) ?? [];
    for (const [at, one] of own.entries()) {
      const other = this.roomiest(this.constraints.choices[one.wish]![one.choice]!);
      if (other === undefined) continue;
      own.splice(at, 1);
      this.room[constraint]!++;
      this.fall(one, other);
      return true;
    }
    return false;
  }

  private roomiest(choice: Int32Array): number | undefined {
    let best: number | undefined;
    for (const actor of choice)
      if (this.room[actor]! >= 1 && (best === undefined || this.room[actor]! > this.room[best]!)) best = actor;
    return best;
  }
}
