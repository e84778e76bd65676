import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../identity/index.js';
import { LiveRoomEntity } from './live-room.entity.js';

/** Who was given a ticket, and what the video server calls them. */
@Entity('room_admission')
@Index('room_admission_of_user', ['userId', 'roomId'])
export class RoomAdmissionEntity {
  @ForeignKey(() => LiveRoomEntity, { name: 'room_admission_room', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'room_admission_pk' })
  roomId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'room_admission_pk' })
  identity: string;

  @ForeignKey(() => UserEntity, { name: 'room_admission_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Column('boolean')
  canPublish: boolean;

  @Column('timestamptz')
  admittedAt: Date;

  /** Put out: whoever comes in with a ticket from before is put out again. A new ticket makes this null. */
  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;
}
