import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EventEntity } from '../../events/index.js';
import { UserEntity } from '../../identity/index.js';
import { MeetingRequestEntity } from '../requests/meeting-request.entity.js';

/** Somebody who interprets at an event. */
@Entity('event_interpreter')
@Unique('event_interpreter_once', ['eventId', 'userId'])
@Check('event_interpreter_pairs_named', 'cardinality(pairs) > 0')
@Check('event_interpreter_rests', 'in_a_row > 0 AND break_minutes > 0')
export class EventInterpreterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_interpreter_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'event_interpreter_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @ForeignKey(() => UserEntity, { name: 'event_interpreter_user', onDelete: 'CASCADE' })
  @Index('event_interpreter_user_index')
  @Column('uuid')
  userId: string;

  /** `en-ja`: the two languages in the order of the alphabet. */
  @Column('text', { array: true })
  pairs: string[];

  /** Null: always. */
  @Column('tstzmultirange', { nullable: true })
  available: string | null;

  /** Meetings without a break at most. */
  @Column('smallint', { name: 'in_a_row' })
  inARow: number;

  /** What counts as a break. */
  @Column('smallint')
  breakMinutes: number;
}

/** That an interpreter is wanted for what a request asks for. */
@Entity('meeting_interpretation')
@Check('meeting_interpretation_before_plan', 'cardinality(before_plan) IN (0, 2)')
@Check('meeting_interpretation_two', 'cardinality(languages) = 2 AND languages[1] <> languages[2]')
export class MeetingInterpretationEntity {
  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_interpretation_request', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_interpretation_pk' })
  requestId: string;

  @Column('text', { array: true })
  languages: string[];

  /** Where the organisers' plan set it: what was asked for before, nothing or two languages. */
  @Column('text', { array: true, nullable: true })
  beforePlan: string[] | null;
}
