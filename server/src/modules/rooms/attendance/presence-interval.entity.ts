import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { UserEntity } from '../../identity/index.js';
import { LiveRoomEntity } from '../live-room.entity.js';

/** One stay of one device in a room, in domain time; open while it lasts. */
@Entity('presence_interval')
@Unique('presence_interval_of_stay', ['roomId', 'participantSid'])
@Check('presence_interval_ends_after_start', 'ended_at >= started_at')
@Index('presence_interval_of_user', ['userId'])
@Index('presence_interval_open', ['roomId', 'userId'], { where: 'ended_at IS NULL' })
export class PresenceIntervalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'presence_interval_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => LiveRoomEntity, { name: 'presence_interval_room', onDelete: 'CASCADE' })
  @Column('uuid')
  roomId: string;

  @ForeignKey(() => UserEntity, { name: 'presence_interval_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  /** The video server's name for this stay: the same person gets another with each connection. */
  @Column('text')
  participantSid: string;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** When we last knew that the stay went on: its end, where the news of the end was lost. */
  @Column('timestamptz')
  seenAt: Date;
}
