import type { StepResult } from './result.ts';

/** More files than these do not fail by chance. */
const byChanceAtMost = 3;

/**
 * Runs the files of a step in which something failed once more, by themselves. What fails then has failed; what passes is
 * told as unsteady, which is a fault to be mended, though not one of what was changed.
 * @param run the same checks of these files alone
 */
export async function secondTry(
  first: StepResult,
  run: (files: readonly string[]) => Promise<StepResult>,
): Promise<StepResult> {
  const failing = first.failing ?? [];
  if (first.failed === 0 || failing.length === 0 || failing.length > byChanceAtMost) return first;
  const second = await run(failing.map(({ file }) => file));
  const passedAtFirst = failing.reduce((all, { passed }) => all + passed, 0);
  const stillFailing = new Set(second.failing?.map(({ file }) => file));
  return {
    passed: first.passed - passedAtFirst + second.passed,
    failed: second.failed,
    skipped: first.skipped,
    failing: second.failing,
    unsteady: failing.map(({ file }) => file).filter((file) => second.failed === 0 || !stillFailing.has(file)),
    output: `${first.output ?? ''}\n\n${second.output ?? ''}`,
  };
}
