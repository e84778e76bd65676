import type { FixedMeeting, Interpreter, Person, Problem, Slot, Wish } from '@musubi/scheduling';
import type { InterpreterRow, MeetingRow } from '../../meetings/index.js';
import { longestRow } from './longest-row.js';
import type { Origin } from './wishes/origin.js';

/** Meetings that stand already or took place, as wishes that are fixed where they are. */
export interface Standing {
  wishes: Wish[];
  fixed: FixedMeeting[];
  origins: Origin[];
}

/** Whom meetings that stand are of, and where. */
export interface StandingSources {
  organisationOf: (participantId: string) => string | undefined;
  interpreters: readonly Pick<InterpreterRow, 'id' | 'userId' | 'pairs'>[];
  position: ReadonlyMap<string, number>;
}

export function standingOf(
  meetings: readonly MeetingRow[],
  { organisationOf, interpreters, position }: StandingSources,
): Standing {
  const interpreterOf = new Map(interpreters.map((one) => [one.userId, one]));
  const standing: Standing = { wishes: [], fixed: [], origins: [] };
  for (const meeting of meetings) {
    const slot = position.get(meeting.slotId);
    const known = meeting.sides.filter(({ participantId }) => organisationOf(participantId) !== undefined);
    const sides = [...Map.groupBy(known, ({ side }) => side).values()].map((people) => ({
      organisationId: organisationOf(people[0]!.participantId)!,
      people: people.map(({ participantId }) => participantId),
      need: 'all' as const,
    }));
    // Where nobody stands for a side yet it is no meeting to plan around; its people's time is taken all the same.
    if (slot === undefined || sides.length < 2) continue;
    // Whoever interprets there is not free then, and it counts towards their rest.
    const interpreter = interpreterOf.get(meeting.interpretation?.interpreter?.userId ?? '');
    const interpreting = interpreter && interpreter.pairs.length > 0 ? interpreter.pairs : null;
    standing.wishes.push({ id: meeting.id, sides, weight: 0, slots: [slot], interpreting });
    standing.fixed.push({
      wishId: meeting.id,
      slot,
      people: sides.flatMap(({ people }) => people),
      ...(interpreter && interpreting ? { interpreterId: interpreter.id } : {}),
    });
    const contacts: Origin['contacts'] = [sides[0]!.people[0]!, sides[1]!.people[0]!];
    standing.origins.push({ wishId: meeting.id, kind: 'confirmed', said: ['none', 'none'], contacts, requestId: null });
  }
  return standing;
}

/** What stands is a fact: limits that were narrowed since, and rooms that were taken away, do not undo it. */
export function yielding(problem: Problem): Problem {
  const held = new Map<string, number[]>();
  const inSlot = new Map<number, number>();
  for (const { slot, people = [], interpreterId } of problem.fixed) {
    inSlot.set(slot, (inSlot.get(slot) ?? 0) + 1);
    for (const id of interpreterId === undefined ? people : [...people, interpreterId])
      held.set(id, [...(held.get(id) ?? []), slot]);
  }
  return {
    ...problem,
    slots: problem.slots.map((slot, at) => ({
      ...slot,
      rooms: slot.rooms === null ? null : Math.max(slot.rooms, inSlot.get(at) ?? 0),
    })),
    people: problem.people.map((person) => yieldingTo(person, held.get(person.id) ?? [], problem.slots)),
    interpreters: problem.interpreters.map((one) => workingAt(one, held.get(one.id) ?? [], problem.slots)),
  };
}

function workingAt(interpreter: Interpreter, held: readonly number[], slots: readonly Slot[]): Interpreter {
  if (held.length === 0) return interpreter;
  const { free, rest } = interpreter;
  const row = rest
    ? longestRow(
        held.map((at) => slots[at]!),
        rest.minutes,
      )
    : 0;
  return {
    ...interpreter,
    free: [...new Set([...free, ...held])].sort((a, b) => a - b),
    rest: rest && { ...rest, afterMeetings: Math.max(rest.afterMeetings, row) },
  };
}

function yieldingTo(person: Person, held: readonly number[], slots: readonly Slot[]): Person {
  if (held.length === 0) return person;
  const inOrder = held.toSorted((a, b) => slots[a]!.startsAt - slots[b]!.startsAt);
  const gaps = inOrder.slice(1).map((at, before) => slots[at]!.startsAt - slots[inOrder[before]!]!.endsAt);
  const least = Math.min(person.gapMinutes, ...gaps);
  const aDay = Math.max(...[...Map.groupBy(held, (at) => slots[at]!.day).values()].map((day) => day.length));
  return {
    ...person,
    free: [...new Set([...(least < person.gapMinutes ? keepingGaps(person, held, slots) : person.free), ...held])].sort(
      (a, b) => a - b,
    ),
    gapMinutes: Math.max(0, least),
    maximum: person.maximum === null ? null : Math.max(person.maximum, held.length),
    perDay: person.perDay === null ? null : Math.max(person.perDay, aDay),
  };
}

/** Where what stands is nearer than the person wishes, the gap holds for all others: their times are so far from it and each other. */
function keepingGaps({ free, gapMinutes }: Person, held: readonly number[], slots: readonly Slot[]): number[] {
  const pause = (one: number, other: number): number =>
    Math.max(slots[other]!.startsAt - slots[one]!.endsAt, slots[one]!.startsAt - slots[other]!.endsAt);
  const kept: number[] = [];
  for (const at of free) if ([...held, ...kept].every((other) => pause(at, other) >= gapMinutes)) kept.push(at);
  return kept;
}

export const pairsOfInterpreters = (interpreters: readonly Interpreter[]): Set<string> =>
  new Set(interpreters.flatMap(({ pairs }) => pairs));
