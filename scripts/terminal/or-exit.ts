import { warn } from './progress.ts';

/** The result, or the reason on the terminal and the end of the process: for entry points with nothing to clean up yet. */
export async function orExit<T>(pending: Promise<T>): Promise<T> {
  try {
    return await pending;
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
