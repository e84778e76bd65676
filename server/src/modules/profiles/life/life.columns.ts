import type { OpportunityState, RevisionState } from '@musubi/contracts';
import { Column } from 'typeorm';

/** What a profile and an opportunity share: their state, who read them, and changes beside the public text. */
export abstract class LifeColumns<Content> {
  @Column('text', { default: 'draft' })
  state: OpportunityState;

  /** Changes beside a text that is or was public. */
  @Column('jsonb', { nullable: true })
  revision: Content | null;

  @Column('text', { nullable: true })
  revisionState: RevisionState | null;

  /** Raised with each change of the text. */
  @Column('integer', { default: 1 })
  version: number;

  /** Since when something of it waits to be read. */
  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  sentBackAt: Date | null;

  @Column('text', { nullable: true })
  sentBackBecause: string | null;

  @Column('timestamptz', { nullable: true })
  reviewedAt: Date | null;

  /** How many days before the end the last letter said so. */
  @Column('smallint', { nullable: true })
  remindedDays: number | null;
}
