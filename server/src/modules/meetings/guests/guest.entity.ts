import type { GuestState, SeatPart } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../registration/index.js';
import { MeetingRequestEntity } from '../requests/meeting-request.entity.js';

/** Somebody further who is asked to come: while the two have not agreed on a time, and when the meeting stands. */
@Entity('meeting_guest')
@Index('meeting_guest_once', ['requestId', 'participantId'], {
  unique: true,
  where: `state IN ('invited', 'accepted')`,
})
@Index('meeting_guest_waiting', ['userId'], { where: `state IN ('invited', 'accepted')` })
@Check('meeting_guest_side_known', 'side BETWEEN 0 AND 7')
@Check('meeting_guest_part_known', `part IN ('required', 'optional', 'observer')`)
@Check('meeting_guest_state_known', `state IN ('invited', 'accepted', 'declined', 'withdrawn', 'expired')`)
@Check('meeting_guest_answered', `(state = 'invited') = (answered_at IS NULL)`)
export class MeetingGuestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_guest_pk', default: () => 'uuidv7()' })
  id: string;

  /** The request that asked for the meeting; one that moves it has no guests of its own. */
  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_guest_request', onDelete: 'CASCADE' })
  @Column('uuid')
  requestId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_guest_participant', onDelete: 'CASCADE' })
  @Index('meeting_guest_participant_index')
  @Column('uuid')
  participantId: string;

  @Column('uuid')
  userId: string;

  @Column('smallint')
  side: number;

  @Column('text')
  part: SeatPart;

  @Column('text', { default: 'invited' })
  state: GuestState;

  /** Participant. */
  @Column('uuid')
  invitedBy: string;

  @Column('timestamptz')
  invitedAt: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;
}
