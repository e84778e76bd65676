import { Injectable } from '@nestjs/common';
import type { StaysEnded } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { cancelMeeting } from '../booked/meeting.rules.js';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { RequestEndings } from '../requests/endings/request-endings.js';
import { holdMeetings } from './hold-meetings.js';
import { type AfterPlan, Reopenings } from './reopenings.js';

/** What a plan had booked and is cancelled now, and what became of the requests that it had answered. */
export interface TakenBack extends AfterPlan {
  cancelled: MeetingRow[];
}

/** Of the request that a meeting had answered which was taken back: it is open again, or stays ended. */
export interface RequestAfter {
  because: StaysEnded | null;
  /** Its two sides. */
  userIds: [string, string];
  /** Whose answer it waits for, and until when; null where it stays ended. */
  awaitedUserId: string | null;
  answerBy: Date | null;
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

  /** What taking these back would do now: how many are still to come, and how many of them came of a request that somebody had sent. */
  async ahead(meetingIds: readonly string[]): Promise<{ meetings: number; requests: number }> {
    const [row] = (await this.dataSource.query(
      `SELECT count(*)::int AS meetings, count(*) FILTER (WHERE EXISTS (
         SELECT FROM meeting_request_move move WHERE move.request_id = meeting.request_id AND move.by IN ('from', 'to')))::int AS requests
       FROM meeting JOIN meeting_slot slot ON slot.id = meeting.slot_id
       WHERE meeting.id = ANY ($1) AND meeting.state = 'confirmed' AND slot.starts_at > domain_now()`,
      [[...meetingIds]],
    )) as { meetings: number; requests: number }[];
    return row!;
  }

  /** What became of the requests that these meetings, which were taken back, had answered; those of no request are missing. */
  async requestsAfter(meetingIds: readonly string[]): Promise<Map<string, RequestAfter>> {
    const rows = (await this.dataSource.query(
      `SELECT meeting.id, last.because, again.answer_by AS "answerBy", ARRAY[request.from_user_id, request.to_user_id] AS "userIds",
              CASE again.turn WHEN 'from' THEN again.from_user_id WHEN 'to' THEN again.to_user_id END AS "awaitedUserId"
       FROM meeting JOIN meeting_request request ON request.id = meeting.request_id
       JOIN LATERAL (
         SELECT because FROM meeting_request_move WHERE request_id = request.id ORDER BY version DESC LIMIT 1
       ) AS last ON true
       LEFT JOIN meeting_request again ON again.event_id = request.event_id AND again.turn IS NOT NULL
         AND least(again.from_participant_id, again.to_participant_id) = least(request.from_participant_id, request.to_participant_id)
         AND greatest(again.from_participant_id, again.to_participant_id) = greatest(request.from_participant_id, request.to_participant_id)
         AND EXISTS (SELECT FROM meeting_request_move WHERE request_id = again.id AND version = again.version AND by = 'organisers')
       WHERE meeting.id = ANY ($1) AND meeting.cancelled_because = 'plan-taken-back' AND (last.because IS NOT NULL OR again.id IS NOT NULL)`,
      [[...meetingIds]],
    )) as (RequestAfter & { id: string })[];
    return new Map(rows.map(({ id, ...after }) => [id, after]));
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
