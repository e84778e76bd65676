import { Injectable } from '@nestjs/common';
import type { IntervalSet } from '@musubi/time';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { Rooms } from '../../rooms/index.js';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import { roomWindow } from '../booked/meeting.rules.js';

/** Who is, and who was, in the rooms of meetings. */
@Injectable()
export class MeetingPresence {
  constructor(private readonly rooms: Rooms) {}

  /** Who is in which meeting's room now. Asks only about rooms that are open. */
  async hereNow(
    meetings: readonly MeetingRow[],
    now: Date,
    tx?: Tx,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const open = meetings.filter((meeting) => {
      const { opensAt, closesAt } = roomWindow(meeting);
      return meeting.state !== 'cancelled' && opensAt <= now && now <= closesAt;
    });
    return open.length === 0
      ? new Map()
      : this.rooms.here(
          'meeting',
          open.map(({ id }) => id),
          tx?.em,
        );
  }

  /** When each person was in each of the rooms: meeting → user → intervals. */
  async wasHere(
    meetings: readonly MeetingRow[],
    em: EntityManager,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, IntervalSet>>> {
    const presence = await this.rooms.presence(
      'meeting',
      meetings.map(({ id }) => id),
      em,
    );
    return new Map(
      [...presence].map(([meetingId, stays]) => {
        const byUser = Map.groupBy(stays, (stay) => stay.userId);
        const intervals = [...byUser].map(([userId, own]): [string, IntervalSet] => [
          userId,
          own.map(({ startsAt, endsAt }) => ({ start: startsAt.toTemporalInstant(), end: endsAt.toTemporalInstant() })),
        ]);
        return [meetingId, new Map(intervals)];
      }),
    );
  }
}
