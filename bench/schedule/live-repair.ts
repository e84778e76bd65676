import { audit, objectiveOf, repair, solve, type Plan, type Problem } from '@musubi/scheduling';
import { rng, type Rng } from '@musubi/testing';
import { scheduledEvent } from '@musubi/testing/scheduling';

/** How mending a plan went when people dropped out. */
export interface LiveRepair {
  readonly ms: readonly number[];
  readonly auditFindings: number;
  /** Meetings that nobody who changed takes part in, and that moved or went; more than were gained would be a fault. */
  readonly movedUntouched: number;
  readonly gained: number;
  /** Share of the weight before that is left, at the least. */
  readonly weightKept: number;
}

/** Twenty people of 2,000 lose half of their slots, again and again. @param moveCost as in a repair; null: nothing that can stay moves */
export function measureRepair(rounds: number, moveCost: number | null): LiveRepair {
  const problem = scheduledEvent(1);
  const run = solve(problem, { iterations: 100_000 });
  while (!run.done) run.step();
  const before = run.best()!;
  const ms: number[] = [];
  let findings = 0;
  let movedUntouched = 0;
  let gained = 0;
  let weightKept = 1;
  for (let round = 0; round < rounds; round++) {
    const { changed, who } = dropouts(problem, before, rng(`dropouts ${round}`));
    const began = performance.now();
    const { plan, moved, dropped, added } = repair(changed, before, { moveCost });
    ms.push(Math.round(performance.now() - began));
    findings += audit(changed, plan).length;
    const touched = new Set(
      before.meetings.filter(({ people }) => people.some((id) => who.has(id))).map((one) => one.wishId),
    );
    movedUntouched += [...moved, ...dropped].filter((id) => !touched.has(id)).length;
    gained += added.length;
    weightKept = Math.min(weightKept, objectiveOf(changed, plan) / objectiveOf(problem, before));
  }
  return { ms, auditFindings: findings, movedUntouched, gained, weightKept };
}

function dropouts(problem: Problem, plan: Plan, random: Rng): { changed: Problem; who: ReadonlySet<string> } {
  const busy = new Set(plan.meetings.flatMap(({ people }) => people));
  const who = new Set(random.sample([...busy], 20));
  const people = problem.people.map((one) =>
    who.has(one.id) ? { ...one, free: one.free.filter(() => random.chance(0.5)) } : one,
  );
  return { changed: { ...problem, people }, who };
}
