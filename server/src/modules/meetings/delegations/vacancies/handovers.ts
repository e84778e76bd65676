import { Injectable } from '@nestjs/common';
import type { HandoverView, HandoverWhy, MeetingId } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import type { Tx } from '../../../../platform/index.js';
import { Users } from '../../../identity/index.js';

export interface Handover {
  meetingId: string;
  side: 0 | 1;
  why: HandoverWhy;
  fromParticipantId: string | null;
  toParticipantId: string | null;
  byUserId: string | null;
  forUserId: string | null;
}

interface Row extends Handover {
  fromUserId: string | null;
  toUserId: string | null;
  startsAt: Date;
  partnerUserId: string;
  at: Date;
}

/** Puts one participant in another's place, on whichever side they are, and keeps that they did. @param which of the requests */
const replace = (which: string): string => `
  WITH replaced AS (
  UPDATE meeting_request
  SET from_participant_id = CASE from_participant_id WHEN $1 THEN next.id ELSE from_participant_id END,
      from_user_id = CASE from_participant_id WHEN $1 THEN next.user_id ELSE from_user_id END,
      to_participant_id = CASE to_participant_id WHEN $1 THEN next.id ELSE to_participant_id END,
      to_user_id = CASE to_participant_id WHEN $1 THEN next.user_id ELSE to_user_id END
  FROM registration next
  WHERE next.id = $2 AND $1 IN (meeting_request.from_participant_id, meeting_request.to_participant_id)
    AND $2 NOT IN (meeting_request.from_participant_id, meeting_request.to_participant_id)
    AND ${which}
  RETURNING meeting_request.id, CASE WHEN meeting_request.from_participant_id = $2 THEN 'from' ELSE 'to' END AS side, next.user_id
  )
  INSERT INTO meeting_request_stand_in (request_id, side, from_user_id, to_user_id, at)
  SELECT replaced.id, side, old.user_id, replaced.user_id, $4 FROM replaced JOIN registration old ON old.id = $1`;

/** Who stood for a side of a meeting, one after the other. */
@Injectable()
export class Handovers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
  ) {}

  async keep(tx: Tx, { meetingId, side, why, ...who }: Handover): Promise<void> {
    await tx.em.query(
      `INSERT INTO meeting_handover (meeting_id, side, why, from_participant_id, to_participant_id, by_user_id, for_user_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [meetingId, side, why, who.fromParticipantId, who.toParticipantId, who.byUserId, who.forUserId, tx.now],
    );
  }

  /** Makes somebody the one whom a request addresses: its conversation, its history and what comes of it are theirs. */
  async stand(tx: Tx, requestId: string, fromId: string, toId: string): Promise<void> {
    await tx.em.query(replace('meeting_request.id = $3'), [fromId, toId, requestId, tx.now]);
  }

  /**
   * The same for what asks to move a meeting.
   * @returns false where the two have something else open already, so that it stays addressed to who came before
   */
  async standForMoves(tx: Tx, meetingId: string, fromId: string, toId: string): Promise<boolean> {
    const ofMeeting = 'SELECT request_id FROM meeting_reschedule WHERE meeting_id = $3';
    await tx.em.query(
      replace(`meeting_request.id IN (${ofMeeting}) AND (meeting_request.turn IS NULL OR NOT EXISTS (
         SELECT FROM meeting_request other
         WHERE other.turn IS NOT NULL AND other.id <> meeting_request.id AND $2 IN (other.from_participant_id, other.to_participant_id)
           AND (meeting_request.from_participant_id IN (other.from_participant_id, other.to_participant_id)
             OR meeting_request.to_participant_id IN (other.from_participant_id, other.to_participant_id))))`),
      [fromId, toId, meetingId, tx.now],
    );
    const [row] = (await tx.em.query(
      `SELECT EXISTS (SELECT FROM meeting_request WHERE turn IS NOT NULL AND id IN (SELECT request_id FROM meeting_reschedule WHERE meeting_id = $1)
         AND $2 IN (from_participant_id, to_participant_id)) AS left_behind`,
      [meetingId, fromId],
    )) as { left_behind: boolean }[];
    return !row!.left_behind;
  }

  /** The last one that concerns a side of a meeting. */
  async last(em: EntityManager, meetingId: string, side: 0 | 1): Promise<Handover | null> {
    const [row] = (await em.query(
      `SELECT meeting_id AS "meetingId", side, why, from_participant_id AS "fromParticipantId",
              to_participant_id AS "toParticipantId", by_user_id AS "byUserId", for_user_id AS "forUserId"
       FROM meeting_handover WHERE meeting_id = $1 AND side = $2 ORDER BY id DESC LIMIT 1`,
      [meetingId, side],
    )) as Handover[];
    return row ?? null;
  }

  /** Of the people of an organisation at an event, the latest first. */
  async of(eventId: string, organisationId: string, atMost: number, em?: EntityManager): Promise<HandoverView[]> {
    const rows = (await (em ?? this.dataSource.manager).query(
      `SELECT handover.meeting_id AS "meetingId", handover.side, handover.why, handover.by_user_id AS "byUserId",
              handover.for_user_id AS "forUserId", handover.at, old.user_id AS "fromUserId", new.user_id AS "toUserId",
              slot.starts_at AS "startsAt", CASE handover.side WHEN 0 THEN request.to_user_id ELSE request.from_user_id END AS "partnerUserId"
       FROM meeting_handover handover
       JOIN meeting ON meeting.id = handover.meeting_id
       JOIN meeting_slot slot ON slot.id = meeting.slot_id
       JOIN meeting_request request ON request.id = meeting.request_id
       LEFT JOIN registration old ON old.id = handover.from_participant_id
       LEFT JOIN registration new ON new.id = handover.to_participant_id
       WHERE meeting.event_id = $1 AND coalesce(new.organisation_id, old.organisation_id) = $2
       ORDER BY handover.id DESC LIMIT $3`,
      [eventId, organisationId, atMost],
    )) as Row[];
    const people = rows.flatMap((row) => [
      row.fromUserId,
      row.toUserId,
      row.byUserId,
      row.forUserId,
      row.partnerUserId,
    ]);
    const cards = await this.users.cards(
      people.filter((id) => id !== null),
      em,
    );
    const name = (id: string | null) => (id && cards.get(id)?.name) || null;
    return rows.map((row) => ({
      meetingId: row.meetingId as MeetingId,
      startsAt: row.startsAt.toISOString(),
      partner: name(row.partnerUserId),
      why: row.why,
      from: name(row.fromUserId),
      to: name(row.toUserId),
      by: name(row.byUserId),
      byFor: name(row.forUserId),
      at: row.at.toISOString(),
    }));
  }
}
