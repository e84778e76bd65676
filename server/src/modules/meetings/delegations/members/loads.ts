import { Injectable } from '@nestjs/common';
import { overlaps, type Interval } from '@musubi/time';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../../platform/index.js';
import { intervalOf, type SlotTime } from '../../slots/slot-choice.rules.js';
import { Slots } from '../../slots/slots.service.js';
import type { Member } from './delegation.rules.js';

/** A meeting that somebody has in the event and that was not cancelled. */
export interface Met {
  userId: string;
  startsAt: Date;
  endsAt: Date;
}

/** How much members have to do already, and when they can be met. The same number of queries for any number of members. */
@Injectable()
export class Loads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly slots: Slots,
  ) {}

  async meetings(eventId: string, members: readonly Member[], tx?: Tx): Promise<Map<string, Met[]>> {
    const rows = (await (tx?.em ?? this.dataSource.manager).query(
      `SELECT seat.occupant_id AS "userId", lower(seat.during) AS "startsAt", upper(seat.during) AS "endsAt"
       FROM meeting_seat seat JOIN meeting ON meeting.id = seat.meeting_id
       WHERE meeting.event_id = $1 AND seat.live AND seat.occupant_id = ANY ($2) ORDER BY seat.during`,
      [eventId, members.map(({ userId }) => userId)],
    )) as Met[];
    const byUser = Map.groupBy(rows, ({ userId }) => userId);
    return new Map(members.map(({ userId }) => [userId, byUser.get(userId) ?? []]));
  }

  /** When each can be met no more, by user: promised or not offered, never why. */
  async busy(slots: readonly SlotTime[], members: readonly Member[], tx?: Tx): Promise<Map<string, Interval[]>> {
    return this.slots.busy(slots, members, tx);
  }

  /** The members with what an assignment asks about them for one slot. */
  async candidates<M extends Member>(
    eventId: string,
    slotId: string,
    members: readonly M[],
    tx?: Tx,
  ): Promise<(M & { free: boolean; meetings: number })[]> {
    const [slot] = (await (tx?.em ?? this.dataSource.manager).query(
      `SELECT id, block_id AS "blockId", starts_at AS "startsAt", ends_at AS "endsAt", false AS full FROM meeting_slot WHERE id = $1`,
      [slotId],
    )) as SlotTime[];
    const meetings = await this.meetings(eventId, members, tx);
    const busy = await this.busy([slot!], members, tx);
    const during = intervalOf(slot!);
    return members.map((member) => ({
      ...member,
      free: !overlaps(busy.get(member.userId) ?? [], during),
      meetings: meetings.get(member.userId)!.length,
    }));
  }
}
