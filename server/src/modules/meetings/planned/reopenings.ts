import { Injectable } from '@nestjs/common';
import type { StaysEnded } from '@musubi/contracts';
import { type Tx, violatedConstraint } from '../../../platform/index.js';
import type { MeetingRow } from '../booked/views/meeting-rows.js';
import { reminderOf } from '../requests/endings/request-reminders.js';
import { beforePlan, endAfterPlan, reopenRequest } from '../requests/meeting-request.rules.js';
import { requestsByIds, type RequestRow } from '../requests/request-rows.js';
import { Obstacles } from './obstacles.js';
import { partFromRequests, type Parted } from './parting.js';

/** What became of the requests that a plan had answered when it was taken back. */
export interface AfterPlan {
  reopened: number;
  ended: { because: StaysEnded; count: number }[];
}

interface Decided {
  request: RequestRow;
  /** Null: it opens again. */
  because: StaysEnded | null;
}

/** Opens requests again whose plan is taken back, in a few statements for any number; what stands against one is told. */
@Injectable()
export class Reopenings {
  constructor(private readonly obstacles: Obstacles) {}

  /** @param cancelled meetings of the plan, held and cancelled already; those of requests that open again get others */
  async of(tx: Tx, eventId: string, cancelled: readonly MeetingRow[]): Promise<AfterPlan> {
    const answered = await heldRequests(tx, cancelled);
    const decided = await this.decide(tx, eventId, answered);
    const open = decided.filter(({ because }) => because === null).map(({ request }) => request);
    const meetings = new Map(cancelled.map((meeting) => [meeting.requestId, meeting.id]));
    await partFromRequests(
      tx,
      open.map(({ id }): Parted => ({ requestId: id, meetingId: meetings.get(id)! })),
    );
    const given = decided.filter(({ because }) => because === 'to_plan').map(({ request }) => request.id);
    if (given.length > 0) await this.obstacles.giveToPlan(tx, given);
    for (const { request } of decided)
      tx.tell([request.fromUserId, request.toUserId], 'meeting_request.changed', { requestId: request.id, eventId });
    return { reopened: open.length, ended: counted(decided) };
  }

  /** Where somebody asks the other anew at this moment, either they find this one open or this one finds theirs. */
  private async decide(tx: Tx, eventId: string, answered: readonly RequestRow[]): Promise<Decided[]> {
    for (;;) {
      const against = await this.obstacles.against(tx, eventId, answered);
      const decided = answered.map((request) => ({ request, because: against.get(request.id) ?? null }));
      await tx.em.query('SAVEPOINT before_reopening');
      try {
        await save(tx, decided);
        await tx.em.query('RELEASE SAVEPOINT before_reopening');
        return decided;
      } catch (error) {
        if (violatedConstraint(error) !== 'meeting_request_open_pair') throw error;
        await tx.em.query('ROLLBACK TO SAVEPOINT before_reopening');
        await tx.em.query('RELEASE SAVEPOINT before_reopening');
      }
    }
  }
}

/** Of these meetings, those requests that somebody had asked and the plan answered. */
async function heldRequests(tx: Tx, meetings: readonly MeetingRow[]): Promise<RequestRow[]> {
  const ids = meetings.map(({ requestId }) => requestId);
  await tx.em.query('SELECT id FROM meeting_request WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
  return (await requestsByIds(tx.em, ids))
    .filter((request) => beforePlan(request) !== null)
    .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1));
}

async function save(tx: Tx, decided: readonly Decided[]): Promise<void> {
  const given = decided.map(({ request, because }) => {
    const { id, state, turn, version, answerBy } = because ? endAfterPlan(request, because) : reopenRequest(request);
    return { id, state, turn, version, because, remindAt: turn && reminderOf(tx.now, answerBy) };
  });
  await tx.em.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS one (id uuid, state text, turn text, version integer, because text, "remindAt" timestamptz)
     ), moved AS (
       UPDATE meeting_request request SET state = given.state, turn = given.turn, version = given.version, remind_at = given."remindAt"
       FROM given WHERE request.id = given.id RETURNING request.id
     )
     INSERT INTO meeting_request_move (request_id, version, by, did, at, because)
     SELECT id, version, 'organisers', state, $2::timestamptz, because FROM given JOIN moved USING (id)`,
    [JSON.stringify(given), tx.now],
  );
}

function counted(decided: readonly Decided[]): AfterPlan['ended'] {
  const by = Map.groupBy(
    decided.flatMap(({ because }) => because ?? []),
    (because) => because,
  );
  return [...by].map(([because, all]) => ({ because, count: all.length })).sort((a, b) => b.count - a.count);
}
