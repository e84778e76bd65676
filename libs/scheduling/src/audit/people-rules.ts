import type { Interpreter, Person, PlannedMeeting, Problem, Slot } from '../problem/problem.ts';
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
    const work = slots.map((slot) => problem.slots[slot]!);
    if (interpreter.rest && longestRow(work, interpreter.rest.minutes) > interpreter.rest.afterMeetings)
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
      const pause = Math.max(second.startsAt - first.endsAt, first.startsAt - second.endsAt);
      if (pause >= gapMinutes && pause >= 0) continue;
      const rule = pause < 0 ? 'two_places' : 'gap';
      yield broken(rule, [id, one.wishId, other.wishId], [one.slot, other.slot]);
    }
}

/** Most meetings in a row without a pause of so many minutes. */
function longestRow(work: readonly Slot[], minutes: number): number {
  const inOrder = work.toSorted((a, b) => a.startsAt - b.startsAt);
  const begins = inOrder.flatMap((slot, at) =>
    at === 0 || slot.startsAt - inOrder[at - 1]!.endsAt >= minutes ? [at] : [],
  );
  return Math.max(0, ...begins.map((at, n) => (begins[n + 1] ?? inOrder.length) - at));
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
