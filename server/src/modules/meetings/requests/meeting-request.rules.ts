import type { DeclineReason, MeetingRequestState, StaysEnded } from '@musubi/contracts';
import { DomainError } from '../../../platform/index.js';

/** Which of the two: who asked first, or who was asked. */
export type RequestSide = 'from' | 'to';
/** Whose move it was: one of the two, time and circumstances, or the organisers with their plan. */
export type Mover = RequestSide | 'system' | 'organisers';

/**
 * What may become of a request: it is answered, taken back, or time and circumstances end it. One that the organisers' plan has
 * accepted opens again when the plan is taken back, or ends then.
 */
export const moves = {
  requested: ['countered', 'accepted', 'declined', 'withdrawn', 'expired', 'unavailable'],
  countered: ['countered', 'accepted', 'declined', 'withdrawn', 'expired', 'unavailable'],
  accepted: ['requested', 'countered', 'expired', 'unavailable'],
  declined: [],
  withdrawn: [],
  expired: [],
  unavailable: [],
} as const satisfies Record<MeetingRequestState, readonly MeetingRequestState[]>;

export const openStates = ['requested', 'countered'] as const satisfies readonly MeetingRequestState[];
export const isOpen = (state: MeetingRequestState): boolean => (openStates as readonly string[]).includes(state);

export interface Proposal {
  readonly slotId: string;
  readonly startsAt: Date;
  /** False once one of the two has something else then; left out of what is only just proposed. */
  readonly open?: boolean;
}

export interface MeetingRequest {
  readonly state: MeetingRequestState;
  /** Whose answer is awaited; null when it is over. */
  readonly turn: RequestSide | null;
  readonly version: number;
  readonly answerBy: Date;
  /** In order of preference. */
  readonly slots: readonly Proposal[];
  readonly declinedBecause: DeclineReason | null;
  readonly note: string | null;
}

interface Move {
  readonly by: RequestSide;
  readonly at: Date;
}

export const otherSide = (side: RequestSide): RequestSide => (side === 'from' ? 'to' : 'from');

/** Who proposed the slots that stand: those are softly held for this side. */
export const proposer = (request: Pick<MeetingRequest, 'turn'>): RequestSide | null =>
  request.turn && otherSide(request.turn);

export function newRequest(slots: readonly Proposal[], { at, answerBy }: { at: Date; answerBy: Date }): MeetingRequest {
  assertAhead(slots, at);
  return { state: 'requested', turn: 'to', version: 1, answerBy, slots, declinedBecause: null, note: null };
}

/** @throws DomainError `meeting_request.slot_not_proposed`, `meeting.slot_past`, or as {@link answering} */
export function acceptRequest(request: MeetingRequest, { slotId, by, at }: Move & { slotId: string }): MeetingRequest {
  answering(request, { by, at });
  const chosen = request.slots.find((slot) => slot.slotId === slotId);
  if (!chosen) throw new DomainError('meeting_request.slot_not_proposed', { slotId });
  assertAhead([chosen], at);
  return over(request, 'accepted');
}

export function declineRequest(
  request: MeetingRequest,
  { reason, note, ...move }: Move & { reason: DeclineReason; note: string | null },
): MeetingRequest {
  answering(request, move);
  return { ...over(request, 'declined'), declinedBecause: reason, note };
}

/** Whether nobody can take any of its slots any more: it waits for an answer that cannot come. */
export const isStuck = ({ state, slots }: Pick<MeetingRequest, 'state' | 'slots'>): boolean =>
  isOpen(state) && slots.every(({ open }) => open === false);

/**
 * Other slots instead; now the other side is asked, by a deadline of its own. Where none of the slots that stand can be
 * taken any more, whoever proposed them may propose others, too.
 */
