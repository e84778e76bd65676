import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, type Tx } from '../../../platform/index.js';
import { meetingsIn } from '../booked/views/meeting-rows.js';

/** Hours before a meeting at which its people get the brief; whoever books later gets it soon after. */
const aheadHours = 24;
/** Minutes before the start from which a brief would only disturb. */
const tooLateMinutes = 30;
/** Sent by one round; what is left goes with the next. */
const roundAtMost = 200;

/** Sees to it that the people of each meeting are briefed once, and once more where it has moved. */
@Injectable()
export class BriefRounds implements OnModuleInit {
  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.sweep('meeting briefs', 60, (tx) => this.round(tx));
  }

  async round(tx: Tx): Promise<number> {
    const due = (await tx.em.query(
      `INSERT INTO meeting_brief (meeting_id, slot_id, sent_at)
       SELECT meeting.id, meeting.slot_id, $1
       FROM meeting JOIN meeting_slot slot ON slot.id = meeting.slot_id
       LEFT JOIN meeting_brief brief ON brief.meeting_id = meeting.id
       WHERE meeting.state = 'confirmed' AND brief.slot_id IS DISTINCT FROM meeting.slot_id
         AND slot.starts_at > $1::timestamptz + make_interval(mins => ${tooLateMinutes})
         AND slot.starts_at <= $1::timestamptz + make_interval(hours => ${aheadHours})
       ORDER BY slot.starts_at, meeting.id LIMIT ${roundAtMost}
       ON CONFLICT ON CONSTRAINT meeting_brief_pk DO UPDATE SET slot_id = excluded.slot_id, sent_at = excluded.sent_at
       RETURNING meeting_id`,
      [tx.now],
    )) as { meeting_id: string }[];
    if (due.length === 0) return 0;
    for (const { id: meetingId, eventId, sides, interpretation } of await meetingsIn(tx.em, {
      ids: due.map((row) => row.meeting_id),
    })) {
      const userIds = [...sides, ...(interpretation?.interpreter ? [interpretation.interpreter] : [])].map(
        ({ userId }) => userId,
      );
      await tx.fact({ name: 'meeting.near', meetingId, eventId, userIds });
    }
    return due.length;
  }
}
