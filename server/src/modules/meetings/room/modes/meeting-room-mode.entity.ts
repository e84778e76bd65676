import type { RoomMode } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../../registration/index.js';
import { MeetingEntity } from '../../booked/meeting.entity.js';

/** What somebody sends in a meeting's room, as they said. */
@Entity('meeting_room_mode')
@Check('meeting_room_mode_known', `mode IN ('full', 'audio', 'chat')`)
export class MeetingRoomModeEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_room_mode_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_room_mode_pk' })
  meetingId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_room_mode_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_room_mode_pk' })
  participantId: string;

  @Column('text')
  mode: RoomMode;
}
