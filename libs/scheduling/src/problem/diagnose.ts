import { contradictions } from './contradictions.ts';
import { impossible, type Diagnosis } from './diagnosis.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import type { Problem } from './problem.ts';
import { shortages } from './shortages.ts';
import { malformations } from './well-formed.ts';

/**
 * What is wrong with a problem before anything is solved, each with its cause by name. Where it is not well formed, only that is said:
 * the rest would follow from it. Nothing impossible found does not promise a plan; `solve` proves that there is none where it can.
 */
export function diagnose(problem: Problem, numbers: Numbers = numbersOf(problem)): readonly Diagnosis[] {
  const malformed = [...malformations(problem, numbers)];
  if (malformed.length > 0) return malformed;
  const unsupported = [...beyondIdle(problem)];
  if (unsupported.length > 0) return unsupported;
  return [...contradictions(problem), ...shortages(problem)];
}

/** The goal `idle` knows neither choices nor interpreters, gaps, maxima and pairs: with them it would have to say so wrongly. */
function* beyondIdle({ goal, slots, people, wishes, pairsOnce, noThanks }: Problem): Generator<Diagnosis> {
  if (goal.kind !== 'idle') return;
  for (const { id, sides, interpreting } of wishes)
    if (interpreting !== null || sides.some((side) => side.need === 'one' && side.people.length > 1))
      yield impossible('not_with_this_goal', [id]);
  for (const { id, gapMinutes, maximum, perDay } of people)
    if (gapMinutes > 0 || maximum !== null || perDay !== null) yield impossible('not_with_this_goal', [id]);
  for (const pair of [...pairsOnce, ...noThanks]) yield impossible('not_with_this_goal', pair);
  for (const [at, slot] of slots.entries())
    if (at > 0 && slot.startsAt < slots[at - 1]!.endsAt) yield impossible('not_with_this_goal', [], [at - 1, at]);
}
