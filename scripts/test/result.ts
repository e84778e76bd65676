export interface FailingFile {
  file: string;
  passed: number;
}

export interface StepResult {
  passed: number;
  failed: number;
  skipped?: number;
  /** Files in which something failed, and how much passed in each. */
  failing?: readonly FailingFile[];
  /** What failed at first and passed at the second try. */
  unsteady?: readonly string[];
  /** What a reader should see when something failed. */
  output?: string;
  /** A remark behind the counts, such as why a step did not run. */
  note?: string;
}

export interface Step {
  name: string;
  run(report: (line: string) => void): Promise<StepResult>;
}

/** A tool that only says yes or no counts as one. */
export const yesOrNo = (ok: boolean, output: string): StepResult => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  output,
});

export function sum(results: readonly StepResult[]): Required<Pick<StepResult, 'passed' | 'failed' | 'skipped'>> {
  const add = (pick: (one: StepResult) => number): number => results.reduce((all, one) => all + pick(one), 0);
  return {
    passed: add((one) => one.passed),
    failed: add((one) => one.failed),
    skipped: add((one) => one.skipped ?? 0),
  };
}
