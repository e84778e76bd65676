import { Injectable } from '@nestjs/common';
import type { HandoverWhy } from '@musubi/contracts';
import { Notices, type Tx } from '../../../../platform/index.js';
import { Rooms } from '../../../rooms/index.js';
import type { MeetingRow } from '../../booked/views/meeting-rows.js';
import { Seats } from '../../booked/seats/seats.js';
import { RequestEndings } from '../../requests/endings/request-endings.js';
import { Handovers } from './handovers.js';

interface Next {
  participantId: string;
  userId: string;
}

interface How {
  why: HandoverWhy;
  byUserId: string | null;
  forUserId: string | null;
}

/** Puts one person in another's place in a meeting, or leaves the place empty; everything that was theirs ends at once. */
@Injectable()
export class StandIns {
  constructor(
    private readonly seats: Seats,
    private readonly handovers: Handovers,
    private readonly requests: RequestEndings,
    private readonly rooms: Rooms,
    private readonly notices: Notices,
  ) {}

  /**
   * The meeting keeps its time, its room, its conversation and its history.
   * @param before as it stands, its row held
   * @returns the meeting as it is now, or null when the next one is elsewhere then; the transaction goes on
   */
  async replace(tx: Tx, before: MeetingRow, side: 0 | 1, next: Next, how: How): Promise<MeetingRow | null> {
    const { id: meetingId, eventId, principalIds } = before;
    const seat = { ...next, side, part: 'required' as const };
    const old = before.sides.find((one) => one.side === side && one.participantId === principalIds[side]) ?? null;
    const meeting = old
      ? await this.seats.exchange(tx, before, seat, old)
      : await this.seats.takeIfFree(tx, before, seat);
    if (!meeting) return null;
    if (old) await this.letGo(tx, meetingId, old.userId);
    await this.handovers.stand(tx, before.requestId, principalIds[side], next.participantId);
    if (!(await this.handovers.standForMoves(tx, meetingId, principalIds[side], next.participantId)))
      await this.requests.closeMoves(tx, [meetingId]);
    await tx.em.query('DELETE FROM meeting_vacancy WHERE meeting_id = $1 AND side = $2', [meetingId, side]);
    await this.handovers.keep(tx, {
      meetingId,
      side,
      fromParticipantId: old?.participantId ?? null,
      toParticipantId: next.participantId,
      ...how,
    });
    const others = meeting.sides.filter((one) => one.side !== side);
    await tx.fact({
      name: 'meeting.handed_over',
      meetingId,
      eventId,
      side,
      fromUserId: old?.userId ?? null,
      toUserId: next.userId,
      otherSideUserIds: others.map(({ userId }) => userId),
    });
    return meeting;
  }

  /** Nobody is on the side any more: the place is to be filled. */
  async vacate(tx: Tx, before: MeetingRow, side: 0 | 1, organisationId: string): Promise<void> {
    const { id: meetingId, eventId, principalIds } = before;
    const participantId = principalIds[side];
    const old = before.sides.find((one) => one.participantId === participantId);
    if (old) {
      await this.seats.leave(tx, before, old.userId);
      await this.letGo(tx, meetingId, old.userId);
    }
    await tx.em.query(
      `INSERT INTO meeting_vacancy (meeting_id, side, event_id, organisation_id, left_participant_id, since)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [meetingId, side, eventId, organisationId, participantId, tx.now],
    );
    await this.handovers.keep(tx, {
      meetingId,
      side,
      why: 'left',
      fromParticipantId: participantId,
      toParticipantId: null,
      byUserId: null,
      forUserId: null,
    });
  }

  /** Out of the room and off its board, this moment. */
  private async letGo(tx: Tx, meetingId: string, userId: string): Promise<void> {
    this.rooms.remove(tx, userId, { kind: 'meeting', ids: [meetingId] });
    await this.notices.tell(tx, 'watching.narrowed', { userId });
  }
}
