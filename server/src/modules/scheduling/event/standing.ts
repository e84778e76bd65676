import type { FixedMeeting, Interpreter, Person, Problem, Slot, Wish } from '@musubi/scheduling';
import type { MeetingRow } from '../../meetings/index.js';
import type { Origin } from './origin.js';

/** Meetings that stand already or took place, as wishes that are fixed where they are. */
export interface Standing {
  wishes: Wish[];
  fixed: FixedMeeting[];
  origins: Origin[];
}

export function standingOf(
  meetings: readonly MeetingRow[],
  organisationOf: (participantId: string) => string | undefined,
  position: ReadonlyMap<string, number>,
): Standing {
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
    standing.wishes.push({ id: meeting.id, sides, weight: 0, slots: [slot], interpreting: null });
    standing.fixed.push({ wishId: meeting.id, slot, people: sides.flatMap(({ people }) => people) });
    const contacts: Origin['contacts'] = [sides[0]!.people[0]!, sides[1]!.people[0]!];
    standing.origins.push({ wishId: meeting.id, kind: 'confirmed', said: ['none', 'none'], contacts, requestId: null });
  }
  return standing;
}

/** What stands is a fact: limits that were narrowed since, and rooms that were taken away, do not undo it. */
export function yielding(problem: Problem): Problem {
  const held = new Map<string, number[]>();
  const inSlot = new Map<number, number>();
  for (const { slot, people = [] } of problem.fixed) {
    inSlot.set(slot, (inSlot.get(slot) ?? 0) + 1);
    for (const id of people) held.set(id, [...(held.get(id) ?? []), slot]);
  }
  return {
    ...problem,
    slots: problem.slots.map((slot, at) => ({
      ...slot,
      rooms: slot.rooms === null ? null : Math.max(slot.rooms, inSlot.get(at) ?? 0),
    })),
    people: problem.people.map((person) => yieldingTo(person, held.get(person.id) ?? [], problem.slots)),
  };
}

function yieldingTo(person: Person, held: readonly number[], slots: readonly Slot[]): Person {
  if (held.length === 0) return person;
  const inOrder = held.toSorted((a, b) => slots[a]!.startsAt - slots[b]!.startsAt);
  const gaps = inOrder.slice(1).map((at, before) => slots[at]!.startsAt - slots[inOrder[before]!]!.endsAt);
  const aDay = Math.max(...[...Map.groupBy(held, (at) => slots[at]!.day).values()].map((day) => day.length));
  return {
    ...person,
    free: [...new Set([...person.free, ...held])].sort((a, b) => a - b),
    gapMinutes: Math.max(0, Math.min(person.gapMinutes, ...gaps)),
    maximum: person.maximum === null ? null : Math.max(person.maximum, held.length),
    perDay: person.perDay === null ? null : Math.max(person.perDay, aDay),
  };
}

export const pairsOfInterpreters = (interpreters: readonly Interpreter[]): Set<string> =>
  new Set(interpreters.flatMap(({ pairs }) => pairs));
