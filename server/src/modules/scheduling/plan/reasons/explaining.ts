import { Worker } from 'node:worker_threads';
import type { Plan, Problem, UnmetWish } from '@musubi/scheduling';

/** Beside this file, in the same form: TypeScript in tests, JavaScript in a build. */
const threadFile = new URL(`./explaining-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** Why wishes of a plan are not met, worked out beside the requests. @throws what the thread threw */
export async function explained(problem: Problem, plan: Plan): Promise<readonly UnmetWish[]> {
  const worker = new Worker(threadFile, { workerData: { problem, plan } });
  try {
    return await new Promise<readonly UnmetWish[]>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`The thread that explains ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
