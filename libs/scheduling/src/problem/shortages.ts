import { mostMeetings } from './clashes.ts';
import { impossible, warning, type Diagnosis } from './diagnosis.ts';
import type { Problem } from './problem.ts';

/**
 * What is scarce in a well-formed problem: people without availability, no rooms; and where every wish must be held, more meetings
 * than slots or rooms, and wishes without any common slot. Only necessary conditions: what passes may still prove impossible by search.
 */
export function* shortages(problem: Problem): Generator<Diagnosis> {
  const { goal, slots, people, wishes } = problem;
  const must = goal.kind === 'idle' ? impossible : warning;
  if (wishes.length > 0 && slots.length > 0 && slots.every(({ rooms }) => rooms === 0)) yield impossible('no_rooms');
  const away = new Set(people.flatMap(({ id, free }) => (free.length === 0 ? [id] : [])));
  const wantedAway = new Set<string>();
  if (away.size > 0)
    for (const { sides } of wishes)
      for (const side of sides) for (const id of side.people) if (away.has(id)) wantedAway.add(id);
  for (const id of away) if (wantedAway.has(id)) yield must('person_without_availability', [id]);
  if (goal.kind !== 'idle') return;
  const wanted = new Map<string, number>();
  for (const { sides } of wishes)
    for (const side of sides)
      for (const id of side.people)
        if (side.need === 'all' || side.people.length === 1) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  for (const { id, free, gapMinutes, maximum } of people) {
    const most = Math.min(maximum ?? Infinity, mostMeetings(slots, free, gapMinutes));
    if (free.length > 0 && (wanted.get(id) ?? 0) > most) yield impossible('more_meetings_than_slots', [id], free);
  }
  const rooms = slots.reduce((sum, slot) => sum + (slot.rooms ?? Infinity), 0);
  if (wishes.length > rooms) yield impossible('more_meetings_than_rooms');
  const free = new Map(people.map((person) => [person.id, new Set(person.free)]));
  for (const { id, sides, slots: allowed } of wishes) {
    const who = sides.flatMap((side) => side.people);
    const common = slots.some(
      (slot, at) =>
        slot.rooms !== 0 && (allowed?.includes(at) ?? true) && who.every((person) => free.get(person)!.has(at)),
    );
    if (!common && who.every((person) => free.get(person)!.size > 0))
      yield impossible('wish_without_slot', [id, ...who]);
  }
}
