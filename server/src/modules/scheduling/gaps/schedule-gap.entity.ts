import type { GapState } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';
import { MeetingRequestEntity, MeetingSlotEntity } from '../../meetings/index.js';
import { RegistrationEntity } from '../../registration/index.js';

/** A time that came free, offered to two who both wish to meet. */
@Entity('schedule_gap')
@Unique('schedule_gap_once', ['slotId', 'oneParticipantId', 'otherParticipantId'])
@Check('schedule_gap_two', 'one_participant_id < other_participant_id')
@Check('schedule_gap_state_known', `state IN ('open', 'taken', 'declined', 'gone')`)
@Index('schedule_gap_open_one', ['oneParticipantId'], { where: `state = 'open'` })
@Index('schedule_gap_open_other', ['otherParticipantId'], { where: `state = 'open'` })
export class ScheduleGapEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'schedule_gap_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'schedule_gap_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @ForeignKey(() => MeetingSlotEntity, { name: 'schedule_gap_slot', onDelete: 'CASCADE' })
  @Column('uuid')
  slotId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'schedule_gap_one', onDelete: 'CASCADE' })
  @Column('uuid')
  oneParticipantId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'schedule_gap_other', onDelete: 'CASCADE' })
  @Column('uuid')
  otherParticipantId: string;

  @Column('timestamptz')
  offeredAt: Date;

  @Column('text')
  state: GapState;

  @ForeignKey(() => RegistrationEntity, { name: 'schedule_gap_answered_by', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @ForeignKey(() => MeetingRequestEntity, { name: 'schedule_gap_request', onDelete: 'SET NULL' })
  @Column('uuid', { nullable: true })
  requestId: string | null;
}
