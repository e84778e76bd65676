import { Injectable } from '@nestjs/common';
import type { RecommendationView } from '@musubi/contracts';
import { DataSource } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions } from '../../../platform/index.js';
import { MeetingRequests, Slots } from '../../meetings/index.js';
import { Opportunities } from '../../profiles/index.js';
import { Participants } from '../../registration/index.js';
import { DismissalEntity } from './dismissal.entity.js';
import { promising } from './candidates.js';
import { recommendations, type Known } from './recommendation.rules.js';

/** Who may be worth meeting, and why. The same number of queries, and of people scored, for any number of participants. */
@Injectable()
export class Recommendations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly participants: Participants,
    private readonly opportunities: Opportunities,
    private readonly slots: Slots,
    private readonly requests: MeetingRequests,
  ) {}

  /** @param at only those who could meet in the slot that begins then */
  async of(actor: Actor, eventId: string, at?: Date): Promise<RecommendationView[]> {
    const { participantId } = await this.participants.require(actor, eventId);
    const ids = await promising(this.dataSource.manager, { eventId, userId: actor.userId, participantId, at });
    const cards = await this.participants.cards([participantId, ...ids]);
    const people = [participantId, ...ids].map((id) => cards.get(id)!);
    const published = await this.opportunities.publishedOf(people.map((card) => card.organisation.organisationId));
    const [self, ...others] = people;
    const common = await this.slots.common(eventId, self!, others);
    const any = {
      slotIds: [...new Set([...common.values()].flatMap(({ slotIds }) => slotIds))],
      startsAt: [],
      inOfficeHours: 0,
    };
    const known = people.map((card): Known => ({
      card,
      opportunities: published.get(card.organisation.organisationId) ?? [],
      common: common.get(card.userId) ?? any,
    }));
    const me = {
      ...known[0]!,
      inTouch: await this.requests.inTouch(participantId),
    };
    const then = ({ common }: Known): boolean => common.startsAt.some((start) => start.getTime() === at?.getTime());
    const waiting = await this.requests.waitingFor(ids);
    return recommendations(me, at ? known.slice(1).filter(then) : known.slice(1), waiting);
  }

  /** @throws DomainError `not_found` for oneself and for whoever this person cannot find anyway: the answer tells nobody who is there */
  async dismiss(command: Command, eventId: string, dismissedId: string): Promise<void> {
    const { participantId } = await this.participants.require(command.actor, eventId);
    await this.transactions.command(command, async (tx) => {
      if (dismissedId === participantId) throw new DomainError('not_found');
      await this.participants.assertFindable(eventId, dismissedId, command.actor, tx.em);
      await tx.em.upsert(DismissalEntity, { participantId, dismissedId, at: tx.now }, ['participantId', 'dismissedId']);
    });
  }

  async undo(command: Command, eventId: string, dismissedId: string): Promise<void> {
    const { participantId } = await this.participants.require(command.actor, eventId);
    await this.transactions.command(command, async (tx) => {
      await tx.em.delete(DismissalEntity, { participantId, dismissedId });
    });
  }
}
