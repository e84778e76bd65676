import { Injectable } from '@nestjs/common';
import type { ParticipantCard } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, DomainError, type Tx } from '../../../platform/index.js';
import { type EventEntity, Events } from '../../events/index.js';
import { Opportunities } from '../../profiles/index.js';
import { type Participant, Participants, PersonBlocks } from '../../registration/index.js';
import type { MeetingRow, SideRow } from '../booked/views/meeting-rows.js';
import { decides } from '../booked/views/meeting-sides.js';
import type { Between, RequestRow } from '../requests/request-rows.js';

/** Two people of one event who may meet, as the one who acts sees them. */
export interface Pair {
  me: ParticipantCard;
  them: ParticipantCard;
}

/** The two as a request joins them. */
export const between = (eventId: string, { me, them }: Pair): Between => ({
  eventId,
  one: me.participantId,
  other: them.participantId,
});

/** Who may ask whom. */
@Injectable()
export class Partners {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: Events,
    private readonly participants: Participants,
    private readonly blocks: PersonBlocks,
    private readonly opportunities: Opportunities,
  ) {}

  /**
   * An event whose participants ask each other for meetings now.
   * @throws DomainError `not_found`, `event.cancelled`, `event.not_open`
   */
  async event(eventId: string, now: Date, tx?: Tx): Promise<EventEntity> {
    const event = await this.events.get(eventId, tx?.em);
    if (!event || event.state === 'draft') throw new DomainError('not_found');
    if (event.state === 'cancelled') throw new DomainError('event.cancelled');
    if (!event.matchmaking || event.endsAt <= now) throw new DomainError('event.not_open');
    return event;
  }

  /**
   * The pair that the actor and a participant of the event are.
   * @throws DomainError `registration.required`; `participant.unavailable` for whatever reason, which stays private
   */
  async pair(actor: Actor, eventId: string, participantId: string, tx?: Tx): Promise<Pair> {
    const me = await this.participants.require(actor, eventId, tx?.em);
    const them = await this.participants.get(participantId, tx?.em);
    if (them?.eventId !== eventId || them.userId === actor.userId) throw new DomainError('participant.unavailable');
    if (them.directory === 'nobody' && !(await haveMet(me, them, tx?.em ?? this.dataSource.manager))) {
      throw new DomainError('participant.unavailable');
    }
    await this.assertNotBlocked(actor.userId, them.userId, tx);
    return this.cards(me.participantId, participantId, tx);
  }

  /**
   * The pair of a meeting that stands: who is not listed any more is still reached, who blocks is not.
   * @throws DomainError `participant.unavailable`, also where nobody stands for the other side yet
   */
  async ofMeeting({ sides }: MeetingRow, actor: Actor, tx: Tx): Promise<Pair> {
    const me = sides.find(({ userId }) => userId === actor.userId)!;
    const them = opposite(sides, actor.userId);
    await this.assertNotBlocked(me.userId, them.userId, tx);
    return this.cards(me.participantId, them.participantId, tx);
  }

  /** The pair of a request, whatever became of the two since. */
  async again(
    { fromUserId, fromParticipantId, toParticipantId }: RequestRow,
    actor: { userId: string },
    tx?: Tx,
  ): Promise<Pair> {
    return fromUserId === actor.userId
      ? this.cards(fromParticipantId, toParticipantId, tx)
      : this.cards(toParticipantId, fromParticipantId, tx);
  }

  private async assertNotBlocked(me: string, them: string, tx?: Tx): Promise<void> {
    const blocked = await this.blocks.between([me, them], tx?.em);
    if (blocked.has(me, them)) throw new DomainError('participant.unavailable');
  }

  private async cards(me: string, them: string, tx?: Tx): Promise<Pair> {
    const cards = await this.participants.cards([me, them], tx?.em);
    return { me: cards.get(me)!, them: cards.get(them)! };
  }

  /**
   * Only what one of the two organisations has published may be cited.
   * @throws DomainError `not_found`
   */
  async assertCitable(opportunityIds: readonly string[], { me, them }: Pair, tx: Tx): Promise<void> {
    if (opportunityIds.length === 0) return;
    const organisationIds = [me.organisation.organisationId, them.organisation.organisationId];
    const published = await this.opportunities.publishedOf(organisationIds, tx.em);
    const known = new Set([...published.values()].flat().map((opportunity) => opportunity.opportunityId as string));
    const unknown = opportunityIds.find((id) => !known.has(id));
    if (unknown) throw new DomainError('not_found', { opportunityId: unknown });
  }
}

/**
 * Who answers for the other of the two sides that agreed on a meeting.
 * @throws DomainError `meeting.guests_leave` for a guest, `participant.unavailable` where nobody is there yet
 */
export function opposite(sides: MeetingRow['sides'], userId: string): SideRow {
  if (!decides(sides, userId)) throw new DomainError('meeting.guests_leave');
  const mine = sides.find((side) => side.userId === userId)!.side;
  const them = sides.find((side) => side.side === 1 - mine && side.part === 'required');
  if (!them) throw new DomainError('participant.unavailable');
  return them;
}

/** Who is not listed may still ask; from then on the other knows them. */
async function haveMet(me: Participant, them: Participant, em: EntityManager): Promise<boolean> {
  const [row] = (await em.query(
    `SELECT EXISTS (SELECT FROM meeting_request WHERE from_participant_id = $1 AND to_participant_id = $2) AS met`,
    [them.participantId, me.participantId],
  )) as { met: boolean }[];
  return row!.met;
}
