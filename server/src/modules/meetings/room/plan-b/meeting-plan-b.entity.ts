import type { PlanBKind } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../../registration/index.js';
import { MeetingEntity } from '../../booked/meeting.entity.js';

/** Another way to meet. A meeting has one that holds and one that is proposed at the most; what is gone is kept. */
@Entity('meeting_plan_b')
@Check('meeting_plan_b_kind_known', `kind IN ('link', 'phone')`)
@Check('meeting_plan_b_link_is_safe', `kind <> 'link' OR value ~* '^https://'`)
@Check('meeting_plan_b_state_known', `state IN ('proposed', 'set', 'gone')`)
@Check('meeting_plan_b_of_somebody', '(proposed_by IS NULL) <> (set_by_user_id IS NULL)')
@Index('meeting_plan_b_one_each', ['meetingId', 'state'], { unique: true, where: `state <> 'gone'` })
export class MeetingPlanBEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_plan_b_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => MeetingEntity, { name: 'meeting_plan_b_meeting', onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId: string;

  @Column('text')
  kind: PlanBKind;

  @Column('text')
  value: string;

  @Column('text')
  state: 'proposed' | 'set' | 'gone';

  /** Participant; null where an organiser set it. */
  @ForeignKey(() => RegistrationEntity, { name: 'meeting_plan_b_by', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  proposedBy: string | null;

  @Column('uuid', { nullable: true })
  setByUserId: string | null;

  @Column('timestamptz')
  at: Date;
}
