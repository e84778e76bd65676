import type { Chance } from '../model/chance.ts';
import type { IdleModel } from './idle-model.ts';
import { Occupancy } from './occupancy.ts';

const { exp } = Math;
const hot = 0.5;
const cold = 0.08;
/** Moves of one cooling. */
const cooling = 1_200_000;

/**
 * Good answers to problem B at once: simulated annealing over slots of meetings, broken rules being allowed at a price. A move takes a
 * meeting to another slot and, by a Kempe chain, everything that then clashes the other way, so that people stay free of clashes where
 * they are; chains that grow long are given up. Cools again and again from where it stands. O(people of the chain) a move.
 */
export class Annealing {
  /** Slots of the best legal plan so far. */
  best: Int16Array | null = null;
  bestIdle = Infinity;
  moves = 0;
  private readonly model: IdleModel;
  private readonly chance: Chance;
  private readonly state: Occupancy;
  private readonly movable: readonly number[];
  private readonly allowed: Uint8Array;
  private readonly moved: number[] = [];
  private target = 0;

  constructor(model: IdleModel, chance: Chance) {
    this.model = model;
    this.chance = chance;
    this.state = new Occupancy(model);
    const meetings = [...model.domain.keys()];
    this.movable = meetings.filter((meeting) => model.domain[meeting]!.length > 1);
    this.allowed = new Uint8Array(meetings.length * model.slots);
    for (const [meeting, domain] of model.domain.entries())
      for (const slot of domain) this.allowed[meeting * model.slots + slot] = 1;
    this.start();
  }

  /** Tries so many moves. */
  step(count: number): void {
    if (this.movable.length === 0) return;
    const unit = 1 << 20;
    for (let n = 0; n < count && this.bestIdle > 0; n++) {
      const temperature = hot * (cold / hot) ** ((this.moves % cooling) / cooling);
      this.moves++;
      const before = this.cost();
      if (!this.propose()) continue;
      const worse = this.cost() - before;
      if (worse > 0 && this.chance(unit) >= unit * exp(-worse / temperature)) this.undo();
      else this.note();
    }
  }

  private cost(): number {
    const { state } = this;
    return state.idleSum + 2 * (state.clashes + state.crowding + state.disorder) + 1.5 * state.unevenness();
  }

  /** Everybody where the fewest clash, the meetings with the fewest slots first. */
  private start(): void {
    const { model, state } = this;
    const order = [...model.domain.keys()].sort((a, b) => model.domain[a]!.length - model.domain[b]!.length || a - b);
    for (const meeting of order) {
      let best = model.domain[meeting]![0]!;
      let least = Infinity;
      for (const slot of model.domain[meeting]!) {
        const clashing = model.peopleOf[meeting]!.filter((person) => state.count[person * model.slots + slot]! > 0);
        const cost =
          10 * clashing.length + (state.used[slot]! >= model.rooms[slot]! ? 10 : 0) + state.used[slot]! / 100;
        if (cost >= least) continue;
        least = cost;
        best = slot;
      }
      state.put(meeting, best);
    }
    this.note();
  }

  /** Makes a move, written down in `moved`; false when there is none. */
  private propose(): boolean {
    const { model, state, moved } = this;
    const meeting = this.chance(2) === 0 ? this.towardsAHole() : this.anywhere();
    const to = this.target;
    const from = state.slotOf[meeting]!;
    moved.length = 0;
    if (to === from) return false;
    const alone = this.chance(4) === 0;
    this.move(meeting, to);
    for (let at = 0; at < moved.length && !alone; at += 2) {
      const one = moved[at]!;
      const here = state.slotOf[one]!;
      const back = here === to ? from : to;
      for (const person of model.peopleOf[one]!) {
        if (state.count[person * model.slots + here]! < 2) continue;
        const other = this.otherOf(person, here, one);
        if (other < 0 || this.allowed[other * model.slots + back] === 0 || moved.length > 24) {
          this.undo();
          return false;
        }
        this.move(other, back);
      }
    }
    return true;
  }

  /** Any meeting to any of its slots. */
  private anywhere(): number {
    const meeting = this.movable[this.chance(this.movable.length)]!;
    const domain = this.model.domain[meeting]!;
    this.target = domain[this.chance(domain.length)]!;
    return meeting;
  }

  /** A meeting of somebody with an idle period, into that period beside what stands there; any move where there is none. */
  private towardsAHole(): number {
    const { model, state } = this;
    for (let tries = 0; tries < 12; tries++) {
      const person = this.chance(model.people);
      if (state.idle[person] === 0) continue;
      const own = model.meetingsOf[person]!;
      const meeting = own[this.chance(own.length)]!;
      const beside = state.slotOf[own[this.chance(own.length)]!]!;
      const to = this.chance(2) === 0 ? beside + 1 : beside - 1;
      if (to < 0 || to >= model.slots || state.count[person * model.slots + to]! > 0) continue;
      if (this.allowed[meeting * model.slots + to] === 0) continue;
      this.target = to;
      return meeting;
    }
    return this.anywhere();
  }

  private otherOf(person: number, slot: number, than: number): number {
    for (const meeting of this.model.meetingsOf[person]!)
      if (meeting !== than && this.state.slotOf[meeting] === slot && !this.isMoved(meeting)) return meeting;
    return -1;
  }

  private isMoved(meeting: number): boolean {
    for (let at = 0; at < this.moved.length; at += 2) if (this.moved[at] === meeting) return true;
    return false;
  }

  private move(meeting: number, to: number): void {
    this.moved.push(meeting, this.state.slotOf[meeting]!);
    this.state.take(meeting);
    this.state.put(meeting, to);
  }

  private undo(): void {
    const { moved, state } = this;
    for (let at = moved.length - 2; at >= 0; at -= 2) {
      state.take(moved[at]!);
      state.put(moved[at]!, moved[at + 1]!);
    }
    moved.length = 0;
  }

  private note(): void {
    const { state } = this;
    if (state.idleSum >= this.bestIdle || state.clashes + state.crowding + state.disorder > 0) return;
    if (state.unevenness() > 0) return;
    this.bestIdle = state.idleSum;
    this.best = state.slotOf.slice();
  }
}
