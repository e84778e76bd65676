import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from '../organisation.entity.js';

/** Days on which offices do otherwise than the calendar of their country says: all of a region, or of one organisation. */
@Entity('office_day')
@Check('office_day_of_one', '(region_code IS NULL) <> (organisation_id IS NULL)')
@Check('office_day_month_at_most', 'last_on BETWEEN first_on AND first_on + 30')
@Check('office_day_reason_short', 'char_length(reason) <= 100')
@Exclusion(
  'office_day_apart',
  `USING gist (coalesce(region_code, organisation_id::text) WITH =, daterange(first_on, last_on, '[]') WITH &&)`,
)
export class OfficeDayEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'office_day_pk', default: () => 'uuidv7()' })
  id: string;

  /** Of this region and its parts. */
  @Column('text', { nullable: true })
  regionCode: string | null;

  @ForeignKey(() => OrganisationEntity, { name: 'office_day_organisation', onDelete: 'CASCADE' })
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  /** ISO date, by the clock of the office. */
  @Column('date')
  firstOn: string;

  /** The last of them; a month later at most. */
  @Index('office_day_until')
  @Column('date')
  lastOn: string;

  /** Works although it is a holiday or a weekend, or is closed although it is a working day. */
  @Column('boolean')
  works: boolean;

  @Column('text', { nullable: true })
  reason: string | null;
}
