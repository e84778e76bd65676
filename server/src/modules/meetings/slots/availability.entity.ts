import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a participant offers inside the event's blocks. Without a row: everything. */
@Entity('meeting_availability')
export class MeetingAvailabilityEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_availability_pk' })
  participantId: string;

  @Column('boolean')
  everything: boolean;

  @Column('tstzmultirange')
  offered: string;
}
