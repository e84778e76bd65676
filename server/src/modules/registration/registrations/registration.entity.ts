import type { DirectoryChoice, Lang, RegistrationState } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../events/index.js';
import { UserEntity } from '../../identity/index.js';
import { OrganisationEntity } from '../../organisations/index.js';

const active = `state IN ('draft', 'pending', 'complete', 'waitlisted', 'offered')`;

/** A person's application to take part in one event. Once complete it is the participant, under the same id. */
@Entity('registration')
@Check(
  'registration_state_known',
  `state IN ('draft', 'pending', 'complete', 'waitlisted', 'offered', 'offer_expired', 'rejected', 'withdrawn')`,
)
@Check('registration_directory_known', `directory IN ('nobody', 'participants', 'public')`)
@Check('registration_lang_known', `lang IN ('en', 'ja')`)
@Check('registration_waits_with_a_number', `(state = 'waitlisted') = (waiting_number IS NOT NULL)`)
@Index('registration_active_person', ['eventId', 'userId'], { unique: true, where: active })
@Index('registration_waiting', ['eventId', 'waitingNumber'], { unique: true, where: `state = 'waitlisted'` })
@Index('registration_of_event', ['eventId', 'state'])
export class RegistrationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'registration_pk', default: () => 'uuidv7()' })
  id: string;

  @ForeignKey(() => EventEntity, { name: 'registration_event', onDelete: 'CASCADE' })
  @Column('uuid')
  eventId: string;

  @Index('registration_of_user')
  @ForeignKey(() => UserEntity, { name: 'registration_user', onDelete: 'CASCADE' })
  @Column('uuid')
  userId: string;

  @Index('registration_of_organisation')
  @ForeignKey(() => OrganisationEntity, { name: 'registration_organisation' })
  @Column('uuid')
  organisationId: string;

  @Column('text')
  state: RegistrationState;

  /** Order on the waiting list; numbers are never reused, so a place is counted, not read. */
  @Column('integer', { nullable: true })
  waitingNumber: number | null;

  @Column('text', { nullable: true })
  department: string | null;

  @Column('text', { nullable: true })
  jobTitle: string | null;

  /** The same in the other one of English and Japanese. */
  @Column('text', { nullable: true })
  departmentOther: string | null;

  @Column('text', { nullable: true })
  jobTitleOther: string | null;

  @Column('text', { array: true })
  workingLanguages: string[];

  @Column('text')
  lang: Lang;

  @Column('text')
  zone: string;

  @Column('text')
  directory: DirectoryChoice;

  @Column('jsonb')
  answers: Record<string, string | boolean>;

  @Column('text', { nullable: true })
  accessNeeds: string | null;

  @Column('text', { nullable: true })
  rejectedBecause: string | null;

  /** Title and department, folded; written by a trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  searchText?: string;

  /** Its words in Latin letters, for comparing with misspelt ones; written by a trigger. */
  @Column({ type: 'text', array: true, default: () => "'{}'", select: false, insert: false, update: false })
  searchWords?: string[];

  @Column('timestamptz', { default: () => 'domain_now()' })
  registeredAt: Date;

  @Column('timestamptz', { default: () => 'domain_now()' })
  changedAt: Date;
}
