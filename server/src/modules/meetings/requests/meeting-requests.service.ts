import { Injectable } from '@nestjs/common';
import type { MeetingRequestView } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, DomainError, PolicyRegistry } from '../../../platform/index.js';
import { Participants } from '../../registration/index.js';
import type { RequestSide } from './meeting-request.rules.js';
import { requestById, requestsOf, type RequestRow } from './request-rows.js';
import { RequestViews } from './request-views.js';

/** A request as figures need it. */
export type RequestBrief = Pick<
  RequestRow,
  'id' | 'state' | 'reason' | 'sentAt' | 'fromParticipantId' | 'toParticipantId'
>;

/** Requests as their two sides read them. */
@Injectable()
export class MeetingRequests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: PolicyRegistry,
    private readonly participants: Participants,
    private readonly views: RequestViews,
  ) {}

  /** Sent and received, the newest first. */
  async list(actor: Actor, eventId: string): Promise<MeetingRequestView[]> {
    const me = await this.participants.require(actor, eventId);
    return this.views.of(await requestsOf(this.dataSource.manager, me.participantId), actor.userId);
  }

  async view(actor: Actor, requestId: string): Promise<MeetingRequestView> {
    return this.views.one(await this.require(actor, requestId), actor.userId);
  }

  /** A request, whoever asks: for letters about it. */
  async find(requestId: string): Promise<RequestRow | null> {
    return requestById(this.dataSource.manager, requestId);
  }

  /** Every request for a meeting of the events, by when it was sent. */
  async ofEvents(eventIds: readonly string[]): Promise<RequestBrief[]> {
    return this.dataSource.query(
      `SELECT id, state, reason, sent_at AS "sentAt", from_participant_id AS "fromParticipantId", to_participant_id AS "toParticipantId"
       FROM meeting_request WHERE event_id = ANY ($1) AND NOT EXISTS (SELECT FROM meeting_reschedule WHERE request_id = meeting_request.id)
       ORDER BY sent_at, id`,
      [[...eventIds]],
    ) as Promise<RequestBrief[]>;
  }

  /** Participants with whom this one has an open request or a meeting that was not cancelled. */
  async inTouch(participantId: string): Promise<Set<string>> {
    const rows = (await this.dataSource.query(
      `SELECT CASE WHEN from_participant_id = $1 THEN to_participant_id ELSE from_participant_id END AS id
       FROM meeting_request request
       LEFT JOIN meeting ON meeting.request_id = request.id
       WHERE $1 IN (from_participant_id, to_participant_id) AND (turn IS NOT NULL OR meeting.state <> 'cancelled')`,
      [participantId],
    )) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }

  /** @throws DomainError `not_found` for anybody but its two sides */
  async require(actor: Actor, requestId: string, em: EntityManager = this.dataSource.manager): Promise<RequestRow> {
    const request = await requestById(em, requestId);
    if (!request) throw new DomainError('not_found');
    this.policies.assertCan(actor, 'meeting_request.answer', request);
    return request;
  }
}

export const sideOf = (request: RequestRow, { userId }: { userId: string }): RequestSide =>
  request.fromUserId === userId ? 'from' : 'to';
