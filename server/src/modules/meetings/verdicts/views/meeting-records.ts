import { Injectable } from '@nestjs/common';
import type {
  DisputeRow,
  DisputeView,
  EventId,
  MeetingId,
  MeetingRecord,
  ParticipantCard,
  ParticipantId,
} from '@musubi/contracts';
import { intersect } from '@musubi/time';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainClock, type Tx } from '../../../../platform/index.js';
import { displayName, Users } from '../../../identity/index.js';
import { Participants } from '../../../registration/index.js';
import { Outages } from '../../../rooms/index.js';
import type { MeetingRow } from '../../booked/views/meeting-rows.js';
import { MeetingViews } from '../../booked/views/meeting-views.js';
import { MeetingPresence } from '../../room/meeting-presence.js';
import { countedText, roomStays } from './verdict-views.js';
import type { MeetingDisputeEntity } from '../verdict.entity.js';
import { type VerdictFile, verdictFile, verdictFiles } from '../verdict-rows.js';
import { attendedSeconds, countedTime, finalAt, isProvisional, isUndoable } from '../verdict.rules.js';

/** What organisers decide by: who was where when, what was decided before, who disputes it; never what the two wrote. */
@Injectable()
export class MeetingRecords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DomainClock,
    private readonly users: Users,
    private readonly participants: Participants,
    private readonly presence: MeetingPresence,
    private readonly outages: Outages,
    private readonly views: MeetingViews,
  ) {}

  async of(meeting: MeetingRow, tx?: Tx): Promise<MeetingRecord> {
    const em = tx?.em ?? this.dataSource.manager;
    const now = tx?.now ?? (await this.clock.now());
    const file = await verdictFile(em, meeting.id);
    const stays = (await this.presence.wasHere([meeting], em)).get(meeting.id)!;
    const cards = await this.participants.cards(
      [...meeting.sides, ...file.disputes].map(({ participantId }) => participantId),
      em,
    );
    const counted = countedTime(meeting);
    return {
      meeting: await this.views.one(meeting, null, tx),
      bookedAt: meeting.bookedAt.toISOString(),
      ...countedText(meeting),
      verdict: verdictOf(file, now),
      people: meeting.sides.map(({ userId, participantId, side, part }) => ({
        participant: cards.get(participantId)!,
        side,
        part,
        stays: roomStays(intersect(stays.get(userId) ?? [], [counted])),
        attendedSeconds: attendedSeconds(meeting, stays.get(userId) ?? []),
        declared: file.declarations.get(userId) ?? null,
      })),
      outages: await this.outagesIn(meeting, em),
      thread: await threadOf(em, meeting.requestId),
      history: await this.historyOf(file, em),
      disputes: file.disputes.map((one) => disputeView(one, cards)),
    };
  }

  /** Four queries for any number. */
  async disputeRows(meetings: readonly MeetingRow[]): Promise<DisputeRow[]> {
    const em = this.dataSource.manager;
    const files = await verdictFiles(
      em,
      meetings.map(({ id }) => id),
    );
    const cards = await this.participants.cards(
      meetings.flatMap(({ id, sides }) =>
        [...sides, ...files.get(id)!.disputes].map(({ participantId }) => participantId),
      ),
    );
    const rows = meetings.map((meeting): DisputeRow => {
      const { standing, disputes } = files.get(meeting.id)!;
      return {
        meetingId: meeting.id as MeetingId,
        eventId: meeting.eventId as EventId,
        startsAt: meeting.startsAt.toISOString(),
        endsAt: meeting.endsAt.toISOString(),
        state: standing!.state,
        source: standing!.source,
        excluded: standing!.excluded,
        people: meeting.sides.map(({ participantId, side }) => ({ participant: cards.get(participantId)!, side })),
        disputes: disputes.map((one) => disputeView(one, cards)),
        open: standing!.disputed,
      };
    });
    return rows.sort((a, b) => Number(b.open) - Number(a.open));
  }

  private async outagesIn(meeting: MeetingRow, em: EntityManager): Promise<MeetingRecord['outages']> {
    const { start, end } = countedTime(meeting);
    const span = { from: new Date(start.epochMilliseconds), until: new Date(end.epochMilliseconds) };
    return (await this.outages.during(span, em)).map(({ of, from, until }) => ({
      of,
      startsAt: from.toISOString(),
      endsAt: until.toISOString(),
    }));
  }

  private async historyOf({ history }: VerdictFile, em: EntityManager): Promise<MeetingRecord['history']> {
    const deciders = await this.users.of(
      history.flatMap(({ byUserId }) => byUserId ?? []),
      em,
    );
    return history.map(({ place, state, source, excluded, at, byUserId, reason, undoes }) => {
      const by = byUserId ? deciders.get(byUserId) : undefined;
      return { place, state, source, excluded, at: at.toISOString(), by: by ? displayName(by) : null, reason, undoes };
    });
  }
}

function verdictOf({ standing, history }: VerdictFile, now: Date): MeetingRecord['verdict'] {
  if (!standing) return null;
  const { state, source, excluded, place, absent } = standing;
  return {
    state,
    source,
    excluded,
    place,
    absent: [...absent],
    provisional: isProvisional(standing, now),
    finalAt: finalAt(standing).toISOString(),
    undoable: isUndoable(history.at(-1)!),
  };
}

function disputeView(one: MeetingDisputeEntity, cards: ReadonlyMap<string, ParticipantCard>): DisputeView {
  return {
    disputeId: one.id,
    by: cards.get(one.participantId)!,
    reason: one.reason,
    statement: one.statement,
    at: one.at.toISOString(),
    decidedAt: one.decidedAt?.toISOString() ?? null,
    outcome: one.outcome,
  };
}

/** When and how much the two wrote to each other: never what. */
async function threadOf(em: EntityManager, requestId: string): Promise<MeetingRecord['thread']> {
  const rows = (await em.query(
    `SELECT participant_id AS "participantId", count(*)::int AS messages, min(sent_at) AS "firstAt", max(sent_at) AS "lastAt"
     FROM thread_message WHERE request_id = $1 GROUP BY 1 ORDER BY 1`,
    [requestId],
  )) as { participantId: ParticipantId; messages: number; firstAt: Date; lastAt: Date }[];
  const ends = (pick: 'min' | 'max', of: 'firstAt' | 'lastAt') =>
    rows.length === 0 ? null : new Date(Math[pick](...rows.map((row) => row[of].getTime()))).toISOString();
  return {
    messages: rows.reduce((sum, { messages }) => sum + messages, 0),
    firstAt: ends('min', 'firstAt'),
    lastAt: ends('max', 'lastAt'),
    by: rows.map(({ participantId, messages }) => ({ participantId, messages })),
  };
}
