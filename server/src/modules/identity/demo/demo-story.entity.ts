import type { DemoPerson, DemoState } from '@musubi/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A person of the demo with what their account does not say itself. */
export type DemoRole = Omit<DemoPerson, 'name' | 'lang' | 'zone' | 'userId'> & { userId: string };

/** Whom the demo's door shows and where its clock may jump to; one row, written by the seed. */
@Entity('demo_story')
@Check('demo_story_one_row', 'id = 1')
export class DemoStoryEntity {
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'demo_story_pk', default: 1 })
  id: number;

  @Column('jsonb')
  people: DemoRole[];

  @Column('jsonb')
  stops: DemoState['stops'];

  @Column('text')
  conferenceSlug: string;
}
