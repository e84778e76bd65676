import { stopList } from './running.ts';

export default async function stop(): Promise<void> {
  await stopList.stopAll();
}
