import { Injectable } from '@nestjs/common';
import type { UnmetWish } from '@musubi/scheduling';
import { explained } from './explaining.js';
import type { StoredPlan } from '../stored/stored-plan.js';

/** Of so many plans the explanations are kept. */
const keptAtMost = 8;

/** Why wishes are not met, worked out once for each version of a plan, and for one plan at a time. */
@Injectable()
export class Explanations {
  private readonly kept = new Map<string, Promise<readonly UnmetWish[]>>();
  private last: Promise<unknown> = Promise.resolve();

  of({ run, problem, plan }: StoredPlan): Promise<readonly UnmetWish[]> {
    const key = `${run.id} ${run.planVersion}`;
    const known = this.kept.get(key);
    if (known) return known;
    const next = this.last.then(() => explained(problem, plan));
    this.last = next.catch(() => this.kept.delete(key));
    this.kept.set(key, next);
    for (const oldest of [...this.kept.keys()].slice(0, -keptAtMost)) this.kept.delete(oldest);
    return next;
  }
}
