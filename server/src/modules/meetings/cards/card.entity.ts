import type { BusinessCard } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../identity/index.js';
import { MeetingEntity } from '../booked/meeting.entity.js';

/** What a person adds to name, organisation and address on their card. */
@Entity('person_card')
export class PersonCardEntity {
  @ForeignKey(() => UserEntity, { name: 'person_card_user', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_card_pk' })
  userId: string;

  @Column('text', { nullable: true })
  title: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  website: string | null;
}

/**
 * A card that somebody offered to somebody, as it was then. Two people have exchanged theirs when there is one from each to
 * the other: nothing else says so, so that nothing can say otherwise.
 */
@Entity('meeting_card')
@Check('meeting_card_two_people', 'by_user_id <> to_user_id')
export class MeetingCardEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_card_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_card_pk' })
  meetingId: string;

  @ForeignKey(() => UserEntity, { name: 'meeting_card_by', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_card_pk' })
  byUserId: string;

  @ForeignKey(() => UserEntity, { name: 'meeting_card_to', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_card_pk' })
  toUserId: string;

  @Column('jsonb')
  card: BusinessCard;

  @Column('timestamptz')
  offeredAt: Date;
}
