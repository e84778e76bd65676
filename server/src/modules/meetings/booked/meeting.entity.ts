import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Cancellation, MeetingState, VerdictSource } from '@musubi/contracts';
import { EventEntity } from '../../events/index.js';
import { MeetingRequestEntity } from '../requests/meeting-request.entity.js';
import { MeetingSlotEntity } from '../slots/meeting-slot.entity.js';

/** An accepted request. Its calendar entry keeps one UID for life; the sequence rises with every material change. */
@Entity('meeting')
@Unique('meeting_request_booked_once', ['requestId'])
@Check('meeting_state_known', `state IN ('confirmed', 'cancelled', 'held', 'cut_short', 'no_show', 'not_held')`)
@Check('meeting_cancelled_because', `(state = 'cancelled') = (cancelled_because IS NOT NULL)`)
@Check(
  'meeting_cancelled_because_known',
  `cancelled_because IN ('ill', 'clash', 'no-longer-needed', 'technical', 'other', 'plan-taken-back')`,
)
@Check('meeting_settled_from_known', `settled_from IN ('presence', 'declaration', 'organiser')`)
@Index('meeting_event', ['eventId'])
@Index('meeting_confirmed_slot', ['slotId'], { where: `state = 'confirmed'` })
export class MeetingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'meeting_event_of', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_request_of' })
  @Column('uuid')
  requestId: string;

  @ForeignKey(() => MeetingSlotEntity, { name: 'meeting_slot_of' })
  @Column('uuid')
  slotId: string;

  /** When it ends, where both sides agreed on more time than the slot has. */
  @Column('timestamptz', { nullable: true })
  extendedUntil: Date | null;

  @Column('text', { default: 'confirmed' })
  state: MeetingState;

  @Column('integer', { default: 1 })
  version: number;

  /** SEQUENCE of the calendar entry. */
  @Column('integer', { default: 0 })
  sequence: number;

  @Column('timestamptz')
  bookedAt: Date;

  /** Participant; null when an organiser or circumstances cancelled it. */
  @Column('uuid', { nullable: true })
  cancelledBy: string | null;

  /** User who did it in that participant's place. */
  @Column('uuid', { nullable: true })
  cancelledThrough: string | null;

  @Column('text', { nullable: true })
  cancelledBecause: Cancellation | null;

  @Column('text', { nullable: true })
  cancelledNote: string | null;

  /** Measured in the room, declared by both sides, or decided by an organiser; they are counted apart. */
  @Column('text', { nullable: true })
  settledFrom: VerdictSource | null;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;
}
