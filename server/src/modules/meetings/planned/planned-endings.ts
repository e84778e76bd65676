import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { cancelMeeting } from '../booked/meeting.rules.js';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { keepContact } from '../requests/contact.js';
import { RequestEndings } from '../requests/endings/request-endings.js';
import { keepPhases } from '../slots/phases/phase-locks.js';
import { type AfterPlan, Reopenings } from './reopenings.js';

/** What a plan had booked and is cancelled now, and what became of the requests that it had answered. */
export interface TakenBack extends AfterPlan {
  cancelled: MeetingRow[];
}

/** Takes many meetings back that came of a plan, in a few statements for any number. Nobody is written to for each of them. */
@Injectable()
export class PlannedEndings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly agenda: Agenda,
    private readonly requests: RequestEndings,
    private readonly reopenings: Reopenings,
  ) {}

  /** @returns those that were cancelled by this: what has begun, was cancelled or settled before stays as it is */
  async cancel(tx: Tx, eventId: string, meetingIds: readonly string[]): Promise<TakenBack> {
    await holdMeetings(tx, eventId, meetingIds);
    const ahead = (await meetingsIn(tx.em, { ids: meetingIds })).filter(
      ({ state, startsAt }) => state === 'confirmed' && startsAt > tx.now,
    );
    if (ahead.length === 0) return { cancelled: [], reopened: 0, ended: [] };
    const cancelled = ahead.map((meeting) => ({
      ...cancelMeeting(meeting, { reason: 'plan-taken-back', at: tx.now }),
      cancelledBy: null,
      cancelledThrough: null,
      cancelledNote: null,
    }));
    await save(tx, cancelled);
    const ids = ahead.map(({ id }) => id);
    await this.requests.closeMoves(tx, ids);
    // Before whoever was asked to come hears of it: those of a request that opens again are still asked.
    const after = await this.reopenings.of(tx, eventId, cancelled);
    await this.agenda.release(tx, { kind: 'meeting', sourceId: ids });
    await tx.fact({ name: 'meetings.called_off', eventId, meetingIds: ids });
    for (const { id: meetingId, sides } of cancelled)
      tx.tell(
        sides.map(({ userId }) => userId),
        'meeting.changed',
        { meetingId, eventId },
      );
    const userIds = [...new Set(ahead.flatMap(({ sides }) => sides.map(({ userId }) => userId)))];
    await this.requests.tellRefilled(tx, userIds, [...new Set(ahead.map(({ slotId }) => slotId))]);
    return { cancelled, ...after };
  }

  /** When the two of a meeting were to meet by a plan that was taken back before, the latest; by meeting. */
  async takenBackBefore(meetingIds: readonly string[]): Promise<Map<string, { startsAt: Date; endsAt: Date }>> {
    const rows = (await this.dataSource.query(
      `SELECT DISTINCT ON (meeting.id) meeting.id, slot.starts_at AS "startsAt", slot.ends_at AS "endsAt"
       FROM meeting JOIN meeting_request request ON request.id = meeting.request_id
       JOIN meeting_request before ON before.event_id = request.event_id
         AND least(before.from_participant_id, before.to_participant_id) = least(request.from_participant_id, request.to_participant_id)
         AND greatest(before.from_participant_id, before.to_participant_id) = greatest(request.from_participant_id, request.to_participant_id)
       JOIN meeting old ON old.request_id = before.id AND old.id < meeting.id AND old.cancelled_because = 'plan-taken-back'
       JOIN meeting_slot slot ON slot.id = old.slot_id
       WHERE meeting.id = ANY ($1) AND meeting.state <> 'cancelled' ORDER BY meeting.id, old.id DESC`,
      [[...meetingIds]],
    )) as { id: string; startsAt: Date; endsAt: Date }[];
    return new Map(rows.map(({ id, ...during }) => [id, during]));
  }
}

/**
 * Contact, phases, meetings, as everything takes them: whoever leaves, blocks somebody or ends a phase at this moment comes
 * before or after. Where somebody else has come to stand for a side meanwhile, all of it once more.
 */
async function holdMeetings(tx: Tx, eventId: string, meetingIds: readonly string[]): Promise<void> {
  const kept = new Set<string>();
  for (;;) {
    const before = await aroundOf(tx, meetingIds);
    await keepContact(
      tx.em,
      [...before.userIds, eventId].filter((id) => !kept.has(id)),
    );
    for (const id of [...before.userIds, eventId]) kept.add(id);
    await keepPhases(tx.em, before.slotIds);
    await tx.em.query('SAVEPOINT before_holding');
    await tx.em.query('SELECT id FROM meeting WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [[...meetingIds]]);
    const { userIds } = await aroundOf(tx, meetingIds);
    const same = userIds.every((id) => kept.has(id));
    await tx.em.query(same ? 'RELEASE SAVEPOINT before_holding' : 'ROLLBACK TO SAVEPOINT before_holding');
    if (same) return;
  }
}

/** Who stands for the sides of these meetings, and which times their requests proposed. */
async function aroundOf(tx: Tx, meetingIds: readonly string[]): Promise<{ userIds: string[]; slotIds: string[] }> {
  const [row] = (await tx.em.query(
    `WITH asked AS (
       SELECT from_user_id, to_user_id, request.id FROM meeting JOIN meeting_request request ON request.id = request_id WHERE meeting.id = ANY ($1)
     )
     SELECT ARRAY(SELECT from_user_id FROM asked UNION SELECT to_user_id FROM asked) AS "userIds",
            ARRAY(SELECT DISTINCT slot_id FROM meeting_request_slot JOIN asked ON asked.id = request_id) AS "slotIds"`,
    [[...meetingIds]],
  )) as { userIds: string[]; slotIds: string[] }[];
  return row!;
}

/** The meetings are held, so that they still are as they were read; their seats are free. */
async function save(tx: Tx, cancelled: readonly MeetingRow[]): Promise<void> {
  const given = cancelled.map(({ id, state, version, sequence, cancelledBecause }) => ({
    id,
    state,
    version,
    sequence,
    because: cancelledBecause,
  }));
  await tx.em.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1) AS one (id uuid, state text, version integer, sequence integer, because text)
     ), changed AS (
       UPDATE meeting SET state = given.state, version = given.version, sequence = given.sequence, cancelled_because = given.because
       FROM given WHERE meeting.id = given.id RETURNING meeting.id
     )
     UPDATE meeting_seat SET live = false FROM changed WHERE meeting_id = changed.id`,
    [JSON.stringify(given)],
  );
}
