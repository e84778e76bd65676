import { bitsOf } from '../model/bits.ts';
import type { IdleModel } from './idle-model.ts';

/**
 * Who is busy when, while meetings are moved about: counts per person and slot, clashes and idle periods kept up to date. Moving a
 * meeting costs O(people of it × slots / 32).
 */
export class Occupancy {
  readonly slotOf: Int16Array;
  /** Per slot: meetings. */
  readonly used: Int32Array;
  /** Per person: idle periods. */
  readonly idle: Int32Array;
  /** Per person and slot: meetings. */
  readonly count: Uint8Array;
  /** Meetings too many for the same person in one slot, in all. */
  clashes = 0;
  /** Meetings too many for the rooms, in all. */
  crowding = 0;
  /** Precedences broken. */
  disorder = 0;
  /** Idle periods of all people. */
  idleSum = 0;
  /** People by their number of idle periods. */
  readonly people: Int32Array;
  private readonly model: IdleModel;
  private readonly masks: Uint32Array;
  private readonly words: number;
  private readonly before: readonly (readonly number[])[];
  private readonly after: readonly (readonly number[])[];

  constructor(model: IdleModel) {
    this.model = model;
    const { slots, people, peopleOf, precedences } = model;
    this.slotOf = new Int16Array(peopleOf.length).fill(-1);
    this.used = new Int32Array(slots);
    this.idle = new Int32Array(people);
    this.people = new Int32Array(slots + 1);
    this.people[0] = people;
    this.count = new Uint8Array(people * slots);
    this.words = (slots + 31) >>> 5;
    this.masks = new Uint32Array(people * this.words);
    this.before = peopleOf.map((_, at) => precedences.filter(([, after]) => after === at).map(([first]) => first));
    this.after = peopleOf.map((_, at) => precedences.filter(([first]) => first === at).map(([, second]) => second));
  }

  put(meeting: number, slot: number): void {
    const { model, count, masks } = this;
    this.slotOf[meeting] = slot;
    if (++this.used[slot]! > model.rooms[slot]!) this.crowding++;
    for (const person of model.peopleOf[meeting]!) {
      if (++count[person * model.slots + slot]! > 1) this.clashes++;
      else {
        masks[person * this.words + (slot >>> 5)]! |= 1 << (slot & 31);
        this.recount(person);
      }
    }
    this.disorder += this.brokenBy(meeting, slot);
  }

  take(meeting: number): void {
    const { model, count, masks } = this;
    const slot = this.slotOf[meeting]!;
    this.disorder -= this.brokenBy(meeting, slot);
    this.slotOf[meeting] = -1;
    if (--this.used[slot]! >= model.rooms[slot]!) this.crowding--;
    for (const person of model.peopleOf[meeting]!) {
      if (--count[person * model.slots + slot]! > 0) this.clashes--;
      else {
        masks[person * this.words + (slot >>> 5)]! &= ~(1 << (slot & 31));
        this.recount(person);
      }
    }
  }

  /** Idle periods above what the spread allows beside the person with fewest, in all. */
  unevenness(): number {
    const { spread } = this.model;
    if (spread === null) return 0;
    let least = 0;
    while (least < this.people.length - 1 && this.people[least] === 0) least++;
    let sum = 0;
    for (let idle = least + spread + 1; idle < this.people.length; idle++)
      sum += this.people[idle]! * (idle - least - spread);
    return sum;
  }

  private brokenBy(meeting: number, slot: number): number {
    let sum = 0;
    for (const other of this.before[meeting]!) if (this.slotOf[other]! >= slot && this.slotOf[other] !== -1) sum++;
    for (const other of this.after[meeting]!) if (this.slotOf[other]! !== -1 && this.slotOf[other]! <= slot) sum++;
    return sum;
  }

  private recount(person: number): void {
    const { masks, words } = this;
    let runs = 0;
    let carry = 0;
    for (let word = person * words; word < person * words + words; word++) {
      const mask = masks[word]!;
      runs += bitsOf(mask & ~((mask << 1) | carry));
      carry = mask >>> 31;
    }
    const idle = runs > 0 ? runs - 1 : 0;
    const old = this.idle[person]!;
    if (idle === old) return;
    this.people[old]!--;
    this.people[idle]!++;
    this.idle[person] = idle;
    this.idleSum += idle - old;
  }
}
