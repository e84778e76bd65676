import type { OpportunityState, RevisionState } from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';

/**
 * Where a profile or an opportunity stands. Before the `+`: what the public has of it. After it: changes beside the text that is
 * or was public, which nobody else reads until they are approved.
 */
export const standings = [
  'draft',
  'submitted',
  'published',
  'published+draft',
  'published+submitted',
  'expired',
  'expired+draft',
  'expired+submitted',
  'archived',
] as const;
export type Standing = (typeof standings)[number];

export const actions = [
  'revise',
  'submit',
  'publish',
  'approve',
  'send_back',
  'withdraw',
  'renew',
  'expire',
  'archive',
  'restore',
] as const;
export type Action = (typeof actions)[number];

/** From each standing, what may be done and where it leads; anything else is refused. `withdraw` takes back what waits first. */
export const moves = {
  draft: { submit: 'submitted', publish: 'published', archive: 'archived' },
  submitted: { publish: 'published', approve: 'published', send_back: 'draft', withdraw: 'draft', archive: 'archived' },
  published: {
    revise: 'published+draft',
    renew: 'published',
    expire: 'expired',
    withdraw: 'draft',
    archive: 'archived',
  },
  'published+draft': {
    submit: 'published+submitted',
    publish: 'published',
    renew: 'published+draft',
    expire: 'expired+draft',
    withdraw: 'draft',
    archive: 'archived',
  },
  'published+submitted': {
    publish: 'published',
    approve: 'published',
    send_back: 'published+draft',
    renew: 'published+submitted',
    expire: 'expired+submitted',
    withdraw: 'published+draft',
    archive: 'archived',
  },
  expired: {
    revise: 'expired+draft',
    renew: 'published',
    publish: 'published',
    withdraw: 'draft',
    archive: 'archived',
  },
  'expired+draft': {
    submit: 'expired+submitted',
    publish: 'published',
    renew: 'published+draft',
    withdraw: 'draft',
    archive: 'archived',
  },
  'expired+submitted': {
    publish: 'published',
    approve: 'published',
    send_back: 'expired+draft',
    renew: 'published+submitted',
    withdraw: 'expired+draft',
    archive: 'archived',
  },
  archived: { restore: 'draft' },
} as const satisfies Record<Standing, Partial<Record<Action, Standing>>>;

export type Thing = 'profile' | 'opportunity';

/** @throws DomainError `profile.wrong_state`, `opportunity.wrong_state` */
export function next(thing: Thing, from: Standing, action: Action): Standing {
  const to = (moves[from] as Partial<Record<Action, Standing>>)[action];
  if (!to) throw new DomainError(`${thing}.wrong_state`, { state: stateOf(from) });
  return to;
}

export function may(from: Standing, action: Action): boolean {
  return action in moves[from];
}

export function standingOf({ state, revisionState }: { state: OpportunityState; revisionState: RevisionState | null }) {
  return (revisionState ? `${state}+${revisionState}` : state) as Standing;
}

export function stateOf(standing: Standing): OpportunityState {
  return standing.split('+')[0] as OpportunityState;
}

export function revisionOf(standing: Standing): RevisionState | null {
  return (standing.split('+')[1] as RevisionState | undefined) ?? null;
}

/** Whether organisers are to read something of it. */
export function waits(standing: Standing): boolean {
  return standing.endsWith('submitted');
}

/**
 * What pressing "publish" does: where the instance reviews, its people hand in; without review the text is public at once. An
 * expired text that nobody changed was read before: it is renewed. Null: there is nothing left to do.
 */
export function publishing(standing: Standing, review: boolean): Action | null {
  if (standing === 'published') return null;
  if (!review) return 'publish';
  if (waits(standing)) return null;
  return standing === 'expired' ? 'renew' : 'submit';
}

/**
 * Where a change of the text goes: into the text itself, or beside the one that was read and is or was public.
 * @throws DomainError where it is archived
 */
export function writing(
  thing: Thing,
  standing: Standing,
  review: boolean,
): { to: Standing; into: 'content' | 'revision' } {
  if (standing === 'archived') throw new DomainError(`${thing}.wrong_state`, { state: 'archived' });
  if (revisionOf(standing)) return { to: standing, into: 'revision' };
  const wasRead = standing === 'published' || standing === 'expired';
  if (wasRead && review) return { to: next(thing, standing, 'revise'), into: 'revision' };
  return { to: standing, into: 'content' };
}

/** Days before the end at which its people are written to, the later one last. */
export const remindedAt = [30, 7] as const;

/** The letter that is due so many days before the end, or null: 30, 7, each once; nothing where the last day is over. */
export function reminderDue(daysLeft: number, reminded: number | null): number | null {
  if (daysLeft <= 0) return null;
  const due = remindedAt.filter((days) => daysLeft <= days).at(-1) ?? null;
  return due !== null && (reminded === null || due < reminded) ? due : null;
}
