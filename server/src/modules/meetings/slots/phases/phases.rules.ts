import type { BlockMode, PhaseEnd } from '@musubi/contracts';

export interface Phase {
  readonly mode: BlockMode;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly atEnd: PhaseEnd;
  /** Its end was dealt with: it is over also for who began a moment before. */
  readonly ended?: boolean;
}

export interface PhasedBlock {
  /** How the block is open while no phases are set. */
  readonly mode: BlockMode;
  readonly phases: readonly Phase[];
  readonly planPublishedAt: Date | null;
}

export interface Moment {
  readonly open: boolean;
  /** The present mode; while closed the next one, or the last. */
  readonly mode: BlockMode;
  /** While closed: when it opens, where that is known. */
  readonly opensAt: Date | null;
  /** While open: until when, where it ends. */
  readonly closesAt: Date | null;
}

/**
 * What may be done in a block at an instant. A phase holds its first instant and not its last. Until the plan is published
 * nobody books by themselves; from then on what is left may be booked at once.
 */
export function momentOf({ mode, phases, planPublishedAt }: PhasedBlock, at: Date): Moment {
  const planned = (one: BlockMode): BlockMode => (one === 'plan' && planPublishedAt !== null ? 'instant' : one);
  const inOrder = phases.toSorted((a, b) => a.opensAt.getTime() - b.opensAt.getTime());
  const opens = (one: Phase): boolean => one.opensAt > at && planned(one.mode) !== 'plan';
  if (inOrder.length === 0) {
    const now = planned(mode);
    return { open: now !== 'plan', mode: now, opensAt: null, closesAt: null };
  }
  const present = inOrder.find((one) => one.opensAt <= at && at < one.closesAt && !one.ended);
  if (present) {
    const now = planned(present.mode);
    if (now !== 'plan') return { open: true, mode: now, opensAt: null, closesAt: present.closesAt };
    return { open: false, mode: 'plan', opensAt: inOrder.find(opens)?.opensAt ?? null, closesAt: null };
  }
  const next = inOrder.find((one) => one.opensAt > at);
  const shown = planned((next ?? inOrder.at(-1)!).mode);
  return { open: false, mode: shown, opensAt: inOrder.find(opens)?.opensAt ?? null, closesAt: null };
}
