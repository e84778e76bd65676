import type { CurvePoint, ScheduleProgress } from '@musubi/contracts';
import type { Progress } from '@musubi/scheduling';

const pointsAtMost = 240;

export const nothingYet: ScheduleProgress = {
  phase: 'first',
  ms: 0,
  iterations: 0,
  meetings: 0,
  objective: null,
  bound: null,
  gap: null,
  proved: false,
  curve: [],
};

/** Before its turn has come. */
export const waiting: ScheduleProgress = { ...nothingYet, phase: 'waiting' };

/** How far a run is, with the curve so far. */
export function further(before: ScheduleProgress, progress: Progress, ms: number): ScheduleProgress {
  const { phase, iterations, meetings, objective, bound, gap, proved, tries, steps } = progress;
  const point = objective === null ? [] : [{ ms, objective, bound }];
  return {
    phase,
    ms,
    iterations,
    meetings,
    objective,
    bound,
    gap,
    proved,
    ...(tries === undefined ? {} : { tries }),
    ...(steps === undefined ? {} : { steps }),
    curve: thinned([...before.curve, ...point]),
  };
}

/** Every second point goes where there are too many; the first and the last stay. */
function thinned(curve: readonly CurvePoint[]): CurvePoint[] {
  if (curve.length <= pointsAtMost) return [...curve];
  return curve.filter((_, at) => at === curve.length - 1 || at % 2 === 0);
}
