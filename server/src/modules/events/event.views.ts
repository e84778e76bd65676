import type { EventId, EventSummary, EventView } from '@musubi/contracts';
import type { EventEntity } from './event.entity.js';
import { fiscalYearOf, registrationAt } from './event.rules.js';

export function summaryOf(event: EventEntity, now: Date): EventSummary {
  const { slug, kind, state, title, lead, zone, matchmaking } = event;
  return {
    eventId: event.id as EventId,
    slug,
    kind,
    state,
    title,
    lead,
    zone,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    fiscalYear: fiscalYearOf(event.startsAt.toTemporalInstant()),
    matchmaking,
    registration: registrationAt(event, now),
  };
}

export function viewOf(event: EventEntity, now: Date): EventView {
  const { capacity, answerDays, organisedBy, supportedBy } = event;
  return {
    ...summaryOf(event, now),
    registrationOpensAt: event.registrationOpensAt.toISOString(),
    registrationClosesAt: event.registrationClosesAt.toISOString(),
    capacity,
    answerDays,
    organisedBy,
    supportedBy,
  };
}
