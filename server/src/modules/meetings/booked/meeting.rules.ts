import type { Cancellation, MeetingState, VerdictSource } from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';

const minute = 60_000;
/** Minutes before the start at which the room opens. */
export const opensBeforeMinutes = 10;
/** Minutes after the end at which the room closes when nobody has to go on. */
export const staysOpenMinutes = 15;

/** What may become of a meeting. What presence measured both sides may declare, and organisers decide, to have been otherwise. */
export const meetingMoves = {
  confirmed: ['cancelled', 'held', 'cut_short', 'no_show', 'not_held'],
  cancelled: [],
  held: ['cut_short', 'no_show', 'not_held'],
  cut_short: ['held', 'no_show', 'not_held'],
  no_show: ['held', 'cut_short', 'not_held'],
  not_held: ['held', 'cut_short', 'no_show'],
} as const satisfies Record<MeetingState, readonly MeetingState[]>;

export interface Meeting {
  readonly state: MeetingState;
  readonly version: number;
  /** SEQUENCE of its calendar entry. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelledBecause: Cancellation | null;
  readonly settledFrom: VerdictSource | null;
}

export type Verdict = Exclude<MeetingState, 'confirmed' | 'cancelled'>;

/** Any time before the start; it frees everything at once. */
export function cancelMeeting<M extends Meeting>(meeting: M, { reason, at }: { reason: Cancellation; at: Date }): M {
  if (meeting.startsAt <= at) throw new DomainError('meeting.wrong_state', { state: meeting.state });
  return {
    ...moved(meeting, 'cancelled'),
    sequence: meeting.sequence + 1,
    cancelledBecause: reason,
  };
}

/** To another slot, when both sides want that and it has not begun: the same meeting, and calendars hear of it. */
export function moveMeeting<M extends Meeting>(
  meeting: M,
  { slot, at }: { slot: { slotId: string; startsAt: Date; endsAt: Date }; at: Date },
): M & { slotId: string } {
  assertMovable(meeting, at);
  const { slotId, startsAt, endsAt } = slot;
  return { ...meeting, slotId, startsAt, endsAt, version: meeting.version + 1, sequence: meeting.sequence + 1 };
}

/** @throws DomainError `meeting.wrong_state` once it has begun or does not stand */
export function assertMovable({ state, startsAt }: Pick<Meeting, 'state' | 'startsAt'>, at: Date): void {
  if (state !== 'confirmed' || startsAt <= at) throw new DomainError('meeting.wrong_state', { state });
}

/**
 * What became of it, once it is over: what presence says at first, later what both sides declare or an organiser decides.
 * The same again is an entry of its own, and nothing else changes.
 * @throws DomainError `meeting.wrong_state` before the end and for one that was cancelled
 */
export function settleMeeting<M extends Meeting>(
  meeting: M,
  { state, source, at }: { state: Verdict; source: VerdictSource; at: Date },
): M {
  if (meeting.endsAt > at) throw new DomainError('meeting.wrong_state', { state: meeting.state });
  const same = meeting.state === state;
  return { ...(same ? { ...meeting, version: meeting.version + 1 } : moved(meeting, state)), settledFrom: source };
}

/**
 * When one may be in the room: from 10 minutes before the start until some time after the end, sooner where one of the
 * people is expected elsewhere, never before the end.
 */
export function roomWindow(
  { startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>,
  nextStartsAt: Date | null = null,
) {
  const closes = Math.min(endsAt.getTime() + staysOpenMinutes * minute, nextStartsAt?.getTime() ?? Infinity);
  return {
    opensAt: new Date(startsAt.getTime() - opensBeforeMinutes * minute),
    closesAt: new Date(Math.max(endsAt.getTime(), closes)),
  };
}

function moved<M extends Meeting>(meeting: M, state: MeetingState): M {
  const allowed: readonly MeetingState[] = meetingMoves[meeting.state];
  if (!allowed.includes(state)) throw new DomainError('meeting.wrong_state', { state: meeting.state });
  return { ...meeting, state, version: meeting.version + 1 };
}
