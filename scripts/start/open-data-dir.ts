import { DataDir } from '../instance/data-dir.ts';
import { cleanUp } from '../instance/leftovers.ts';
import { isFree } from '../instance/ports.ts';
import { beganAt } from '../instance/processes.ts';
import type { StopList } from '../instance/stop-list.ts';
import type { Settings } from './settings.ts';

/** Takes the instance's folder for this process, after clearing up what a killed one left, and checks its port. */
export async function openDataDir(settings: Settings, running: StopList): Promise<DataDir> {
  const data = new DataDir(settings.dataDir);
  await cleanUp(data);
  data.record.launcher = { name: 'launcher', pid: process.pid, began: beganAt(process.pid) ?? '' };
  data.save();
  running.add(async () => {
    data.record.launcher = null;
    data.save();
  });
  if (!(await isFree(settings.port, 'tcp'))) {
    throw new Error(`Port ${settings.port} is taken. Choose another: PORT=${settings.port + 1} npm start`);
  }
  return data;
}
