import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../../../identity/index.js';
import { MeetingRequestEntity } from '../../requests/meeting-request.entity.js';

/** Who made a move of a request where that was not the person whose turn it was: a colleague of the pool, an assistant. */
@Entity('meeting_request_voice')
@Check('meeting_request_voice_of_another', 'user_id <> for_user_id')
export class RequestVoiceEntity {
  @ForeignKey(() => MeetingRequestEntity, { name: 'meeting_request_voice_request', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_request_voice_pk' })
  requestId: string;

  /** The request's version after the move. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'meeting_request_voice_pk' })
  version: number;

  @ForeignKey(() => UserEntity, { name: 'meeting_request_voice_user' })
  @Column('uuid')
  userId: string;

  @ForeignKey(() => UserEntity, { name: 'meeting_request_voice_for' })
  @Column('uuid')
  forUserId: string;
}
