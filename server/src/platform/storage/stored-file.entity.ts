import type { FileType } from '@musubi/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that somebody sent: what it is called and what it is. Its bytes lie in the store, under their hash. */
@Entity('stored_file')
@Check('stored_file_hash', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('stored_file_not_empty', 'bytes > 0')
@Check('stored_file_name', 'char_length(name) BETWEEN 1 AND 120')
@Index('stored_file_of_hash', ['sha256'])
@Index('stored_file_waiting', ['uploadedAt'], { where: 'attached_at IS NULL' })
export class StoredFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stored_file_pk', default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  sha256: string;

  @Column('integer')
  bytes: number;

  @Column('text')
  mediaType: FileType;

  @Column('text')
  name: string;

  @Column('uuid')
  uploadedBy: string;

  /** Real time: what nobody attaches within a day is swept. */
  @Column('timestamptz', { default: () => 'now()' })
  uploadedAt: Date;

  /** When something first referred to it; real time. */
  @Column('timestamptz', { nullable: true })
  attachedAt: Date | null;
}
