import type { OpportunityInput, OpportunityState } from '@musubi/contracts';
import { isRegion, isTopicOf } from '@musubi/reference';
import { instantAt } from '@musubi/time';
import { DomainError } from '../../platform/index.js';

/** From each state, the states an opportunity may go to. */
export const opportunityMoves = {
  draft: ['submitted', 'published', 'archived'],
  submitted: ['published', 'draft', 'archived'],
  published: ['submitted', 'expired', 'archived'],
  expired: ['submitted', 'published', 'archived'],
  archived: [],
} as const satisfies Record<OpportunityState, readonly OpportunityState[]>;

/** @throws DomainError `opportunity.wrong_state` */
export function move(from: OpportunityState, to: OpportunityState): OpportunityState {
  if (!(opportunityMoves[from] as readonly OpportunityState[]).includes(to)) {
    throw new DomainError('opportunity.wrong_state', { state: from });
  }
  return to;
}

/** Who asks for publication, and what the instance asks of them. */
export interface Publishing {
  by: 'people' | 'staff';
  review: boolean;
}

/** Where publication leads: staff publish, people publish or, under review, hand in. */
export function afterPublish(state: OpportunityState, { by, review }: Publishing): OpportunityState {
  const next = by === 'people' && review ? 'submitted' : 'published';
  return state === next ? state : move(state, next);
}

/** A change of what is public is read again where the instance reviews. */
export function afterEdit(state: OpportunityState, review: boolean): OpportunityState {
  if (state === 'archived') throw new DomainError('opportunity.wrong_state', { state });
  return state === 'published' && review ? move(state, 'submitted') : state;
}

/** What an opportunity still lacks before others may see it. */
export type Gap = 'summary' | 'topic' | 'targetRegions' | 'deadline';

/** Fewer characters say too little to be matched or answered; Japanese says as much in half the space. */
const summaryAtLeast = { en: 40, ja: 20 } as const;

export function gapsOf(opportunity: OpportunityInput, now: Temporal.Instant, zone: string): Gap[] {
  const { summary, topic, dimension, targetRegions, deadline } = opportunity;
  const words = summary[summary.original] ?? '';
  return [
    words.length < summaryAtLeast[summary.original] && ('summary' as const),
    !isTopicOf(topic, dimension) && ('topic' as const),
    !targetRegions.every(isRegion) && ('targetRegions' as const),
    deadline !== null && Temporal.Instant.compare(endOf(deadline, zone), now) <= 0 && ('deadline' as const),
  ].filter((gap) => gap !== false);
}

/** @throws DomainError `opportunity.incomplete` with what is missing */
export function assertComplete(opportunity: OpportunityInput, now: Temporal.Instant, zone: string): void {
  const missing = gapsOf(opportunity, now, zone);
  if (missing.length > 0) throw new DomainError('opportunity.incomplete', { missing });
}

/** Twelve months of the organisation's calendar after publication, or the end of the last day on which it makes sense. */
export function expiryOf(publishedAt: Temporal.Instant, deadline: string | null, zone: string): Temporal.Instant {
  const year = publishedAt.toZonedDateTimeISO(zone).add({ months: 12 }).toInstant();
  if (deadline === null) return year;
  const last = endOf(deadline, zone);
  return Temporal.Instant.compare(last, year) < 0 ? last : year;
}

function endOf(date: string, zone: string): Temporal.Instant {
  return instantAt(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), '00:00', zone);
}
