import { say } from '../terminal/progress.ts';
import type { DataDir } from './data-dir.ts';
import { isRunning, stop } from './processes.ts';

/** Refuses when another launcher holds this folder; stops what a killed one left behind. */
export async function cleanUp(data: DataDir): Promise<void> {
  const { launcher, processes } = data.record;
  if (launcher && isRunning(launcher)) {
    throw new Error(`This instance already runs (process ${launcher.pid}, data in ${data.path}). Use another PORT.`);
  }
  const left = processes.filter(isRunning);
  if (left.length > 0) say(`▸ Cleaning up after an interrupted run: ${left.map((one) => one.name).join(', ')}`);
  for (const mark of left.reverse()) await stop(mark, mark.name === 'postgres' ? 'SIGINT' : 'SIGTERM', 10_000);
  data.record.processes = [];
  data.record.launcher = null;
  data.save();
}
