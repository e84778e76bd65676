import { DomainError } from '../../../platform/index.js';
import type { LifeColumns } from './life.columns.js';
import type { Thing } from './life.rules.js';
import { type Living, step } from './step.js';

/**
 * Nobody decides on what they have not read.
 * @throws DomainError `profile.changed`, `opportunity.changed`
 */
export function assertRead(thing: Thing, { version }: LifeColumns<unknown>, read: number): void {
  if (version !== read) throw new DomainError(`${thing}.changed`, { version });
}

/** Back to its people, who read why. */
export function sendBack<Content>(living: Living<Content>, because: string, now: Date): void {
  step(living, 'send_back', now);
  Object.assign(living.row, { sentBackAt: now, sentBackBecause: because });
}
