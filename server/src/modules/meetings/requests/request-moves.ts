import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/index.js';
import type { PhaseEnding } from '../meetings.facts.js';
import type { MeetingRequest } from './meeting-request.rules.js';
import { requestById, saveMove, type MoveOf, type RequestRow } from './request-rows.js';

type Told = Pick<RequestRow, 'id' | 'eventId' | 'fromUserId' | 'toUserId' | 'state'>;

/** Keeps moves and tells everybody whom they concern. */
@Injectable()
export class RequestMoves {
  /** @returns the request as it is now, or null when somebody else was faster */
  async make(tx: Tx, before: RequestRow, next: MeetingRequest, move: MoveOf): Promise<RequestRow | null> {
    if (!(await saveMove(tx.em, before, next, move))) return null;
    const after = (await requestById(tx.em, before.id))!;
    await this.answered(tx, after, move.by);
    return after;
  }

  async sent(tx: Tx, request: Told): Promise<void> {
    await tx.fact({ name: 'meeting_request.sent', ...factOf(request) });
    tellSides(tx, request);
  }

  async answered(tx: Tx, request: Told, by: MoveOf['by'], because?: PhaseEnding): Promise<void> {
    const { state, fromUserId, toUserId } = request;
    if (state === 'requested' || state === 'accepted') throw new Error(`${state} is told in another way`);
    const byUserId = by === 'system' ? null : by === 'from' ? fromUserId : toUserId;
    await tx.fact({
      name: 'meeting_request.answered',
      ...factOf(request),
      did: state,
      byUserId,
      ...(because ? { because } : {}),
    });
    tellSides(tx, request);
  }

  async emptied(tx: Tx, request: Told): Promise<void> {
    await tx.fact({ name: 'meeting_request.emptied', ...factOf(request) });
    tellSides(tx, request);
  }

  /** A time that was taken is free again. */
  async refilled(tx: Tx, request: Told): Promise<void> {
    await tx.fact({ name: 'meeting_request.refilled', ...factOf(request) });
    tellSides(tx, request);
  }
}

const factOf = ({ id, eventId, fromUserId, toUserId }: Told) => ({ requestId: id, eventId, fromUserId, toUserId });

function tellSides(tx: Tx, { id, eventId, fromUserId, toUserId }: Told): void {
  tx.tell([fromUserId, toUserId], 'meeting_request.changed', { requestId: id, eventId });
}
