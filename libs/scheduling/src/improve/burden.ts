import type { Board } from '../board/board.ts';

/** So many minutes count as they are where each bears as much. */
const bearable = 60;

/** What unsocial minutes of one person count as: as they are up to a measure, more in proportion to their square. */
export const troubleOf = (minutes: number): number => (minutes <= bearable ? minutes : (minutes * minutes) / bearable);

/**
 * Unsocial minutes that the people of each zone bear together. They count in proportion to the square of what they are for each person
 * of the zone, so that of two plans with as many minutes the one is better in which each side bears its part.
 */
export class Burden {
  private readonly board: Board;
  private readonly zoneOf: Int32Array;
  private readonly peopleIn: number[] = [];
  private readonly minutes: Float64Array;

  /** As it is with the meetings on the board. O(people × slots). */
  constructor(board: Board) {
    this.board = board;
    const { problem, people, slots } = board.model;
    const zones = new Map<string | null, number>();
    this.zoneOf = Int32Array.from(problem.people, ({ zone }) => {
      if (!zones.has(zone)) zones.set(zone, this.peopleIn.push(0) - 1);
      this.peopleIn[zones.get(zone)!]!++;
      return zones.get(zone)!;
    });
    this.minutes = new Float64Array(zones.size);
    for (let actor = 0; actor < people; actor++)
      for (let slot = 0; slot < slots; slot++) if (board.at[actor * slots + slot]! >= 0) this.add([actor], slot);
  }

  /** These meet in the slot now; with -1 they no longer do. Interpreters are in nobody's zone. */
  add(actors: readonly number[], slot: number, times: 1 | -1 = 1): void {
    const { unsocial, slots, people } = this.board.model;
    if (unsocial === null) return;
    for (const actor of actors)
      if (actor < people) this.minutes[this.zoneOf[actor]!]! += times * unsocial[actor * slots + slot]!;
  }

  /** O(zones). */
  get cost(): number {
    let sum = 0;
    for (let zone = 0; zone < this.minutes.length; zone++)
      sum += this.minutes[zone]! ** 2 / (this.peopleIn[zone]! * bearable);
    return sum;
  }
}
