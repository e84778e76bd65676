import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../registration/index.js';

/** Put aside for later; nobody else's business. */
@Entity('saved_person')
@Check('saved_person_of_another', 'participant_id <> saved_id')
@Index('saved_person_saved', ['savedId'])
export class SavedPersonEntity {
  @ForeignKey(() => RegistrationEntity, { name: 'saved_person_by', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_person_pk' })
  participantId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'saved_person_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_person_pk' })
  savedId: string;

  @Column('timestamptz')
  at: Date;
}
