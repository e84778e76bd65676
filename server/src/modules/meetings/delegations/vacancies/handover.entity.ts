import type { HandoverWhy } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../../events/index.js';
import { UserEntity } from '../../../identity/index.js';
import { OrganisationEntity } from '../../../organisations/index.js';
import { RegistrationEntity } from '../../../registration/index.js';
import { MeetingEntity } from '../../booked/meeting.entity.js';

/** Who came to stand for a side of a meeting, and whose place it was; never changed. */
@Entity('meeting_handover')
@Check('meeting_handover_why_known', `why IN ('assigned', 'handed_over', 'handed_back', 'left', 'backup')`)
@Check('meeting_handover_side_known', 'side IN (0, 1)')
@Check('meeting_handover_changes', 'from_participant_id IS DISTINCT FROM to_participant_id')
@Index('meeting_handover_of_meeting', ['meetingId', 'id'])
export class MeetingHandoverEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_handover_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => MeetingEntity, { name: 'meeting_handover_meeting', onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId: string;

  @Column('smallint')
  side: 0 | 1;

  @Column('text')
  why: HandoverWhy;

  /** Null where nobody stood for the side. */
  @ForeignKey(() => RegistrationEntity, { name: 'meeting_handover_from', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  fromParticipantId: string | null;

  /** Null where nobody is found. */
  @ForeignKey(() => RegistrationEntity, { name: 'meeting_handover_to', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  toParticipantId: string | null;

  /** Null where circumstances did it. */
  @ForeignKey(() => UserEntity, { name: 'meeting_handover_by' })
  @Column('uuid', { nullable: true })
  byUserId: string | null;

  /** For whom they did it, where an assistant did. */
  @ForeignKey(() => UserEntity, { name: 'meeting_handover_for' })
  @Column('uuid', { nullable: true })
  forUserId: string | null;

  @Column('timestamptz')
  at: Date;
}

/** A side of a meeting for which nobody comes. Gone when somebody is found, or with the meeting. */
@Entity('meeting_vacancy')
@Check('meeting_vacancy_side_known', 'side IN (0, 1)')
@Index('meeting_vacancy_of_event', ['eventId', 'organisationId'])
export class MeetingVacancyEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_vacancy_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_vacancy_pk' })
  meetingId: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'meeting_vacancy_pk' })
  side: 0 | 1;

  @ForeignKey(() => EventEntity, { name: 'meeting_vacancy_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'meeting_vacancy_organisation', onDelete: 'CASCADE' })
  @Column('uuid')
  organisationId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_vacancy_left', onDelete: 'CASCADE' })
  @Column('uuid')
  leftParticipantId: string;

  @Column('timestamptz')
  since: Date;

  /** When the organisers were told that no backup was free. */
  @Column('timestamptz', { nullable: true })
  helpdeskToldAt: Date | null;
}
