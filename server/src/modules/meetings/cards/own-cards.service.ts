import { Injectable } from '@nestjs/common';
import type { BusinessCard, MyCard } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, Transactions } from '../../../platform/index.js';
import { Users } from '../../identity/index.js';
import { Participants } from '../../registration/index.js';
import { PersonCardEntity } from './card.entity.js';

/** A card is read by people of both languages. */
const inBoth = (one: string | null, other: string | null | undefined) =>
  [one, other].filter(Boolean).join(' / ') || null;

const nothing: MyCard = { title: null, phone: null, website: null };

/** What people put on their cards. */
@Injectable()
export class OwnCards {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly users: Users,
    private readonly participants: Participants,
  ) {}

  async get(actor: Actor, em: EntityManager = this.dataSource.manager): Promise<MyCard> {
    const kept = await em.findOneBy(PersonCardEntity, { userId: actor.userId });
    return kept ? { title: kept.title, phone: kept.phone, website: kept.website } : nothing;
  }

  async put(command: Command, card: MyCard): Promise<MyCard> {
    return this.transactions.command(command, async (tx) => {
      await tx.em.upsert(PersonCardEntity, { userId: command.actor.userId, ...card }, ['userId']);
      return card;
    });
  }

  /** A person's card as it would be given now, in the name they take part under. */
  async of(
    { userId, participantId }: { userId: string; participantId: string },
    em: EntityManager = this.dataSource.manager,
  ): Promise<BusinessCard> {
    const user = await this.users.get(userId, em);
    const participant = (await this.participants.cards([participantId], em)).get(participantId)!;
    const own = await em.findOneBy(PersonCardEntity, { userId });
    const { nameLatin, nameLocal } = participant.organisation;
    return {
      name: participant.name,
      organisation: { nameLatin, nameLocal },
      department: inBoth(participant.department, participant.departmentOther),
      title: own?.title ?? inBoth(participant.jobTitle, participant.jobTitleOther),
      address: user.address,
      phone: own?.phone ?? null,
      website: own?.website ?? null,
    };
  }
}
