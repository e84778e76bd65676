import type { Interpreter, Person, PlannedMeeting, Problem, Slot } from '@musubi/scheduling';
import { longestRow } from '../event/longest-row.js';

/** What meetings leave of people's and interpreters' time: asked for one after the other, before a whole plan is looked over. */
export class WhoCan {
  private readonly held = new Map<string, Slot[]>();

  constructor(
    private readonly problem: Problem,
    meetings: readonly PlannedMeeting[],
  ) {
    for (const meeting of meetings) this.take(meeting);
  }

  /** From now on this meeting is one of them. */
  take({ slot, people, interpreterId }: PlannedMeeting): void {
    const during = this.problem.slots[slot];
    if (!during) return;
    for (const id of interpreterId === null ? people : [...people, interpreterId]) {
      const own = this.held.get(id);
      if (own) own.push(during);
      else this.held.set(id, [during]);
    }
  }

  person(one: Person, slot: number): boolean {
    return this.fits(one, slot, one.gapMinutes);
  }

  interpreter(one: Interpreter, slot: number): boolean {
    if (!this.fits(one, slot, 0)) return false;
    const work = [...(this.held.get(one.id) ?? []), this.problem.slots[slot]!];
    return one.rest === null || longestRow(work, one.rest.minutes) <= one.rest.afterMeetings;
  }

  /** Free then, elsewhere neither then nor too near, and with a meeting left to give. */
  private fits({ id, free, maximum, perDay }: Person | Interpreter, slot: number, gapMinutes: number): boolean {
    const during = this.problem.slots[slot];
    if (!during || !free.includes(slot)) return false;
    const own = this.held.get(id) ?? [];
    const pause = (one: Slot): number => Math.max(during.startsAt - one.endsAt, one.startsAt - during.endsAt);
    if (own.some((one) => pause(one) < Math.max(0, gapMinutes))) return false;
    if (maximum !== null && own.length >= maximum) return false;
    return perDay === null || own.filter(({ day }) => day === during.day).length < perDay;
  }
}
