import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegistrationEntity } from '../../registration/index.js';

/** "Not interested": hard, and nobody else's business. */
@Entity('recommendation_dismissal')
@Check('recommendation_dismissal_of_another', 'participant_id <> dismissed_id')
export class DismissalEntity {
  @ForeignKey(() => RegistrationEntity, { name: 'recommendation_dismissal_by', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recommendation_dismissal_pk' })
  participantId: string;

  @ForeignKey(() => RegistrationEntity, { name: 'recommendation_dismissal_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recommendation_dismissal_pk' })
  dismissedId: string;

  @Column('timestamptz')
  at: Date;
}
