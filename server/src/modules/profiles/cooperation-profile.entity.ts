import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from '../organisations/index.js';

/** The year-round page of an organisation that seeks cooperation; opened by its first opportunity. */
@Entity('cooperation_profile')
export class CooperationProfileEntity {
  @ForeignKey(() => OrganisationEntity, { name: 'cooperation_profile_organisation', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cooperation_profile_pk' })
  organisationId: string;

  @Column('timestamptz', { default: () => 'domain_now()' })
  openedAt: Date;

  /** When its first opportunity was published: from then on the profile counts. */
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;
}
