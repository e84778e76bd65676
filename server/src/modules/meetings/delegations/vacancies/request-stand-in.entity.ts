import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../../identity/index.js';
import { MeetingRequestEntity } from '../../requests/meeting-request.entity.js';
import type { RequestSide } from '../../requests/meeting-request.rules.js';

/** Somebody came to stand for a side of a request in another's place; never changed. */
@Entity('meeting_request_stand_in')
@Check('meeting_request_stand_in_side_known', `side IN ('from', 'to')`)
@Check('meeting_request_stand_in_of_another', 'from_user_id <> to_user_id')
@Index('meeting_request_stand_in_of_request', ['requestId', 'id'])
export class MeetingRequestStandInEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_request_stand_in_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_request_stand_in_request', onDelete: 'CASCADE' })
  @Column('uuid')
  requestId: string;

  @Column('text')
  side: RequestSide;

  @ForeignKey(() => UserEntity, { name: 'meeting_request_stand_in_from' })
  @Column('uuid')
  fromUserId: string;

  @ForeignKey(() => UserEntity, { name: 'meeting_request_stand_in_to' })
  @Column('uuid')
  toUserId: string;

  @Column('timestamptz')
  at: Date;
}
