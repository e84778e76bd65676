import { clash, rowTooLong } from '../problem/clashes.ts';
import type { Interpreter, Person, PlannedMeeting, Problem } from '../problem/problem.ts';
import { broken, type Violation } from './violation.ts';

/** Nobody in two places, gaps kept, maxima kept, interpreters rested. O(meetings of each person squared). */
export function* peopleViolations(problem: Problem, meetings: readonly PlannedMeeting[]): Generator<Violation> {
  const held = new Map<string, PlannedMeeting[]>();
  for (const meeting of meetings)
    for (const id of [...meeting.people, ...(meeting.interpreterId === null ? [] : [meeting.interpreterId])]) {
      const list = held.get(id);
      if (list) list.push(meeting);
      else held.set(id, [meeting]);
    }
  for (const person of problem.people) {
    const own = held.get(person.id) ?? [];
    yield* clashesAmong(problem, person.id, own, person.gapMinutes);
    yield* maxima(problem, person, own);
  }
  for (const interpreter of problem.interpreters) {
    const own = held.get(interpreter.id) ?? [];
    yield* clashesAmong(problem, interpreter.id, own, 0);
    yield* maxima(problem, interpreter, own);
    const slots = own.map(({ slot }) => slot);
    if (interpreter.rest && rowTooLong(problem.slots, slots, interpreter.rest))
      yield broken('interpreter_rest', [interpreter.id], slots);
  }
}

function* clashesAmong(
  { slots }: Problem,
  id: string,
  own: readonly PlannedMeeting[],
  gapMinutes: number,
): Generator<Violation> {
  for (const [at, one] of own.entries())
    for (const other of own.slice(at + 1)) {
      const [first, second] = [slots[one.slot]!, slots[other.slot]!];
      if (!clash(first, second, gapMinutes)) continue;
      const rule = clash(first, second, 0) ? 'two_places' : 'gap';
      yield broken(rule, [id, one.wishId, other.wishId], [one.slot, other.slot]);
    }
}

function* maxima(
  { slots }: Problem,
  { id, maximum, perDay }: Pick<Person | Interpreter, 'id' | 'maximum' | 'perDay'>,
  own: readonly PlannedMeeting[],
): Generator<Violation> {
  if (maximum !== null && own.length > maximum) yield broken('over_maximum', [id]);
  if (perDay === null) return;
  const days = Map.groupBy(own, ({ slot }) => slots[slot]!.day);
  for (const day of days.values()) if (day.length > perDay) yield broken('over_day_maximum', [id]);
}
