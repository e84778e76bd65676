import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Arrangement, DeclineReason, MeetingRequestState, StaysEnded } from '@musubi/contracts';
import { EventEntity } from '../../events/index.js';
import { RegistrationEntity } from '../../registration/index.js';
import { MeetingSlotEntity } from '../slots/meeting-slot.entity.js';
import type { Mover, RequestSide } from './meeting-request.rules.js';

/** One side asks the other to meet. Between two people of an event at most one is open (index over the unordered pair). */
@Entity('meeting_request')
@Check(
  'meeting_request_state_known',
  `state IN ('requested', 'countered', 'accepted', 'declined', 'withdrawn', 'expired', 'unavailable')`,
)
@Check(
  'meeting_request_turn_while_open',
  `(turn IS NOT NULL) = (state IN ('requested', 'countered')) AND turn IN ('from', 'to')`,
)
@Check('meeting_request_arranged_known', `arranged IN ('plan', 'gap')`)
@Check('meeting_request_reason_written', `(reason <> '') = (arranged IS NULL)`)
@Check('meeting_request_two_people', 'from_participant_id <> to_participant_id AND from_user_id <> to_user_id')
@Index('meeting_request_open_pair', { synchronize: false })
@Index('meeting_request_from', ['fromParticipantId'])
@Index('meeting_request_to', ['toParticipantId'])
@Index('meeting_request_open_from_user', ['fromUserId'], { where: `turn IS NOT NULL` })
@Index('meeting_request_open_to_user', ['toUserId'], { where: `turn IS NOT NULL` })
@Index('meeting_request_open_deadline', ['answerBy'], { where: `turn IS NOT NULL` })
@Index('meeting_request_open_reminder', ['remindAt'], { where: `turn IS NOT NULL AND remind_at IS NOT NULL` })
@Index('meeting_request_event', ['eventId'])
export class MeetingRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_request_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'meeting_request_event_of', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_request_from_of', onDelete: 'CASCADE' })
  @Column('uuid')
  fromParticipantId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_request_to_of', onDelete: 'CASCADE' })
  @Column('uuid')
  toParticipantId: string;

  @Column('uuid')
  fromUserId: string;

  @Column('uuid')
  toUserId: string;

  @Column('text')
  state: MeetingRequestState;

  @Column('text', { nullable: true })
  turn: RequestSide | null;

  @Column('integer', { default: 1 })
  version: number;

  /** Empty where nobody wrote one. */
  @Column('text')
  reason: string;

  /** What brought the two together where nobody wrote a reason; each reader is told in their language. */
  @Column('text', { nullable: true })
  arranged: Arrangement | null;

  @Column('uuid', { array: true })
  opportunityIds: string[];

  @Column('text')
  language: string;

  @Column('timestamptz')
  sentAt: Date;

  @Column('timestamptz')
  answerBy: Date;

  /** When whoever has to answer is reminded; null once they were, or where there is little time. */
  @Column('timestamptz', { nullable: true })
  remindAt: Date | null;

  @Column('text', { nullable: true })
  declinedBecause: DeclineReason | null;

  /** What the last move said. */
  @Column('text', { nullable: true })
  note: string | null;

  /** When both were told that no proposed slot is left; null again after a counter-proposal. */
  @Column('timestamptz', { nullable: true })
  emptiedAt: Date | null;
}

/** A slot that stands proposed, in order of preference. Softly held for its proposer while the request is open. */
@Entity('meeting_request_slot')
export class MeetingRequestSlotEntity {
  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_request_slot_request', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_request_slot_pk' })
  requestId: string;

  @ForeignKey(() => MeetingSlotEntity, { name: 'meeting_request_slot_slot' })
  @Index('meeting_request_slot_of_slot')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_request_slot_pk' })
  slotId: string;

  @Column('smallint')
  place: number;
}

/** What was done to a request, oldest first; never changed. */
@Entity('meeting_request_move')
@Check('meeting_request_move_by_known', `by IN ('from', 'to', 'system', 'organisers')`)
@Check(
  'meeting_request_move_because_known',
  `because IN ('deadline', 'not_available', 'another_open', 'phase_closed', 'to_plan')`,
)
@Check('meeting_request_move_because_of_plan', `because IS NULL OR by = 'organisers'`)
export class MeetingRequestMoveEntity {
  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_request_move_request', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_request_move_pk' })
  requestId: string;

  /** The request's version after the move. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'meeting_request_move_pk' })
  version: number;

  @Column('text')
  by: Mover;

  @Column('text')
  did: MeetingRequestState;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  note: string | null;

  /** Where the plan that had answered it was taken back: why it does not open again. */
  @Column('text', { nullable: true })
  because: StaysEnded | null;
}
