import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, type Tx } from '../../../../platform/index.js';
import { type MeetingRow, meetingsIn } from '../../booked/views/meeting-rows.js';
import { MeetingPresence } from '../meeting-presence.js';
import { PlansB } from '../plan-b/plans-b.js';
import { callMissing, missingOf } from './missing-side.js';

/** Minutes after the start at which a side that is not there is called. */
const callAfterMinutes = 3;

/** Calls the side that is missing, once, when the other waits in the room; also where organisers called it before that. */
@Injectable()
export class MissingRounds implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly presence: MeetingPresence,
    private readonly plans: PlansB,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep('meetings call the missing', 10, (tx) => this.round(tx));
  }

  async round(tx: Tx): Promise<number> {
    const meetings = await this.notCalledYet(tx);
    if (meetings.length === 0) return 0;
    const here = await this.presence.hereNow(meetings, tx.now, tx);
    const elsewhere = await this.plans.elsewhere(
      tx.em,
      meetings.map(({ id }) => id),
    );
    let called = 0;
    for (const meeting of meetings) {
      const missing = missingOf(meeting, here.get(meeting.id) ?? new Set());
      if (missing.length === 0 || elsewhere.has(meeting.id)) continue;
      await callMissing(tx, meeting, missing);
      called += 1;
    }
    return called;
  }

  private async notCalledYet(tx: Tx): Promise<MeetingRow[]> {
    const rows = (await tx.em.query(
      `SELECT meeting.id FROM meeting JOIN meeting_slot slot ON slot.id = meeting.slot_id
       LEFT JOIN meeting_missing_ping ping ON ping.meeting_id = meeting.id
       WHERE meeting.state = 'confirmed' AND slot.starts_at <= $1::timestamptz - $2 * interval '1 minute' AND slot.ends_at > $1
         AND (ping.starts_at IS DISTINCT FROM slot.starts_at OR ping.at < slot.starts_at + $2 * interval '1 minute')
       FOR NO KEY UPDATE OF meeting SKIP LOCKED`,
      [tx.now, callAfterMinutes],
    )) as { id: string }[];
    return rows.length === 0 ? [] : meetingsIn(tx.em, { ids: rows.map(({ id }) => id) });
  }
}
