import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../events/index.js';

/** An event whose organisers look at each registration before it counts. */
@Entity('event_approval')
export class EventApprovalEntity {
  @ForeignKey(() => EventEntity, { name: 'event_approval_event', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_approval_pk' })
  eventId: string;
}
