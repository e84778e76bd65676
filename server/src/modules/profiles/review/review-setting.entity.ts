import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row, a setting of the instance: whether organisers read profiles and opportunities before they are public. */
@Entity('opportunity_review')
@Check('opportunity_review_one_row', 'id = 1')
export class OpportunityReviewEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'opportunity_review_pk', default: 1 })
  id: number;

  @Column('boolean', { default: false })
  required: boolean;
}
