import type { MeetingPreference } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../events/index.js';
import { RegistrationEntity } from '../../registration/index.js';

/** What one participant said about meeting another; nobody but they and whoever plans reads it. */
@Entity('meeting_preference')
@Check('meeting_preference_known', `preference IN ('must', 'meet', 'no_thanks')`)
@Check('meeting_preference_of_another', 'from_participant_id <> to_participant_id')
export class MeetingPreferenceEntity {
  @ForeignKey(() => RegistrationEntity, { name: 'meeting_preference_from', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_preference_pk' })
  fromParticipantId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'meeting_preference_to', onDelete: 'CASCADE' })
  @Index('meeting_preference_towards')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'meeting_preference_pk' })
  toParticipantId: string;

  @ForeignKey(() => EventEntity, { name: 'meeting_preference_event', onDelete: 'CASCADE' })
  @Index('meeting_preference_of_event')
  @Column('uuid')
  eventId: string;

  @Column('text')
  preference: Exclude<MeetingPreference, 'none'>;

  @Column('timestamptz')
  saidAt: Date;
}
