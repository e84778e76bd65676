import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MeetingRequestEntity } from '../../requests/meeting-request.entity.js';
import { MeetingBlockEntity } from '../blocks/meeting-block.entity.js';

/** A request that was still open when its phase ended, and went to whoever makes the organisers' plan. */
@Entity('meeting_plan_wish')
export class MeetingPlanWishEntity {
  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_plan_wish_request', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_plan_wish_pk' })
  requestId: string;

  @ForeignKey(() => MeetingBlockEntity, { name: 'meeting_plan_wish_block', onDelete: 'CASCADE' })
  @Column('uuid')
  blockId: string;

  @Column('timestamptz')
  offeredAt: Date;
}
