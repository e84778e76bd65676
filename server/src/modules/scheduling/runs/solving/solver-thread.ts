/*
 * What runs in a thread of its own, off the requests: takes steps until the run is done, its time is over, or a stop is asked for.
 * Loaded by its file: as TypeScript in tests, as JavaScript from a build. It may import nothing of the server.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { audit, LookingOn, Repairing, type Run, solve } from '@musubi/scheduling';
import type { SolverMessage, SolverTask } from './solver-messages.js';

/** Milliseconds between two words about how far it is. */
const everyMs = 250;

/** What a meeting that stands moves for, in weight: one that both wish or that one side must have. For less nobody is moved. */
const moveCost = 400;

const { problem, previous, seed, iterations, steps, seconds, stop } = workerData as SolverTask;
const say = (message: SolverMessage): void => parentPort!.postMessage(message);

const begun = performance.now();
const ms = (): number => Math.round(performance.now() - begun);
const stopped = (): boolean => Atomics.load(stop, 0) === 1;

const run = runOf();
const counted = (): boolean => steps !== null && (run.progress.steps ?? 0) >= steps;
let saidAt = -everyMs;
// One step in any case: whoever stops it at once has a plan as well.
do {
  const progress = run.step();
  if (ms() - saidAt < everyMs) continue;
  saidAt = ms();
  say({ kind: 'progress', progress, ms: saidAt });
} while (!run.done && !counted() && !stopped() && ms() < seconds * 1000);
const ended = run.done || counted();
const plan = run.finish();
say({
  kind: 'ended',
  progress: run.progress,
  ms: ms(),
  plan,
  violations: plan ? audit(problem, plan) : [],
  stopped: !ended && stopped(),
});

function runOf(): Run {
  if (previous) return new Repairing(problem, previous, { seed, moveCost });
  return iterations === null ? new LookingOn(problem, { seed }) : solve(problem, { seed, iterations });
}
