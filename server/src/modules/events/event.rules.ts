import type { EventInput, EventPatch, EventState, EventSummary, FieldIssue } from '@musubi/contracts';
import { DomainError } from '../../platform/index.js';
import type { EventEntity } from './event.entity.js';

/** From each state, the states an event may go to. */
export const eventMoves = {
  draft: ['published'],
  published: ['cancelled'],
  cancelled: [],
} as const satisfies Record<EventState, readonly EventState[]>;

/**
 * The state after the command; the same state again changes nothing.
 * @throws DomainError `event.cancelled` for what is over, `event.not_open` for a draft that nobody knows of
 */
export function moveEvent(from: EventState, to: 'published' | 'cancelled'): EventState {
  if (from === to || (eventMoves[from] as readonly EventState[]).includes(to)) return to;
  throw new DomainError(from === 'cancelled' ? 'event.cancelled' : 'event.not_open', { state: from });
}

/** The Japanese fiscal year that an instant belongs to by Tokyo's date: 2026 is 1 April 2026 to 31 March 2027. */
export function fiscalYearOf(instant: Temporal.Instant): number {
  const { year, month } = instant.toZonedDateTimeISO('Asia/Tokyo');
  return month >= 4 ? year : year - 1;
}

type Dated = Pick<EventInput, 'startsAt' | 'endsAt' | 'registrationOpensAt' | 'registrationClosesAt'>;

/** @throws DomainError `request.invalid` with every date that does not fit the others */
export function assertDatesFit(dates: Dated): void {
  const before = (one: string, other: string) => Date.parse(one) < Date.parse(other);
  const issues: FieldIssue[] = [];
  if (!before(dates.startsAt, dates.endsAt)) issues.push({ path: 'endsAt', message: 'is not after the start' });
  if (!before(dates.registrationOpensAt, dates.registrationClosesAt)) {
    issues.push({ path: 'registrationClosesAt', message: 'is not after the opening' });
  }
  if (before(dates.endsAt, dates.registrationClosesAt)) {
    issues.push({ path: 'registrationClosesAt', message: 'is after the end of the event' });
  }
  if (issues.length > 0) throw new DomainError('request.invalid', undefined, issues);
}

/** What calendars carry of an event: a change of it raises their SEQUENCE. */
const inCalendars = ['title', 'startsAt', 'endsAt', 'zone'] as const satisfies readonly (keyof EventPatch)[];

export function touchesCalendar(patch: EventPatch): boolean {
  return inCalendars.some((field) => patch[field] !== undefined);
}

type Opening = Pick<EventEntity, 'state' | 'registrationOpensAt' | 'registrationClosesAt'>;

export function registrationAt(event: Opening, now: Date): EventSummary['registration'] {
  if (event.state === 'cancelled' || now >= event.registrationClosesAt) return 'closed';
  return event.state === 'draft' || now < event.registrationOpensAt ? 'not_yet' : 'open';
}
