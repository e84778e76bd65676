import type { ConsentPurpose, ConsentText } from '@musubi/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What people are asked to agree to, word for word. A changed text is a new version; the highest one is asked. */
@Entity('consent_text')
@Check('consent_text_version_counts', 'version > 0')
export class ConsentTextEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'consent_text_pk' })
  purpose: ConsentPurpose;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'consent_text_pk' })
  version: number;

  @Column('jsonb')
  title: ConsentText['title'];

  @Column('jsonb')
  text: ConsentText['text'];
}
