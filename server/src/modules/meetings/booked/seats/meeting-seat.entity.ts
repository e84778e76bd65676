import type { SeatPart } from '@musubi/contracts';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../../registration/index.js';
import { MeetingSlotEntity } from '../../slots/meeting-slot.entity.js';
import { MeetingEntity } from '../meeting.entity.js';

/**
 * One occupant's place: it carries the two constraints that make a double booking impossible. The unique index on live
 * seats decides within an event and never deadlocks when seats are inserted in sorted order; the exclusion behind it
 * decides by time, across all events.
 */
@Entity('meeting_seat')
@Index('meeting_seat_occupant_slot_live', ['occupantId', 'slotId'], { unique: true, where: 'live' })
@Exclusion(
  'meeting_seat_occupant_apart',
  'USING gist (occupant_id WITH =, tstzrange(lower(during), coalesce(extended_until, upper(during))) WITH &&) WHERE (live)',
)
@Check('meeting_seat_extended_beyond', 'extended_until > upper(during)')
@ForeignKey(() => MeetingSlotEntity, ['slotId', 'during'], ['id', 'during'], { name: 'meeting_seat_slot' })
@Check('meeting_seat_kind_known', `kind IN ('user', 'interpreter', 'room')`)
@Check('meeting_seat_side_known', `side BETWEEN 0 AND 7`)
@Check('meeting_seat_side_of_user', `(kind = 'user') = (side IS NOT NULL)`)
@Check('meeting_seat_part_known', `part IN ('required', 'optional', 'observer')`)
@Check('meeting_seat_part_of_user', `(kind = 'user') = (part IS NOT NULL)`)
@Check('meeting_seat_user_is_participant', `(kind = 'user') = (participant_id IS NOT NULL)`)
export class MeetingSeatEntity {
  @ForeignKey(() => MeetingEntity, { name: 'meeting_seat_meeting', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_seat_pk' })
  meetingId: string;

  /** A user's id, an interpreter's user id, or a room's id. */
  @Index('meeting_seat_occupant')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_seat_pk' })
  occupantId: string;

  @Column('text')
  kind: 'user' | 'interpreter' | 'room';

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_seat_participant', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  participantId: string | null;

  /** 0 asked first, 1 was asked, further sides came later; interpreters and rooms are on none. */
  @Column('smallint', { nullable: true })
  side: number | null;

  @Column('text', { nullable: true })
  part: SeatPart | null;

  @Column('uuid')
  slotId: string;

  @Column('tstzrange')
  during: string;

  /** Until when this occupant is taken, where the meeting was extended beyond its slot. */
  @Column('timestamptz', { nullable: true })
  extendedUntil: Date | null;

  /** False once the meeting was cancelled: the time is free again. */
  @Column('boolean', { default: true })
  live: boolean;

  /** Measured in the room between 10 minutes before the start and the end. */
  @Column('integer', { nullable: true })
  attendedSeconds: number | null;

  /** When this person last said how it went. */
  @Column('timestamptz', { nullable: true })
  outcomeAt: Date | null;
}
