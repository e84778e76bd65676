/** How far a run is. */
export interface Progress {
  readonly phase: Phase;
  /** Steps of work so far, the same on every machine. */
  readonly iterations: number;
  /** By the problem's goal; `null` while there is no plan yet. */
  readonly objective: number | null;
  /** No plan can be better; `null` while none is known. */
  readonly bound: number | null;
  /** Distance of objective and bound as a share of the bound, from 0; `null` while one is missing. */
  readonly gap: number | null;
  readonly meetings: number;
  /** Whether the best plan is known to be the best possible, or no plan is known to be possible. */
  readonly proved: boolean;
  readonly feasible: boolean | null;
  /** Searches begun so far, where one follows the other. */
  readonly tries?: number;
  /** How often a step was taken, where one may look on: the same seed and as many of them give the same plan. */
  readonly steps?: number;
}

export const phases = ['first', 'pricing', 'placing', 'improving', 'comfort', 'proving', 'again', 'done'] as const;
export type Phase = (typeof phases)[number];

export function gapOf(objective: number | null, bound: number | null): number | null {
  if (objective === null || bound === null) return null;
  return Math.abs(bound - objective) / Math.max(1, Math.abs(bound));
}
