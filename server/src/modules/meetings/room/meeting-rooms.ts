import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Facts, Jobs, type Tx } from '../../../platform/index.js';
import { Rooms } from '../../rooms/index.js';
import { MeetingDoor } from './meeting-door.js';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { opensBeforeMinutes, staysOpenMinutes } from '../booked/meeting.rules.js';

const lookEverySeconds = 10;

/** Closes the rooms of meetings, so that nobody stays in one whose door is shut: a token outlives what it was given for. */
@Injectable()
export class MeetingRooms implements OnModuleInit {
  constructor(
    private readonly facts: Facts,
    private readonly jobs: Jobs,
    private readonly rooms: Rooms,
    private readonly door: MeetingDoor,
  ) {}

  onModuleInit(): void {
    for (const name of ['meeting.cancelled', 'meeting.moved'] as const)
      this.facts.on(name, async ({ meetingId }, tx) => this.rooms.close(tx, 'meeting', [meetingId]));
    this.facts.on('meetings.called_off', async ({ meetingIds }, tx) => this.rooms.close(tx, 'meeting', meetingIds));
    this.facts.on('meeting.seat_left', async ({ meetingId, userId }, tx) =>
      this.rooms.remove(tx, userId, { kind: 'meeting', ids: [meetingId] }),
    );
    this.facts.on('person.blocked', ({ byUserId, userId }, tx) => this.part(tx, [byUserId, userId]));
    this.jobs.sweep('meetings close rooms', lookEverySeconds, (tx) => this.closeDue(tx));
  }

  /** Rooms of meetings that are over, or are at another time now. */
  private async closeDue(tx: Tx): Promise<number> {
    const meetings = await meetingsIn(tx.em, { ids: await this.rooms.open('meeting', tx.em) });
    // Never closed before its end, whatever comes next: most need no further look.
    const outside = meetings.filter((one) => !isOn(one, tx.now));
    const windows = await this.door.windows(
      outside.filter(({ state }) => state !== 'cancelled'),
      tx.em,
    );
    const due: string[] = [];
    for (const { id } of outside) {
      const window = windows.get(id);
      if (!window || tx.now < window.opensAt || tx.now >= window.closesAt) due.push(id);
    }
    this.rooms.close(tx, 'meeting', due);
    return due.length;
  }

  /** Two who are, or may be, in a room together this moment and do not want to be. */
  private async part(tx: Tx, [one, other]: [string, string]): Promise<void> {
    const shared = (await tx.em.query(
      `SELECT seat.meeting_id AS id FROM meeting_seat seat JOIN meeting_seat beside USING (meeting_id)
       WHERE seat.live AND seat.occupant_id = $1 AND beside.occupant_id = $2
         AND seat.during && tstzrange($3::timestamptz - $4 * interval '1 minute', $3::timestamptz + $5 * interval '1 minute')`,
      [one, other, tx.now, staysOpenMinutes, opensBeforeMinutes],
    )) as { id: string }[];
    this.rooms.close(
      tx,
      'meeting',
      shared.map(({ id }) => id),
    );
  }
}

function isOn({ state, startsAt, endsAt }: MeetingRow, now: Date): boolean {
  return state !== 'cancelled' && startsAt <= now && now < endsAt;
}
