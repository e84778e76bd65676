import { Injectable } from '@nestjs/common';
import type {
  EventId,
  MeetingId,
  MeetingRequestId,
  MeetingRequestView,
  OpportunityCard,
  ParticipantCard,
  SlotId,
} from '@musubi/contracts';
import type { Tx } from '../../../platform/index.js';
import { Opportunities } from '../../profiles/index.js';
import { Participants } from '../../registration/index.js';
import { Voices } from '../delegations/assignment/voices.js';
import { RequestStandIns } from '../delegations/assignment/request-stand-ins.js';
import type { RequestSide } from './meeting-request.rules.js';
import type { RequestRow } from './request-rows.js';

/** Requests as one of their two sides sees them. The same number of queries for any number of requests. */
@Injectable()
export class RequestViews {
  constructor(
    private readonly participants: Participants,
    private readonly opportunities: Opportunities,
    private readonly voices: Voices,
    private readonly standIns: RequestStandIns,
  ) {}

  /** @param mine the side of whoever looks, where they are neither of the two: a colleague who may answer */
  async of(
    rows: readonly RequestRow[],
    viewerUserId: string,
    tx?: Tx,
    mine: (row: RequestRow) => RequestSide = (row) => (row.fromUserId === viewerUserId ? 'from' : 'to'),
  ): Promise<MeetingRequestView[]> {
    if (rows.length === 0) return [];
    const cards = await this.participants.cards(
      rows.flatMap((row) => [row.fromParticipantId, row.toParticipantId]),
      tx?.em,
    );
    const cited = await this.opportunities.cards(
      rows.flatMap((row) => row.opportunityIds),
      tx?.em,
    );
    const voices = await this.voices.names(
      rows.map(({ id }) => id),
      tx?.em,
    );
    const standIns = await this.standIns.of(
      rows.map(({ id }) => id),
      tx?.em,
    );
    return rows.map((row) => viewOf(row, mine(row), cards, cited, voices, standIns.get(row.id)));
  }

  async one(row: RequestRow, viewerUserId: string, tx?: Tx, mine?: RequestSide): Promise<MeetingRequestView> {
    return (await this.of([row], viewerUserId, tx, mine && (() => mine)))[0]!;
  }
}

function viewOf(
  row: RequestRow,
  mine: RequestSide,
  cards: ReadonlyMap<string, ParticipantCard>,
  cited: ReadonlyMap<string, OpportunityCard>,
  voices: Awaited<ReturnType<Voices['names']>>,
  standIns: MeetingRequestView['standIns'],
): MeetingRequestView {
  return {
    requestId: row.id as MeetingRequestId,
    eventId: row.eventId as EventId,
    state: row.state,
    version: row.version,
    from: cards.get(row.fromParticipantId)!,
    to: cards.get(row.toParticipantId)!,
    mine,
    turn: row.turn,
    reason: row.reason,
    arranged: row.arranged,
    opportunities: row.opportunityIds.flatMap((id) => cited.get(id) ?? []),
    slots: row.slots.map((slot) => ({
      slotId: slot.slotId as SlotId,
      startsAt: slot.startsAt.toISOString(),
      endsAt: slot.endsAt.toISOString(),
      // When the other is free is told to nobody once it is over.
      open: slot.open && row.turn !== null,
    })),
    language: row.language,
    interpretation: row.interpretation,
    sentAt: row.sentAt.toISOString(),
    answerBy: row.answerBy.toISOString(),
    declinedBecause: row.declinedBecause,
    note: row.note,
    meetingId: row.meetingId as MeetingId | null,
    movesFrom: row.movesFrom && {
      startsAt: row.movesFrom.startsAt.toISOString(),
      endsAt: row.movesFrom.endsAt.toISOString(),
    },
    history: row.history.map(({ version, because, ...move }) => {
      const voice = voices.get(`${row.id} ${version}`);
      return { ...move, at: move.at.toISOString(), ...(voice ? { voice } : {}), ...(because ? { because } : {}) };
    }),
    ...(standIns ? { standIns } : {}),
  };
}
