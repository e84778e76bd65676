import type { DataDir } from '../instance/data-dir.ts';
import { sleep } from '../instance/processes.ts';
import type { StopList } from '../instance/stop-list.ts';
import { findLiveKit } from '../livekit/find.ts';
import { startLiveKit, type LiveKitProcess } from '../livekit/livekit-process.ts';
import { step, warn } from '../terminal/progress.ts';
import type { Settings } from './settings.ts';

/** Runs a LiveKit server beside the instance, and again when it falls over; null when none is to be had. */
export async function keepLiveKit(
  settings: Settings,
  data: DataDir,
  running: StopList,
): Promise<Pick<LiveKitProcess, 'url' | 'apiKey' | 'apiSecret'> | null> {
  const program = await findLiveKit();
  if (!program) return null;
  const webhook = `http://127.0.0.1:${settings.port}${settings.basePath}api/livekit/webhook`;
  const run = (): Promise<LiveKitProcess> => startLiveKit(program, data, [webhook]);
  const first = await step('Starting LiveKit', run);
  let present = first;
  running.add(() => present.stop());
  void keep();
  return first;

  async function keep(): Promise<void> {
    for (;;) {
      await present.ended;
      if (running.isStopping) return;
      warn(`LiveKit has ended (its words: ${data.logFile('livekit')}); starting it again in 5 s`);
      await sleep(5_000);
      if (running.isStopping) return;
      try {
        present = await run();
      } catch (error) {
        warn(error instanceof Error ? error.message : String(error));
      }
    }
  }
}
