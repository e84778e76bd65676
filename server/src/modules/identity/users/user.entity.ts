import type { Lang, PersonName } from '@musubi/contracts';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** An account across events. */
@Entity('app_user')
@Unique('app_user_address', ['address'])
@Check('app_user_address_is_lower_case', 'address = lower(address)')
@Check('app_user_lang_known', `lang = ANY (ARRAY['en', 'ja'])`)
export class UserEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'app_user_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  address: string;

  /** When the person first showed that mail to the address reaches them. */
  @Column('timestamptz', { nullable: true })
  addressVerifiedAt: Date | null;

  @Column('jsonb', { nullable: true })
  name: PersonName | null;

  @Column('text')
  lang: Lang;

  @Column('text')
  zone: string;

  /** The TOTP secret, encrypted with the instance's key. */
  @Column('bytea', { nullable: true })
  totpSecret: Buffer | null;

  @Column('timestamptz', { nullable: true })
  totpConfirmedAt: Date | null;

  /** The last time step a code was taken for: the same code is not taken twice. */
  @Column('integer', { nullable: true })
  totpLastStep: number | null;

  /** The name in all scripts, folded; written by a trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  searchText?: string;

  /** Its words in Latin letters, for comparing with misspelt ones; written by a trigger. */
  @Column({ type: 'text', array: true, default: () => "'{}'", select: false, insert: false, update: false })
  searchWords?: string[];

  /** Family name first, in Latin letters, folded; written by a trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  sortLatin?: string;

  /** Family name first, by its reading where there is one, folded; written by a trigger. */
  @Column({ type: 'text', default: '', select: false, insert: false, update: false })
  sortKana?: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
