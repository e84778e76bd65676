import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../registration/index.js';

/** What a participant offers inside the event's blocks. Without a row: everything. */
@Entity('meeting_availability')
export class MeetingAvailabilityEntity {
  @ForeignKey(() => RegistrationEntity, { name: 'meeting_availability_participant', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_availability_pk' })
  participantId: string;

  @Column('boolean')
  everything: boolean;

  @Column('tstzmultirange')
  offered: string;
}
