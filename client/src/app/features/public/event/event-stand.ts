import type { EventSummary } from '@musubi/contracts';

/** How an event stands for somebody who thinks of coming. */
export type EventStand = 'cancelled' | 'past' | 'now' | 'open' | 'closed' | 'not_yet';

export function standOf(
  event: Pick<EventSummary, 'state' | 'startsAt' | 'endsAt' | 'registration'>,
  now: Temporal.Instant,
): EventStand {
  if (event.state === 'cancelled') return 'cancelled';
  if (Temporal.Instant.compare(now, Temporal.Instant.from(event.endsAt)) >= 0) return 'past';
  if (Temporal.Instant.compare(now, Temporal.Instant.from(event.startsAt)) >= 0) return 'now';
  return event.registration;
}
