import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../platform/index.js';
import { Agenda } from '../../agenda/index.js';
import { cancelMeeting } from '../booked/meeting.rules.js';
import { meetingsIn, type MeetingRow } from '../booked/views/meeting-rows.js';
import { RequestEndings } from '../requests/endings/request-endings.js';

/** Takes many meetings back that came of a plan, in a few statements for any number. Nobody is written to for each of them. */
@Injectable()
export class PlannedEndings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly agenda: Agenda,
    private readonly requests: RequestEndings,
  ) {}

  /** @returns those that were cancelled by this: what has begun, was cancelled or settled before stays as it is */
  async cancel(tx: Tx, eventId: string, meetingIds: readonly string[]): Promise<MeetingRow[]> {
    await tx.em.query('SELECT id FROM meeting WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [[...meetingIds]]);
    const ahead = (await meetingsIn(tx.em, { ids: meetingIds })).filter(
      ({ state, startsAt }) => state === 'confirmed' && startsAt > tx.now,
    );
    if (ahead.length === 0) return [];
    const cancelled = ahead.map((meeting) => ({
      ...cancelMeeting(meeting, { reason: 'plan-taken-back', at: tx.now }),
      cancelledBy: null,
      cancelledThrough: null,
      cancelledNote: null,
    }));
    await save(tx, cancelled);
    const ids = ahead.map(({ id }) => id);
    await this.agenda.release(tx, { kind: 'meeting', sourceId: ids });
    await tx.fact({ name: 'meetings.called_off', eventId, meetingIds: ids });
    for (const { id: meetingId, sides } of cancelled)
      tx.tell(
        sides.map(({ userId }) => userId),
        'meeting.changed',
        { meetingId, eventId },
      );
    await this.requests.closeMoves(tx, ids);
    const userIds = [...new Set(ahead.flatMap(({ sides }) => sides.map(({ userId }) => userId)))];
    await this.requests.tellRefilled(tx, userIds, [...new Set(ahead.map(({ slotId }) => slotId))]);
    return cancelled;
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
