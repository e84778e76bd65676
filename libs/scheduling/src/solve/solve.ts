import { diagnose } from '../problem/diagnose.ts';
import { numbersOf } from '../problem/numbers.ts';
import type { Problem } from '../problem/problem.ts';
import { FewestIdle } from './fewest-idle.ts';
import { ImpossibleProblem } from './impossible-problem.ts';
import { MostWeight } from './most-weight.ts';
import type { Run, RunOptions } from './run.ts';

/**
 * A run for the problem, by its goal, ready to take steps. O(people × slots + wishes × slots / 32) before the first step.
 * @throws ImpossibleProblem when something in the problem contradicts the rest
 */
export function solve(problem: Problem, options: RunOptions = {}): Run {
  const numbers = numbersOf(problem);
  const diagnoses = diagnose(problem, numbers).filter(({ severity }) => severity === 'impossible');
  if (diagnoses.length > 0) throw new ImpossibleProblem(diagnoses);
  return problem.goal.kind === 'weight' ? new MostWeight(problem, options, numbers) : new FewestIdle(problem, options);
}
