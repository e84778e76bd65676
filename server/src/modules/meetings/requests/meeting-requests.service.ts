import { Injectable } from '@nestjs/common';
import type { MeetingRequestView, PersonName } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, PolicyRegistry } from '../../../platform/index.js';
import { Participants, PersonBlocks } from '../../registration/index.js';
import { Members } from '../delegations/members/members.js';
import { type Voice, Voices } from '../delegations/assignment/voices.js';
import type { RequestSide } from './meeting-request.rules.js';
import { openOf, requestById, requestsOf, type RequestRow } from './request-rows.js';
import { RequestViews } from './request-views.js';

/** A request as figures need it. */
export type RequestBrief = Pick<
  RequestRow,
  'id' | 'state' | 'reason' | 'arranged' | 'sentAt' | 'fromParticipantId' | 'toParticipantId'
>;

/** Requests as their two sides read them. */
@Injectable()
export class MeetingRequests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: PolicyRegistry,
    private readonly participants: Participants,
    private readonly views: RequestViews,
    private readonly voices: Voices,
    private readonly members: Members,
    private readonly blocks: PersonBlocks,
  ) {}

  /** Sent and received, the newest first. */
  async list(actor: Actor, eventId: string): Promise<MeetingRequestView[]> {
    const me = await this.participants.require(actor, eventId);
    const own = await requestsOf(this.dataSource.manager, me.participantId);
    const shared = await this.shared(me.participantId, new Set(own.map(({ id }) => id)));
    const mine = (row: RequestRow) => shared.get(row) ?? sideOf(row, actor);
    return this.views.of([...own, ...shared.keys()], actor.userId, undefined, mine);
  }

  /** What waits for an answer of a colleague, which this one may give as well, with the side on which that is. */
  private async shared(participantId: string, own: ReadonlySet<string>): Promise<Map<RequestRow, RequestSide>> {
    const { manager } = this.dataSource;
    const reach = (await this.members.shared([participantId], null)).get(participantId);
    if (reach?.mode !== 'pool') return new Map();
    const me = reach.members.find((member) => member.participantId === participantId)!;
    const colleagues = new Set(reach.members.map((member) => member.participantId));
    const found = await openOf(manager, [...colleagues]);
    const open = found.filter(
      ({ id, fromParticipantId, toParticipantId }) =>
        !own.has(id) && colleagues.has(fromParticipantId) !== colleagues.has(toParticipantId),
    );
    const away = await this.blocks.between([
      me.userId,
      ...open.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]),
    ]);
    const sided = open.map((row) => [row, colleagues.has(row.toParticipantId) ? 'to' : 'from'] as const);
    const partner = ({ fromUserId, toUserId }: RequestRow, side: RequestSide) =>
      side === 'to' ? fromUserId : toUserId;
    return new Map(sided.filter(([row, side]) => row.turn === side && !away.has(me.userId, partner(row, side))));
  }

  async view(actor: Actor, requestId: string): Promise<MeetingRequestView> {
    const { request, voice } = await this.speaking(actor, requestId);
    return this.views.one(request, actor.userId, undefined, voice.side);
  }

  /** A request, whoever asks: for letters about it. */
  async find(requestId: string): Promise<RequestRow | null> {
    return requestById(this.dataSource.manager, requestId);
  }

  /** Who made its last move in whose place, where it was not the person themselves. */
  async lastVoice({ id, version }: RequestRow): Promise<{ by: PersonName; for: PersonName } | null> {
    return (await this.voices.names([id])).get(`${id} ${version}`) ?? null;
  }

  /** Every request for a meeting of the events, by when it was sent. */
  async ofEvents(eventIds: readonly string[]): Promise<RequestBrief[]> {
    return this.dataSource.query(
      `SELECT id, state, reason, arranged, sent_at AS "sentAt", from_participant_id AS "fromParticipantId", to_participant_id AS "toParticipantId"
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

  /** How many open requests wait for an answer of each of these participants; who is not waited for is not in it. */
  async waitingFor(participantIds: readonly string[]): Promise<Map<string, number>> {
    const rows = (await this.dataSource.query(
      `SELECT waited AS id, count(*)::int AS count
       FROM meeting_request, LATERAL (SELECT CASE turn WHEN 'from' THEN from_participant_id ELSE to_participant_id END) AS of (waited)
       WHERE turn IS NOT NULL AND waited = ANY ($1) GROUP BY waited`,
      [[...participantIds]],
    )) as { id: string; count: number }[];
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** Participants of the same event whom this person meets or has met, at whatever event; asking alone is no meeting. */
  async met(participantId: string): Promise<Set<string>> {
    const rows = (await this.dataSource.query(
      `SELECT DISTINCT them.id FROM registration me
       JOIN meeting_seat mine ON mine.kind = 'user' AND mine.occupant_id = me.user_id
       JOIN meeting ON meeting.id = mine.meeting_id AND meeting.state IN ('confirmed', 'held', 'cut_short')
       JOIN meeting_seat theirs ON theirs.meeting_id = meeting.id AND theirs.kind = 'user' AND theirs.occupant_id <> mine.occupant_id
       JOIN registration them ON them.user_id = theirs.occupant_id AND them.event_id = me.event_id
       WHERE me.id = $1`,
      [participantId],
    )) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }

  /** @throws DomainError `not_found` for anybody but its two sides and those who share what comes in with them */
  async require(actor: Actor, requestId: string, em: EntityManager = this.dataSource.manager): Promise<RequestRow> {
    return (await this.speaking(actor, requestId, em)).request;
  }

  /** The same, and whose place this person takes: their own, or a colleague's of the same pool. */
  async speaking(
    actor: Actor,
    requestId: string,
    em: EntityManager = this.dataSource.manager,
  ): Promise<{ request: RequestRow; voice: Voice }> {
    const request = await requestById(em, requestId);
    const voice = request && (await this.voices.of(actor, request, em));
    this.policies.assertCan(actor, 'meeting_request.answer', { voice });
    return { request: request!, voice: voice! };
  }
}

export const sideOf = (request: RequestRow, { userId }: { userId: string }): RequestSide =>
  request.fromUserId === userId ? 'from' : 'to';
