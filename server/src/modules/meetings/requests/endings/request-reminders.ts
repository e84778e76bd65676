import { halfTime } from '@musubi/calendar';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, type Tx } from '../../../../platform/index.js';

const minute = 60_000;
/** Who has less time than this to answer is not reminded. */
const worthAReminder = 120 * minute;
const sweepAtMost = 500;

/** When whoever has to answer is reminded: in the middle of their time, not at all when there is little of it. */
export function reminderOf(at: Date, answerBy: Date): Date | null {
  if (answerBy.getTime() - at.getTime() < worthAReminder) return null;
  return new Date(halfTime(at.toTemporalInstant(), answerBy.toTemporalInstant()).epochMilliseconds);
}

/** Reminds, once for each proposal, whoever has not answered at half time. */
@Injectable()
export class RequestReminders implements OnModuleInit {
  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.sweep('meeting requests half way to their deadline', 30, (tx) => this.remind(tx));
  }

  async remind(tx: Tx): Promise<number> {
    const [due] = (await tx.em.query(
      `UPDATE meeting_request SET remind_at = NULL
       WHERE id IN (
         SELECT id FROM meeting_request WHERE turn IS NOT NULL AND remind_at <= $1
         ORDER BY remind_at LIMIT ${sweepAtMost} FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING id AS "requestId", event_id AS "eventId", from_user_id AS "fromUserId", to_user_id AS "toUserId",
                 turn, answer_by > $1 AS waiting`,
      [tx.now],
    )) as [Due[], number];
    for (const { turn, waiting, ...request } of due) {
      const userId = turn === 'from' ? request.fromUserId : request.toUserId;
      if (waiting) await tx.fact({ name: 'meeting_request.half_time', ...request, userId });
    }
    return due.length;
  }
}

interface Due {
  requestId: string;
  eventId: string;
  fromUserId: string;
  toUserId: string;
  turn: 'from' | 'to';
  waiting: boolean;
}
