import { audit, ImpossibleProblem, objectiveOf, solve, type Run } from '@musubi/scheduling';
import type { Instance } from './instances.ts';

/** One instance as measured; times in milliseconds since the solver was given the problem. */
export interface Measured {
  readonly instance: string;
  readonly problem: 'B' | 'O';
  readonly feasible: boolean | null;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly proved: boolean;
  readonly msFirst: number | null;
  readonly msBest: number | null;
  readonly msTotal: number;
  readonly auditFindings: number;
}

/** Further figures for people, beside the object. */
export interface Course {
  /** When so much of the bound was reached, as a share, with the bound known in the end. */
  readonly reached: readonly (readonly [share: number, ms: number | null])[];
  readonly iterations: number;
}

const shares = [0.99, 0.995, 0.999];

/** Runs the solver until it is done or the seconds are over, then audits what it has. */
export function measure({ name, kind, make }: Instance, seconds: number): { measured: Measured; course: Course } {
  const problem = make();
  const began = performance.now();
  const since = (): number => Math.round(performance.now() - began);
  const course: { ms: number; objective: number }[] = [];
  let run: Run | null = null;
  try {
    run = solve(problem);
    do {
      const { objective } = run.step();
      if (objective !== null && objective !== course.at(-1)?.objective) course.push({ ms: since(), objective });
    } while (!run.done && performance.now() - began < seconds * 1000);
  } catch (error) {
    if (!(error instanceof ImpossibleProblem)) throw error;
  }
  const msTotal = since();
  const plan = run?.finish() ?? null;
  const progress = run?.progress;
  const bound = progress?.bound ?? null;
  const findings = plan ? audit(problem, plan).length : 0;
  const told = plan && objectiveOf(problem, plan) !== progress!.objective ? 1 : 0;
  return {
    measured: {
      instance: name,
      problem: kind,
      feasible: progress ? progress.feasible : false,
      objective: progress?.objective ?? null,
      bound,
      proved: progress?.proved ?? true,
      msFirst: course[0]?.ms ?? null,
      msBest: course.at(-1)?.ms ?? null,
      msTotal,
      // A plan that is worth something else than the run said would be one, too.
      auditFindings: findings + told,
    },
    course: {
      iterations: progress?.iterations ?? 0,
      reached: shares.map((share) => [
        share,
        course.find(({ objective }) => objective >= share * (bound ?? Infinity))?.ms ?? null,
      ]),
    },
  };
}
