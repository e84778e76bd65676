import { Injectable } from '@nestjs/common';
import type { ColleagueChoice, HandedOver, MeetingId } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, Audit, type Command, DomainError, Transactions, type Tx } from '../../../../platform/index.js';
import { Participants, PersonBlocks } from '../../../registration/index.js';
import { meetingById, type MeetingRow } from '../../booked/views/meeting-rows.js';
import { assertMovable } from '../../booked/meeting.rules.js';
import { keepContact } from '../../requests/contact.js';
import { Loads } from '../members/loads.js';
import { Members, type Placed } from '../members/members.js';
import { Handovers } from './handovers.js';
import { StandIns } from './stand-ins.js';
import { type Standing, Standings } from './standing.js';

type Colleague = Placed & { free: boolean; meetings: number };

/** For which delegation somebody is looked for, and for what. */
export interface Vacant {
  eventId: string;
  organisationId: string;
  meetingId: string;
}

/** Who says who comes, and on which side. */
type Says<S = Standing> = (meeting: MeetingRow, em: EntityManager) => Promise<S | null>;

/** The place was lost a moment ago; says for which meeting others are to be found. */
class NotFree extends DomainError {
  constructor(readonly meetingId: string) {
    super('handover.not_free');
  }
}

/** A colleague comes instead: the meeting stays as it is, and can be handed back. */
@Injectable()
export class HandingOver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly standings: Standings,
    private readonly members: Members,
    private readonly loads: Loads,
    private readonly blocks: PersonBlocks,
    private readonly participants: Participants,
    private readonly handovers: Handovers,
    private readonly standIns: StandIns,
  ) {}

  /** Who could come instead, those who are free first. @throws DomainError `not_found` for somebody who has no say in it */
  async colleagues(actor: Actor, meetingId: string): Promise<ColleagueChoice[]> {
    const { meeting, standing } = await this.require(actor, meetingId);
    return this.choices(meeting, standing);
  }

  /**
   * @throws DomainError `not_found`, `meeting.wrong_state` once it has begun, `handover.unknown_colleague`,
   * `handover.not_free` with who else is free
   */
  async handOver(command: Command, meetingId: string, to: string): Promise<HandedOver> {
    const { actor } = command;
    const standing: Says = (meeting, em) => this.standings.of(actor, meeting, em);
    return this.orOthers(command, standing, (tx) => this.give(tx, actor, meetingId, to, standing));
  }

  /** Who could come where a delegation has nobody, for organisers. @throws DomainError `not_found`, `meeting.wrong_state` where somebody does */
  async candidates(of: Vacant): Promise<ColleagueChoice[]> {
    const meeting = await meetingById(this.dataSource.manager, of.meetingId);
    const standing = meeting && (await this.vacancy(of, meeting, this.dataSource.manager));
    if (!standing) throw new DomainError('not_found');
    return this.choices(meeting, standing);
  }

  /** An organiser finds somebody in the delegation's place: logged, and everybody is told. @throws DomainError as {@link handOver} */
  async fill(command: Command, of: Vacant, to: string): Promise<HandedOver> {
    const { actor } = command;
    const { meetingId, eventId } = of;
    const vacant: Says = (meeting, em) => this.vacancy(of, meeting, em);
    return this.orOthers(command, vacant, async (tx) => {
      const done = await this.give(tx, actor, meetingId, to, vacant);
      const on = { kind: 'meeting', id: meetingId };
      await this.audit.record(tx, { by: actor.userId, did: 'meeting.handed_over', on, eventId, after: { to } });
      return done;
    });
  }

  /** To whoever came before. @throws DomainError `handover.nothing_to_undo`, and as {@link handOver} */
  async handBack(command: Command, meetingId: string): Promise<HandedOver> {
    const { actor } = command;
    const own: Says = (meeting, em) => this.standings.of(actor, meeting, em);
    return this.orOthers(command, own, async (tx) => {
      const meeting = await meetingById(tx.em, meetingId);
      if (!meeting) throw new DomainError('not_found');
      for (const side of [0, 1] as const) {
        const last = await this.handovers.last(tx.em, meetingId, side);
        const users = await this.participants.userIdsOf(
          [last?.fromParticipantId, last?.toParticipantId].filter((id) => id !== undefined && id !== null),
          tx.em,
        );
        const gave = last?.fromParticipantId ? users.get(last.fromParticipantId) : undefined;
        const standing = await this.standings.of(actor, meeting, tx.em);
        // Whoever gave it away, and whoever did so for them, may want it back though it is theirs no more.
        if (standing?.side !== side && gave !== actor.userId && last?.byUserId !== (actor.by ?? actor.userId)) continue;
        if (!last?.fromParticipantId || meeting.principalIds[side] !== last.toParticipantId)
          throw new DomainError('handover.nothing_to_undo');
        return this.give(tx, actor, meetingId, last.fromParticipantId, () => Promise.resolve({ side }), 'handed_back');
      }
      throw new DomainError('not_found');
    });
  }

  private async give(
    tx: Tx,
    actor: Actor,
    meetingId: string,
    to: string,
    says: Says<Pick<Standing, 'side'>>,
    why: 'handed_over' | 'handed_back' = 'handed_over',
  ): Promise<HandedOver> {
    const seen = await meetingById(tx.em, meetingId);
    if (!seen) throw new DomainError('not_found');
    const side = (await says(seen, tx.em))?.side;
    if (side === undefined) throw new DomainError('not_found');
    const { userId } = await this.colleague(tx, seen, side, to);
    await keepContact(tx.em, [userId, ...seen.sides.map(({ userId }) => userId)]);
    await tx.em.query('SELECT id FROM meeting WHERE id = $1 FOR NO KEY UPDATE', [meetingId]);
    const meeting = (await meetingById(tx.em, meetingId))!;
    // Asked again, now that nobody changes it: a colleague may have been quicker.
    if ((await says(meeting, tx.em))?.side !== side) throw new DomainError('not_found');
    const next = await this.colleague(tx, meeting, side, to);
    assertMovable(meeting, tx.now);
    const from = meeting.sides.some((one) => one.participantId === meeting.principalIds[side])
      ? meeting.principalIds[side]
      : null;
    if (from !== to) {
      await this.assertFree(tx, meeting, next);
      const how = { byUserId: actor.by ?? actor.userId, forUserId: actor.by ? actor.userId : null };
      const done = await this.standIns.replace(tx, meeting, side, next, { why, ...how });
      if (!done) throw new NotFree(meetingId);
    }
    const cards = await this.participants.cards([to, ...(from ? [from] : [])], tx.em);
    return { meetingId: meetingId as MeetingId, from: (from && cards.get(from)) || null, to: cards.get(to)! };
  }

  /** @throws DomainError `handover.unknown_colleague` for anybody but a member whom the other side may meet */
  private async colleague(tx: Tx, meeting: MeetingRow, side: 0 | 1, to: string): Promise<Placed> {
    const next = await this.members.find(to, tx.em);
    const [row] = (await tx.em.query('SELECT organisation_id AS id FROM registration WHERE id = $1', [
      meeting.principalIds[side],
    ])) as { id: string }[];
    if (next?.eventId !== meeting.eventId || next.organisationId !== row?.id)
      throw new DomainError('handover.unknown_colleague');
    const others = meeting.sides.filter((one) => one.side !== side).map(({ userId }) => userId);
    const blocked = await this.blocks.between([next.userId, ...others], tx.em);
    if (others.some((userId) => userId === next.userId || blocked.has(next.userId, userId)))
      throw new DomainError('handover.unknown_colleague');
    return next;
  }

  private async assertFree(tx: Tx, meeting: MeetingRow, next: Placed): Promise<void> {
    if (meeting.sides.some(({ userId }) => userId === next.userId)) return;
    const [one] = await this.loads.candidates(meeting.eventId, meeting.slotId, [next], tx);
    if (!one!.free) throw new NotFree(meeting.id);
  }

  private async choices(meeting: MeetingRow, standing: Standing): Promise<ColleagueChoice[]> {
    const present = new Set(meeting.sides.map(({ participantId }) => participantId));
    const others = meeting.sides.filter((one) => one.side !== standing.side).map(({ userId }) => userId);
    const all = (await this.members.of(meeting.eventId, standing.organisationId)).filter(
      ({ participantId }) => !present.has(participantId),
    );
    const blocked = await this.blocks.between([...others, ...all.map(({ userId }) => userId)]);
    const open = all.filter(({ userId }) => !others.some((other) => blocked.has(userId, other)));
    const colleagues: Colleague[] = await this.loads.candidates(meeting.eventId, meeting.slotId, open);
    const cards = await this.participants.cards(colleagues.map(({ participantId }) => participantId));
    return colleagues
      .toSorted((a, b) => Number(b.free) - Number(a.free) || a.meetings - b.meetings)
      .map(({ participantId, part, free, meetings }) => ({
        participant: cards.get(participantId)!,
        part,
        free,
        meetings,
      }));
  }

  private async require(actor: Actor, meetingId: string): Promise<{ meeting: MeetingRow; standing: Standing }> {
    const meeting = await meetingById(this.dataSource.manager, meetingId);
    const standing = meeting && (await this.standings.of(actor, meeting));
    if (!standing) throw new DomainError('not_found');
    return { meeting, standing };
  }

  /** The side of the delegation where nobody comes. @throws DomainError `meeting.wrong_state` where somebody does, by now */
  private async vacancy(
    { eventId, organisationId, meetingId }: Vacant,
    meeting: MeetingRow,
    em: EntityManager,
  ): Promise<Standing | null> {
    const [row] = (await em.query(
      `SELECT vacancy.side, vacancy.organisation_id AS "organisationId", coalesce(delegation.mode, 'own') AS mode
       FROM meeting_vacancy vacancy LEFT JOIN delegation
         ON delegation.event_id = vacancy.event_id AND delegation.organisation_id = vacancy.organisation_id
       WHERE vacancy.meeting_id = $1 AND vacancy.event_id = $2 AND vacancy.organisation_id = $3`,
      [meetingId, eventId, organisationId],
    )) as Standing[];
    if (meeting.eventId !== eventId) return null;
    if (!row) throw new DomainError('meeting.wrong_state', { state: meeting.state });
    return row;
  }

  /** Whoever is not free has colleagues: they are read once the transaction is over. */
  private async orOthers(command: Command, says: Says, work: (tx: Tx) => Promise<HandedOver>): Promise<HandedOver> {
    try {
      return await this.transactions.command(command, work);
    } catch (error) {
      if (!(error instanceof NotFree)) throw error;
      const meeting = await meetingById(this.dataSource.manager, error.meetingId);
      const standing = meeting && (await says(meeting, this.dataSource.manager));
      const alternatives = standing ? (await this.choices(meeting, standing)).filter(({ free }) => free) : [];
      throw new DomainError('handover.not_free', { alternatives });
    }
  }
}
