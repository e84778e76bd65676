/*
 * Works out in a thread of its own why wishes are not met: for a large event that takes seconds. Loaded by its file, as the solver's
 * thread is; it may import nothing of the server.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { explain, type Plan, type Problem } from '@musubi/scheduling';

const { problem, plan } = workerData as { problem: Problem; plan: Plan };
parentPort!.postMessage(explain(problem, plan));
