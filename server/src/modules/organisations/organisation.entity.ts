import type { OrganisationKind, Side } from '@musubi/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A region, prefecture, cluster, network, agency or company that may take part in a cooperation. */
@Entity('organisation')
@Check('organisation_side_known', `side IN ('eu', 'jp', 'third')`)
@Index('organisation_name_in_region', { synchronize: false })
export class OrganisationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  nameLatin: string;

  @Column('text', { nullable: true })
  nameLocal: string | null;

  @Column('text', { nullable: true })
  nameKana: string | null;

  @Column('text')
  kind: OrganisationKind;

  /** Derived from the region, kept beside it for counting. */
  @Column('text')
  side: Side;

  @Column('text')
  country: string;

  /** NUTS code or ISO 3166-2 prefecture. */
  @Index('organisation_region')
  @Column('text')
  regionCode: string;

  @Column('text')
  zone: string;

  @Column('text', { nullable: true })
  website: string | null;

  /** Since when it has been a member of the platform. */
  @Column('timestamptz', { nullable: true })
  memberSince: Date | null;

  /** All names, folded; written by a trigger. */
  @Column({ type: 'text', select: false, insert: false, update: false })
  searchText?: string;

  /** Its words in Latin letters, for comparing with misspelt ones; written by a trigger. */
  @Column({ type: 'text', array: true, default: () => "'{}'", select: false, insert: false, update: false })
  searchWords?: string[];

  /** The name by its reading where there is one, folded; written by the same trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  sortKana?: string;

  @Column('timestamptz', { default: () => 'domain_now()' })
  createdAt: Date;
}
