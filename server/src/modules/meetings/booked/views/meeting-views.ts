import { Injectable } from '@nestjs/common';
import type {
  EventId,
  MeetingId,
  MeetingRequestId,
  MeetingView,
  OpportunityCard,
  ParticipantCard,
  ParticipantId,
  PersonName,
  PlanBView,
  SlotId,
} from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { DomainClock, type Tx } from '../../../../platform/index.js';
import { Users } from '../../../identity/index.js';
import { Opportunities } from '../../../profiles/index.js';
import { type BlockedPairs, Participants, PersonBlocks } from '../../../registration/index.js';
import { MeetingPresence } from '../../room/meeting-presence.js';
import { PlansB } from '../../room/plan-b/plans-b.js';
import type { MeetingRow, SideRow } from './meeting-rows.js';
import { bothSides, counts } from './meeting-sides.js';
import { roomWindow } from '../meeting.rules.js';

/** What a view is put together from, beside the meeting itself. */
export interface MeetingContext {
  cards: ReadonlyMap<string, ParticipantCard>;
  cited: ReadonlyMap<string, OpportunityCard>;
  /** Who is in which meeting's room now, by meeting. */
  here: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where those are held that are held elsewhere, by meeting; nothing is known of one that was just booked. */
  elsewhere?: ReadonlyMap<string, PlanBView>;
  /** Who of them is told nothing more of whom; nothing is known of one that was just booked. */
  blocked?: BlockedPairs;
  /** Those who cancelled in somebody's place, by user. */
  deputies?: ReadonlyMap<string, { name: PersonName | null }>;
  now: Date;
}

/** Meetings as their people and organisers see them. The same number of queries for any number of meetings. */
@Injectable()
export class MeetingViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DomainClock,
    private readonly users: Users,
    private readonly participants: Participants,
    private readonly opportunities: Opportunities,
    private readonly presence: MeetingPresence,
    private readonly plans: PlansB,
    private readonly blocks: PersonBlocks,
  ) {}

  /** @param viewerUserId whose meetings they are; an organiser who looks is nobody's side */
  async of(rows: readonly MeetingRow[], viewerUserId: string | null, tx?: Tx): Promise<MeetingView[]> {
    if (rows.length === 0) return [];
    const now = tx?.now ?? (await this.clock.now());
    const cards = await this.participants.cards(
      rows.flatMap((row) => row.sides.map((side) => side.participantId)),
      tx?.em,
    );
    const cited = await this.opportunities.cards(
      rows.flatMap((row) => row.opportunityIds),
      tx?.em,
    );
    const here = await this.presence.hereNow(rows, now, tx);
    const ids = rows.map(({ id }) => id);
    const elsewhere = await this.plans.elsewhere(tx?.em ?? this.dataSource.manager, ids);
    const people = rows.flatMap((row) => row.sides.map((side) => side.userId));
    const blocked = await this.blocks.between([...new Set(people)], tx?.em);
    const through = rows.flatMap(({ cancelledThrough }) => cancelledThrough ?? []);
    const deputies = through.length > 0 ? await this.users.cards(through, tx?.em) : new Map();
    return rows.map((row) => meetingView(row, viewerUserId, { cards, cited, here, elsewhere, blocked, deputies, now }));
  }

  async one(row: MeetingRow, viewerUserId: string | null, tx?: Tx): Promise<MeetingView> {
    return (await this.of([row], viewerUserId, tx))[0]!;
  }
}

export function meetingView(row: MeetingRow, viewerUserId: string | null, context: MeetingContext): MeetingView {
  const { cards, cited, now } = context;
  const me = row.sides.find((side) => side.userId === viewerUserId) ?? null;
  const isApart = ({ userId }: { userId: string }) => me !== null && !!context.blocked?.has(me.userId, userId);
  const inside = context.here.get(row.id) ?? new Set();
  const isHere = (person: { userId: string }) => inside.has(person.userId) && !isApart(person);
  const running = row.state === 'confirmed' && row.startsAt <= now && now < row.endsAt;
  return {
    meetingId: row.id as MeetingId,
    eventId: row.eventId as EventId,
    requestId: row.requestId as MeetingRequestId,
    state: row.state,
    version: row.version,
    slotId: row.slotId as SlotId,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    language: row.language,
    reason: row.reason,
    arranged: row.arranged,
    opportunities: row.opportunityIds.flatMap((id) => cited.get(id) ?? []),
    sides: row.sides.map((one) => ({
      participant: cards.get(one.participantId)!,
      here: isHere(one),
      side: one.side,
      part: one.part,
    })),
    interpretation: row.interpretation && {
      languages: row.interpretation.languages,
      interpreter: row.interpretation.interpreter && {
        name: row.interpretation.interpreter.name,
        here: isHere(row.interpretation.interpreter),
        me: row.interpretation.interpreter.userId === viewerUserId,
      },
    },
    me: (me?.participantId ?? null) as ParticipantId | null,
    roomOpensAt: roomWindow(row).opensAt.toISOString(),
    planB: (row.state !== 'cancelled' && !row.sides.some(isApart) && context.elsewhere?.get(row.id)) || null,
    live: running && bothSides(row.sides, isHere),
    cancelledBy: row.cancelledBy as ParticipantId | null,
    cancelledThrough: (row.cancelledThrough && context.deputies?.get(row.cancelledThrough)?.name) || null,
    cancelledBecause: row.cancelledBecause,
    outcomeDue: me !== null && row.state !== 'cancelled' && row.endsAt <= now && !hasSaid(row, me),
  };
}

/** Whether somebody of this person's side has said how it went; of observers nobody asks it. */
function hasSaid({ sides }: MeetingRow, me: SideRow): boolean {
  return !counts(me) || sides.some((one) => one.side === me.side && counts(one) && one.outcomeAt !== null);
}