export function counterRequest(
  request: MeetingRequest,
  { slots, note, answerBy, ...move }: Move & { slots: readonly Proposal[]; note: string | null; answerBy: Date },
): MeetingRequest {
  if (isStuck(request)) assertOpen(request, move.at);
  else answering(request, move);
  assertAhead(slots, move.at);
  return {
    ...request,
    state: 'countered',
    turn: otherSide(move.by),
    version: request.version + 1,
    answerBy,
    slots,
    note,
  };
}

/** Only who asked may take it back, whoever's turn it is. */
export function withdrawRequest(request: MeetingRequest, { by, at }: Move): MeetingRequest {
  assertOpen(request, at);
  if (by !== 'from') throw new DomainError('forbidden');
  return over(request, 'withdrawn');
}

/** @throws DomainError `meeting_request.wrong_state` while the deadline has not passed */
export function expireRequest(request: MeetingRequest, { at }: { at: Date }): MeetingRequest {
  if (!isOpen(request.state) || request.answerBy > at) throw new DomainError('meeting_request.wrong_state');
  return over(request, 'expired');
}

/** A block, a withdrawal from the event, a cancelled event: it closes without a word about why. */
export function closeRequest(request: MeetingRequest): MeetingRequest {
  if (!isOpen(request.state)) throw new DomainError('meeting_request.wrong_state');
  return over(request, 'unavailable');
}

/** How it stood when the organisers' plan answered it, and whose answer was awaited. */
export interface BeforePlan {
  readonly state: (typeof openStates)[number];
  readonly turn: RequestSide;
}

/** @returns null for what the plan brought about without being asked, and for what it did not answer */
export function beforePlan({ state, history }: Answered): BeforePlan | null {
  if (state !== 'accepted' || history.at(-1)?.by !== 'organisers') return null;
  const last = history.findLast(({ by }) => by === 'from' || by === 'to');
  if (!last || (last.did !== 'requested' && last.did !== 'countered')) return null;
  return { state: last.did, turn: otherSide(last.by as RequestSide) };
}

interface Answered {
  readonly state: MeetingRequestState;
  readonly history: readonly { by: Mover; did: MeetingRequestState }[];
}

/**
 * The plan that had answered it was taken back: both sides are where they were, with the same deadline.
 * @throws DomainError `meeting_request.wrong_state` for what the plan did not answer
 */
export function reopenRequest<R extends MeetingRequest & Answered>(request: R): R {
  const before = beforePlan(request);
  if (!before) throw new DomainError('meeting_request.wrong_state', { state: request.state });
  return { ...request, ...before, version: request.version + 1 };
}

/** The same, where something stands against its being open. What its time has ended has expired. */
export function endAfterPlan<R extends MeetingRequest & Answered>(request: R, because: StaysEnded): R {
  if (!beforePlan(request)) throw new DomainError('meeting_request.wrong_state', { state: request.state });
  const state = because === 'not_available' || because === 'another_open' ? 'unavailable' : 'expired';
  return { ...request, state, turn: null, version: request.version + 1 };
}

/** @throws DomainError `meeting_request.not_your_turn`, or as {@link assertOpen} */
function answering(request: MeetingRequest, { by, at }: Move): void {
  assertOpen(request, at);
  if (request.turn !== by) throw new DomainError('meeting_request.not_your_turn');
}

/** The deadline counts from its own instant, whether or not a sweep has come by. */
function assertOpen(request: MeetingRequest, at: Date): void {
  if (request.state === 'expired') throw new DomainError('meeting_request.expired');
  if (!isOpen(request.state)) throw new DomainError('meeting_request.wrong_state', { state: request.state });
  if (request.answerBy <= at) throw new DomainError('meeting_request.expired');
}

function assertAhead(slots: readonly Proposal[], at: Date): void {
  const past = slots.find((slot) => slot.startsAt <= at);
  if (past) throw new DomainError('meeting.slot_past', { slotId: past.slotId });
}

function over(request: MeetingRequest, state: MeetingRequestState): MeetingRequest {
  return { ...request, state, turn: null, version: request.version + 1 };
}
