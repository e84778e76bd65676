import { at, root, toolEnvironment } from '../paths.ts';
import { runCommand, type Outcome, type RunOptions } from '../terminal/run-command.ts';

const longest = 30 * 60_000;

/** Runs an installed tool under the pinned Node, in the checkout. */
export function runTool(name: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return runCommand(at('node_modules', '.bin', name), args, {
    cwd: root,
    timeoutMs: longest,
    ...options,
    env: toolEnvironment({ FORCE_COLOR: '0', NO_COLOR: '1', ...options.env }),
  });
}
