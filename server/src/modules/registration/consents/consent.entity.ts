import type { ConsentPurpose, DirectoryChoice, Lang } from '@musubi/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConsentTextEntity } from './consent-text.entity.js';
import { RegistrationEntity } from '../registrations/registration.entity.js';

/** What somebody agreed to or did not, with the text they read. Only ever added to; the newest row of a purpose holds. */
@Entity('consent')
@ForeignKey(() => ConsentTextEntity, ['purpose', 'version'], ['purpose', 'version'], { name: 'consent_of_text' })
@Index('consent_of_registration', ['registrationId', 'purpose', 'id'])
export class ConsentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consent_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => RegistrationEntity, { name: 'consent_registration', onDelete: 'CASCADE' })
  @Column('uuid')
  registrationId: string;

  @Column('text')
  purpose: ConsentPurpose;

  @Column('integer')
  version: number;

  /** The language in which the text was read. */
  @Column('text')
  lang: Lang;

  @Column('boolean')
  given: boolean;

  /** For the directory: who may find the person. */
  @Column('text', { nullable: true })
  directory: DirectoryChoice | null;

  @Column('timestamptz', { default: () => 'domain_now()' })
  at: Date;
}
