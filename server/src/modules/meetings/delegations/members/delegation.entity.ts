import type { DelegationMode, DelegationPart } from '@musubi/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EventEntity } from '../../../events/index.js';
import { UserEntity } from '../../../identity/index.js';
import { OrganisationEntity } from '../../../organisations/index.js';
import { RegistrationEntity } from '../../../registration/index.js';

/** How the people of an organisation share what comes in at an event. Without a row each keeps their own calendar. */
@Entity('delegation')
@Check('delegation_mode_known', `mode IN ('own', 'pool', 'everyone')`)
export class DelegationEntity {
  @ForeignKey(() => EventEntity, { name: 'delegation_event', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delegation_pk' })
  eventId: string;

  @ForeignKey(() => OrganisationEntity, { name: 'delegation_organisation', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delegation_pk' })
  organisationId: string;

  @Column('text')
  mode: DelegationMode;

  @Column('timestamptz')
  changedAt: Date;

  /** An administrator of the organisation, or an organiser in its place. */
  @ForeignKey(() => UserEntity, { name: 'delegation_changed_by' })
  @Column('uuid')
  changedBy: string;
}

/** What somebody is in their delegation; required where nothing is said. */
@Entity('delegation_part')
@Check('delegation_part_known', `part IN ('required', 'optional', 'backup')`)
export class DelegationPartEntity {
  @ForeignKey(() => RegistrationEntity, { name: 'delegation_part_of', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delegation_part_pk' })
  participantId: string;

  @Column('text')
  part: DelegationPart;
}
